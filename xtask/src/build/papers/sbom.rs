//! The bill of materials: what is in the page and what made it, as `CycloneDX` 1.6.
//!
//! Invariant: the same lock files and the same rustc give the same bytes; its serial number is drawn from
//! the rest, and it carries no time.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::build::names;
use crate::build::papers::shipped::{Crate, Key, Shipped};
use crate::project::Project;

/// What makes the page smaller where Node is there.
const NPM_TOOLS: [&str; 2] = ["binaryen", "esbuild"];
/// What binds the page to JavaScript; its version is that of `wasm-bindgen`.
const BINDER: &str = "wasm-bindgen-cli-support";

/// The file's bytes.
pub fn bill(project: &Project, shipped: &Shipped, node: bool) -> Result<Vec<u8>> {
    let (page, uses) = &shipped.page;
    let rust = (String::from("rust-std"), shipped.rust.clone());
    let mut components = vec![standard_library(&rust)];
    components.extend(shipped.crates.iter().map(|(key, found)| component(key, found)));

    let mut direct = uses.clone();
    direct.insert(rust.clone());
    let mut dependencies = vec![dependency(page, &direct), dependency(&rust, &BTreeSet::new())];
    dependencies.extend(shipped.crates.iter().map(|(key, found)| dependency(key, &found.uses)));

    let mut bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": tools(project, shipped, node)? },
            "component": { "type": "application", "bom-ref": reference(page), "name": page.0, "version": page.1 },
        },
        "components": components,
        "dependencies": dependencies,
    });
    bill["serialNumber"] = serial(&serde_json::to_vec(&bill)?).into();
    let mut text = serde_json::to_vec_pretty(&bill)?;
    text.push(b'\n');
    Ok(text)
}

fn component(key: &Key, found: &Crate) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": reference(key),
        "name": key.0,
        "version": key.1,
        "scope": "required",
        "hashes": [{ "alg": "SHA-256", "content": found.checksum }],
        "licenses": [{ "expression": found.licence }],
        "purl": reference(key),
    });
    if !found.repository.is_empty() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": found.repository }]);
    }
    component
}

/// The part of the page that comes with the compiler.
fn standard_library(rust: &Key) -> Value {
    json!({
        "type": "library",
        "bom-ref": reference(rust),
        "name": rust.0,
        "version": rust.1,
        "scope": "required",
        "description": "The standard library of Rust, as it comes with the compiler",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "externalReferences": [{ "type": "vcs", "url": "https://github.com/rust-lang/rust" }],
    })
}

/// What had a hand in the build and is not in the page.
fn tools(project: &Project, shipped: &Shipped, node: bool) -> Result<Vec<Value>> {
    let bound = shipped.crates.keys().find(|(name, _)| name == "wasm-bindgen");
    let binder = &bound.context("the page is bound by nothing")?.1;
    let mut tools = vec![
        json!({ "type": "application", "name": "rustc", "version": shipped.rust }),
        json!({
            "type": "library", "name": BINDER, "version": binder, "purl": format!("pkg:cargo/{BINDER}@{binder}"),
        }),
    ];
    if node {
        let package: Value = serde_json::from_slice(&std::fs::read(project.path("package.json"))?)?;
        for name in NPM_TOOLS {
            let version = package["devDependencies"][name]
                .as_str()
                .with_context(|| format!("{name} has no version"))?;
            tools.push(json!({
                "type": "application", "name": name, "version": version, "purl": format!("pkg:npm/{name}@{version}"),
            }));
        }
    }
    Ok(tools)
}

fn dependency(key: &Key, uses: &BTreeSet<Key>) -> Value {
    json!({ "ref": reference(key), "dependsOn": uses.iter().map(reference).collect::<Vec<_>>() })
}

/// A crate's package URL; the page and the standard library are no packages of a registry.
fn reference((name, version): &Key) -> String {
    match name.as_str() {
        "swanilai" | "rust-std" => format!("{name}@{version}"),
        _ => format!("pkg:cargo/{name}@{version}"),
    }
}

/// A serial number that follows the content: a UUID of the kind that is free to choose (version 8).
fn serial(content: &[u8]) -> String {
    let mut bytes: [u8; 32] = Sha256::digest(content).into();
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let parts = [&bytes[..4], &bytes[4..6], &bytes[6..8], &bytes[8..10], &bytes[10..16]];
    format!("urn:uuid:{}", parts.map(names::hex).join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_serial_number_is_a_uuid_that_follows_the_content() {
        assert_eq!(serial(b"abc"), "urn:uuid:ba7816bf-8f01-8fea-8141-40de5dae2223");
        assert_ne!(serial(b"abc"), serial(b"abd"));
    }
}
