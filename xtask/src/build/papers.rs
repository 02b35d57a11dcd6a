//! The papers that lie beside the page: whose code is in it, and how to tell that it is unchanged.
//!
//! Invariant: they are made from the lock file, the crates and the bundle alone; no clock, no chance.

mod licences;
mod sbom;
mod shipped;
mod sums;

use anyhow::Result;

use crate::build::bundle::Bundle;
use crate::project::Project;

/// The notices people read; *Tentang* links to it.
pub const LICENCES: &str = "licences.html";

/// The sums of all other files.
pub const SUMS: &str = "SHA256SUMS";

/// Adds the notices and the bill of materials. `node` says whether the npm tools had a hand in the build.
pub fn add(project: &Project, bundle: &mut Bundle, css: &str, node: bool) -> Result<()> {
    let shipped = shipped::Shipped::of(project)?;
    println!("     {} crates are in the page", shipped.crates.len());
    bundle.add(LICENCES, licences::page(project, &shipped, css)?.into_bytes());
    bundle.add("sbom.cdx.json", sbom::bill(project, &shipped, node)?);
    Ok(())
}

/// Adds what tells a changed file: `sri.json` and `SHA256SUMS`. Nothing may be added after it.
pub fn seal(bundle: &mut Bundle) -> Result<()> {
    let integrity = sums::integrity(bundle.files())?;
    bundle.add("sri.json", integrity);
    let sums = sums::sums(bundle.files());
    bundle.add(SUMS, sums);
    Ok(())
}
