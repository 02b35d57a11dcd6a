//! What is kept on the device for use without a network, and the worker that keeps it.
//!
//! Invariant: the worker's version changes with every kept byte and with the worker itself.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::build::names;
use crate::build::papers::LICENCES;
use crate::project::{SHEETS, WORKBOOK};

/// The worker, in `assets/` a template and in `dist/` whole.
pub const WORKER: &str = "sw.js";
/// The worker that reads files beside the page; `boot.js` names it. It is not kept on the device: without it the page
/// reads them itself.
pub const READING: &str = "worker.js";
/// The page, and the address under which it is asked for: that of its folder.
const PAGE: (&str, &str) = ("index.html", "./");
/// What names the icons of an installed page.
const MANIFEST: &str = "manifest.webmanifest";
/// Where the template holds the constants of the build.
const VERSION: &str = "\"xtask: version\"";
const FILES: &str = "\"xtask: files\"";
const ON_DEMAND: &str = "\"xtask: on demand\"";

/// Modules that are kept once they were asked for: half as much again as all the rest, and many never ask.
const LATER: [&str; 2] = [SHEETS, WORKBOOK];

/// The files kept on the device from the beginning: the page, whatever it or its manifest names, and the notices.
pub fn kept(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<String>> {
    Ok(named(files)?.into_iter().filter(|path| !is_later(path)).collect())
}

fn is_later(path: &str) -> bool {
    path.split('.').next().is_some_and(|name| LATER.contains(&name))
}

fn named(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<String>> {
    let mut naming = String::new();
    for path in [PAGE.0, MANIFEST] {
        let bytes = files.get(path).with_context(|| format!("there is no {path}"))?;
        naming += std::str::from_utf8(bytes).with_context(|| path.to_owned())?;
    }
    // The app names the notices.
    let by_name = [PAGE.0, LICENCES];
    let is_kept =
        |path: &&String| by_name.contains(&path.as_str()) || naming.contains(&format!("\"{path}\""));
    Ok(files.keys().filter(is_kept).cloned().collect())
}

/// The worker that keeps these files.
pub fn render(template: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    for constant in [VERSION, FILES, ON_DEMAND] {
        ensure!(template.matches(constant).count() == 1, "assets/{WORKER} must hold `{constant}` once");
    }
    let [mut digests, mut later] = [BTreeMap::new(), BTreeMap::new()];
    for path in named(files)? {
        let digest = names::hex(&Sha256::digest(&files[&path]));
        let into = if is_later(&path) { &mut later } else { &mut digests };
        into.insert(if path == PAGE.0 { PAGE.1.to_owned() } else { path }, digest);
    }
    let worker = template.replace(FILES, &serde_json::to_string(&digests)?);
    let worker = worker.replace(ON_DEMAND, &serde_json::to_string(&later)?);
    let version = names::short_hash(worker.as_bytes());
    Ok(worker.replace(VERSION, &format!("\"{version}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const VERSION = \"xtask: version\"; const FILES = \"xtask: files\"; const ON_DEMAND = \"xtask: on demand\";";

    fn files(page: &str) -> BTreeMap<String, Vec<u8>> {
        let files = [
            ("index.html", page),
            ("manifest.webmanifest", r#"{"src":"icon-192.png"}"#),
            ("app.0123456789.js", "x"),
            ("app.0123456789.js.br", "x"),
            ("icon-192.png", "x"),
            ("embed.html", "x"),
            ("frame.0123456789.js", "x"),
            ("sheets.0123456789.js", "x"),
        ];
        BTreeMap::from(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())))
    }

    const NAMING: &str = r#"<link href="manifest.webmanifest"><script src="app.0123456789.js"><meta data-wasm="sheets.0123456789.js">"#;

    #[test]
    fn the_page_is_kept_with_what_it_and_its_manifest_name_and_nothing_else() {
        let kept = kept(&files(NAMING)).unwrap();
        assert_eq!(kept, ["app.0123456789.js", "icon-192.png", "index.html", "manifest.webmanifest"]);
    }

    #[test]
    fn what_few_ask_for_is_listed_to_be_kept_once_it_came() {
        let worker = render(TEMPLATE, &files(NAMING)).unwrap();
        let (_, later) = worker.split_once("ON_DEMAND = ").unwrap();
        assert!(later.starts_with(r#"{"sheets.0123456789.js":""#), "{later}");
        assert_eq!(worker.matches("sheets.").count(), 1);
    }

    #[test]
    fn the_worker_lists_each_file_with_its_digest() {
        let worker = render(TEMPLATE, &files(NAMING)).unwrap();
        assert!(worker.contains(
            r#""app.0123456789.js":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881""#
        ));
        assert!(worker.contains(r#"{"./":""#) && !worker.contains("xtask"));
    }

    #[test]
    fn any_change_gives_the_worker_another_version() {
        let version = |template: &str, page: &str| {
            let worker = render(template, &files(page)).unwrap();
            worker.split('"').nth(1).map(str::to_owned).unwrap()
        };
        assert_eq!(version(TEMPLATE, "a"), version(TEMPLATE, "a"));
        assert_ne!(version(TEMPLATE, "a"), version(TEMPLATE, "b"));
        assert_ne!(version(TEMPLATE, "a"), version(&format!("{TEMPLATE} "), "a"));
    }

    #[test]
    fn a_template_without_its_constants_is_refused() {
        assert!(render("const VERSION = 1;", &files("")).is_err());
    }
}
