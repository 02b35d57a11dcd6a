//! Source to `dist/`: compile, bind, optimise, hash, write.
//!
//! Invariant: `dist/` is replaced as a whole, and only by a build that succeeded.

mod assets;
mod bundle;
mod element;
mod imports;
pub mod names;
mod page;
mod papers;
pub mod single;
pub mod sizes;
mod wasm;
mod worker;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::json;

use crate::build::bundle::Bundle;
use crate::build::page::Addresses;
pub use crate::build::papers::SUMS;
use crate::build::wasm::Program;
use crate::headers::{self, Ancestors};
use crate::project::{BIN, MODULES, Project, READER, SHEETS, WHOLE, WORKBOOK};
use crate::setup;
use crate::step::step;

/// How carefully to build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For visitors: small, precompressed, reproducible.
    Web,
    /// For whoever is at work on it: soon.
    Dev,
}

impl Mode {
    /// The mode that `--dev` asks for.
    pub fn of(dev: bool) -> Self {
        if dev { Self::Dev } else { Self::Web }
    }
}

/// Builds the page.
pub fn build(project: &Project, mode: Mode, ancestors: &Ancestors) -> Result<()> {
    setup::wasm_target()?;
    let node = mode == Mode::Web && setup::node_packages(project);
    build_with(project, mode, node, ancestors)
}

/// Builds what lies under every page of ours as the page is built, and prints its weight. Nothing is shipped.
pub fn floor(project: &Project) -> Result<()> {
    setup::wasm_target()?;
    let node = setup::node_packages(project);
    for bin in ["floor-yew", "floor-core"] {
        let bound = wasm::made(project, Mode::Web, node, Program { bin, feature: "floor", swift: false })?;
        let mut bundle = Bundle::default();
        bundle.add("glue", assets::Assets { project, node }.minified("js", bound.glue)?);
        bundle.add("wasm", bound.wasm);
        let weights = bundle.compress()?;
        println!("     {bin}: wasm {} B brotli, glue {} B", weights["wasm"].brotli, weights["glue"].brotli);
    }
    Ok(())
}

/// Builds the page, by the npm tools too where `node` says they are there.
pub fn build_with(project: &Project, mode: Mode, node: bool, ancestors: &Ancestors) -> Result<()> {
    let app = wasm::made(project, mode, node, Program { bin: BIN, feature: BIN, swift: false })?;
    let mut modules = Vec::new();
    for bin in MODULES {
        modules.push((bin, wasm::made(project, mode, node, Program { bin, feature: BIN, swift: false })?));
    }
    for bin in [SHEETS, WORKBOOK] {
        let program = Program { bin, feature: SHEETS, swift: false };
        modules.push((bin, wasm::made(project, mode, node, program)?));
    }
    let reader = wasm::made(project, mode, node, Program { bin: READER, feature: READER, swift: true })?;
    let bundle = step("gather page, styles and instruments", || {
        let assets = assets::Assets { project, node };
        let mut bundle = Bundle::default();
        let mut later = BTreeMap::new();
        for (name, bound) in modules {
            let glue = bundle.add_hashed(&format!("{name}.js"), assets.minified("js", bound.glue)?);
            let wasm = bundle.add_hashed(&format!("{name}.wasm"), bound.wasm);
            later.insert(name.to_owned(), (glue, wasm));
        }
        let addresses = Addresses {
            css: bundle.add_hashed("app.css", assets.sheet(&assets::STYLES)?),
            boot: bundle.add_hashed("boot.js", assets.script("assets/boot.js")?),
            sight: bundle.add_hashed("sight.js", assets.closed("assets/sight.js")?),
            frame: bundle.add_hashed("frame.js", assets.script("assets/frame.js")?),
            frame_css: bundle.add_hashed("frame.css", assets.sheet(&["blocks/embed"])?),
            offline: bundle.add_hashed("offline.js", assets.script("assets/offline.js")?),
            glue: bundle.add_hashed("app.js", assets.minified("js", app.glue)?),
            wasm: bundle.add_hashed("app.wasm", app.wasm),
            modules: later,
            rubrics: assets.instruments(&mut bundle, "rubrics")?,
            examples: assets.instruments(&mut bundle, "rubrics/examples")?,
        };
        assets.copy_static(&mut bundle)?;
        let glue = bundle.add_hashed("reader.js", assets.minified("js", reader.glue)?);
        let wasm = bundle.add_hashed("reader.wasm", reader.wasm);
        let worker = element::with_addresses(
            &assets.text("assets/worker.js")?,
            &json!({ "glue": format!("./{glue}"), "wasm": wasm }),
        )?;
        bundle.add(worker::READING, assets.minified("js", worker)?);
        let element_css = bundle.add_hashed("element.css", assets.element_sheet()?);
        let element = element::script(&assets.text("assets/element.js")?, &element_css, &addresses)?;
        bundle.add(element::SCRIPT, assets.minified("js", element)?);
        let template = fs::read_to_string(project.path("index.html")).context("index.html")?;
        bundle.add("index.html", page::render(&template, &addresses)?.into_bytes());
        bundle.add("embed.html", page::render_for_frames(&template, &addresses)?.into_bytes());
        papers::add(project, &mut bundle, &addresses.css, node)?;
        // Work at the page would be shown as it was: no worker then, and none from an earlier build.
        let worker = if mode == Mode::Web {
            let template = fs::read_to_string(project.path("assets/sw.js")).context("assets/sw.js")?;
            assets.minified("js", worker::render(&template, bundle.files())?)?
        } else {
            assets.script("assets/sw-off.js")?
        };
        bundle.add(worker::WORKER, worker);
        Ok((bundle, addresses))
    });
    let (mut bundle, addresses) = bundle?;
    if mode == Mode::Web {
        // A file has nothing to load later, and two modules would hold much of the same twice.
        let whole = wasm::made(project, mode, node, Program { bin: BIN, feature: WHOLE, swift: false })?;
        step("pack all of it into one file", || {
            let assets = assets::Assets { project, node };
            let file = single::make(&assets, &bundle, &addresses, whole)?;
            println!("     {} {} B", single::FILE, file.len());
            bundle.add(single::FILE, file);
            Ok(())
        })?;
    }
    bundle.add("_headers", headers::as_text(&bundle.paths(), ancestors).into_bytes());
    if mode == Mode::Web {
        step("compress (brotli) and weigh", || {
            let kept = worker::kept(bundle.files())?;
            let weights = bundle.compress()?;
            let report = sizes::report(&weights, &addresses, &kept)?;
            println!("     {}", report.line());
            bundle.add(sizes::FILE, report.to_json()?);
            Ok(())
        })?;
    }
    papers::seal(&mut bundle)?;
    bundle.write(project)
}
