//! Whose code is in the page and on which terms: the page that *Tentang* links to.
//!
//! Invariant: no script and no style of its own; every crate in the page is named with the text of a
//! licence it comes under; nothing is said of a licence of the project, which states none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::papers::shipped::{Crate, Shipped};
use crate::project::Project;

/// The words of the MIT licence, for those that come under it and ship no file with them.
const MIT: &str = "xtask/licences/MIT.txt";
/// What is to be said of the standard library.
const STANDARD_LIBRARY: &str = "xtask/licences/rust-std.txt";
/// How the files begin that hold terms or notices.
const TERMS: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// The page, styled by the sheet at `css`.
pub fn page(project: &Project, shipped: &Shipped, css: &str) -> Result<String> {
    let read = |path: &str| fs::read_to_string(project.path(path)).with_context(|| path.to_owned());
    let mit = read(MIT)?;
    let mut rows = format!(
        "<li>Rust standard library {} <span class=\"hint\">MIT OR Apache-2.0</span></li>\n",
        shipped.rust
    );
    // Many ship the same text: each text once, under the names of all.
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    texts.insert(tidy(&read(STANDARD_LIBRARY)?), vec![format!("Rust standard library {}", shipped.rust)]);
    for ((name, version), found) in &shipped.crates {
        let licence = escape(&found.licence);
        // Writing to a String cannot fail.
        let _ = writeln!(rows, "<li>{name} {version} <span class=\"hint\">{licence}</span></li>");
        for text in terms(found, name, &mit)? {
            texts.entry(tidy(&text)).or_default().push(format!("{name} {version}"));
        }
    }
    let mut by_name: Vec<(Vec<String>, String)> =
        texts.into_iter().map(|(text, names)| (names, text)).collect();
    by_name.sort();
    let mut sections = String::new();
    for (names, text) in by_name {
        let _ = writeln!(
            sections,
            "<section class=\"stack\">\n<h3>{}</h3>\n<pre class=\"terms\" lang=\"en\">{}</pre>\n</section>",
            escape(&names.join(", ")),
            escape(&text)
        );
    }
    Ok(format!(
        r#"<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Lisensi - Swanilai</title>
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="{css}">
</head>
<body>
<main class="boot stack" data-gap="large">
<h1>Lisensi</h1>
<p>Swanilai memuat karya para pembuat perangkat lunak terbuka berikut. Naskah lisensinya berbahasa Inggris.</p>
<p><a href="./">Kembali ke Swanilai</a></p>
<section class="stack">
<h2>Yang dimuat</h2>
<ul>
{rows}</ul>
</section>
<section class="stack" data-gap="large">
<h2>Naskah lisensi</h2>
{sections}</section>
</main>
</body>
</html>
"#
    ))
}

/// The texts a crate ships. Where it leaves a choice, the Apache licence, by far the longest, is not the one taken.
fn terms(found: &Crate, name: &str, mit: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in
        fs::read_dir(&found.folder).with_context(|| format!("the sources of {name} are not there"))?
    {
        let file = entry?.file_name().to_string_lossy().into_owned();
        let upper = file.to_uppercase();
        if TERMS.iter().any(|term| upper.starts_with(term)) && found.folder.join(&file).is_file() {
            names.push(file);
        }
    }
    names.sort();
    if found.licence.contains(" OR ") && names.len() > 1 {
        names.retain(|file| !file.to_uppercase().contains("APACHE"));
    }
    if names.is_empty() {
        anyhow::ensure!(may_be_mit(&found.licence), "{name} ships no licence and leaves no choice of MIT");
        let authors =
            if found.authors.is_empty() { format!("the authors of {name}") } else { found.authors.clone() };
        return Ok(vec![format!("Copyright (c) {authors}\n\n{mit}")]);
    }
    names.iter().map(|file| read_lossy(&found.folder.join(file))).collect()
}

fn may_be_mit(licence: &str) -> bool {
    licence.split(" OR ").any(|choice| choice.trim_matches(['(', ')']) == "MIT")
}

fn read_lossy(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The same text however its lines end.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_free_choice_may_be_taken_as_mit() {
        assert!(may_be_mit("MIT") && may_be_mit("Apache-2.0 OR MIT"));
        assert!(!may_be_mit("MIT AND Zlib") && !may_be_mit("Apache-2.0"));
    }

    #[test]
    fn texts_that_differ_in_line_ends_alone_are_one() {
        assert_eq!(tidy("\r\na \r\nb\r\n\r\n"), tidy("a\nb"));
    }

    #[test]
    fn names_of_people_are_no_markup() {
        assert_eq!(escape("A & B <a@b>"), "A &amp; B &lt;a@b&gt;");
    }
}
