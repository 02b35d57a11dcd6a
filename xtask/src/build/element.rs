//! The element: its script with the addresses the build has made up, and the page's style sheet on another footing.
//!
//! Invariant: no length depends on the root of the page around the element, and no width on the screen.
//!
//! In a page of someone else `rem` is whatever that page says, and the screen says nothing of the room the element has.
//! So each `rem` becomes a multiple of `--swanilai-rem`, and a question about the screen's width one about the room of
//! the part it stands in (styles/element.css names the parts). Tokens stay with the screen: an element cannot ask about
//! its own width.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::build::page::Addresses;

/// What sites include; without hash, because they name it.
pub const SCRIPT: &str = "element.js";
/// What the script holds where the addresses belong.
const PLACEHOLDER: &str = "\"xtask: addresses\"";

/// What a length in `rem` becomes.
const LENGTH: &str = "var(--swanilai-rem)";
/// What tells a block of tokens.
const TOKENS: &str = ":root";
/// What `em` is in a question about widths, in pixels, for most readers.
const EM: f64 = 16.0;

/// The script with every address, relative to itself.
pub fn script(source: &str, css: &str, addresses: &Addresses) -> Result<String> {
    let Addresses { glue, wasm, modules, rubrics, examples, .. } = addresses;
    let modules: BTreeMap<&String, Value> =
        modules.iter().map(|(name, (glue, wasm))| (name, json!({ "glue": glue, "wasm": wasm }))).collect();
    let files = json!({ "css": css, "glue": glue, "wasm": wasm, "modules": modules, "rubrics": rubrics, "examples": examples });
    with_addresses(source, &files)
}

/// A script with what it has to know written in.
pub fn with_addresses(source: &str, files: &Value) -> Result<String> {
    ensure!(source.matches(PLACEHOLDER).count() == 1, "the script must hold {PLACEHOLDER} once");
    Ok(source.replace(PLACEHOLDER, &files.to_string()))
}

/// The sheet of the element from the page's sheet.
pub fn sheet(page: &str) -> Result<String> {
    let mut sheet = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("@media") {
        let (condition, after) = after.split_once('{').context("an at-rule has no block")?;
        let (block, after) = block(after)?;
        sheet += before;
        sheet += &asked(condition.trim(), block)?;
        rest = after;
    }
    sheet += rest;
    Ok(lengths(&sheet))
}

/// A block as far as the brace that ends it, and what follows.
fn block(text: &str) -> Result<(&str, &str)> {
    let mut depth = 1_usize;
    for (at, char) in text.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let (block, after) = text.split_at(at);
            return Ok((block, after.strip_prefix('}').unwrap_or_default()));
        }
    }
    bail!("a block has no end")
}

/// The block under conditions about the room for what was about the screen's width.
fn asked(condition: &str, block: &str) -> Result<String> {
    let (widths, others): (Vec<&str>, Vec<&str>) =
        condition.split(" and ").map(str::trim).partition(|part| part.contains("-width"));
    if widths.is_empty() || block.contains(TOKENS) {
        return Ok(format!("@media {condition} {{{block}}}"));
    }
    let widths = widths.into_iter().map(width).collect::<Result<Vec<_>>>()?.join(" and ");
    let inner = format!("@container {widths} {{{block}}}");
    Ok(if others.is_empty() { inner } else { format!("@media {} {{{inner}}}", others.join(" and ")) })
}

/// `(min-width: 48em)` in pixels.
fn width(part: &str) -> Result<String> {
    let Some((name, length)) = part.trim_end_matches(')').split_once(": ") else {
        bail!("cannot read {part}");
    };
    let pixels = match length.strip_suffix("em") {
        Some(number) => number.parse::<f64>().with_context(|| part.to_owned())? * EM,
        None => length.strip_suffix("px").context("a width is in em or px")?.parse()?,
    };
    ensure!(pixels > 0.0, "{part} asks nothing");
    Ok(format!("{name}: {pixels}px)"))
}

/// Every `rem` as a multiple of the element's own.
fn lengths(text: &str) -> String {
    let mut sheet = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("rem") {
        let bare = before.trim_end_matches(|char: char| char.is_ascii_digit() || matches!(char, '.' | '-'));
        let number = before.strip_prefix(bare).unwrap_or_default();
        // `.remark` ends in no number, and goes on.
        let goes_on = after.starts_with(|next: char| next.is_ascii_alphanumeric());
        if number.parse::<f64>().is_ok() && !goes_on {
            sheet.extend([bare, "calc(", number, " * ", LENGTH, ")"]);
        } else {
            sheet.extend([before, "rem"]);
        }
        rest = after;
    }
    sheet + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_no_longer_depend_on_the_page() {
        let css = ".remark { gap: clamp(0.5rem, 4vw, 1.5rem) } .a:has(.rem) { top: -3rem }";
        assert_eq!(
            sheet(css).unwrap(),
            ".remark { gap: clamp(calc(0.5 * var(--swanilai-rem)), 4vw, calc(1.5 * var(--swanilai-rem))) } \
             .a:has(.rem) { top: calc(-3 * var(--swanilai-rem)) }"
        );
    }

    #[test]
    fn widths_are_those_of_the_room_and_the_rest_is_left_to_the_screen() {
        assert_eq!(
            sheet("@media (min-width: 48em) { a { b: c } } d").unwrap(),
            "@container (min-width: 768px) { a { b: c } } d"
        );
        assert_eq!(
            sheet("@media screen and (max-width: 68.74em) and (max-height: 25em) { a { b: c } }").unwrap(),
            "@media screen and (max-height: 25em) {@container (max-width: 1099.84px) { a { b: c } }}"
        );
        for kept in
            ["@media print { a { b: c } }", "@media (min-width: 40em) { :where(:root, :host) { b: c } }"]
        {
            assert_eq!(sheet(kept).unwrap(), kept);
        }
    }

    #[test]
    fn the_script_learns_every_address() {
        let addresses = Addresses {
            css: "app.1.css".into(),
            boot: "boot.1.js".into(),
            sight: "sight.1.js".into(),
            frame: "frame.1.js".into(),
            frame_css: "frame.1.css".into(),
            offline: "offline.5.js".into(),
            glue: "app.1.js".into(),
            wasm: "app.1.wasm".into(),
            modules: [("recap".to_owned(), ("recap.1.js".to_owned(), "recap.1.wasm".to_owned()))].into(),
            rubrics: [("a".to_owned(), "rubrics/a.1.json".to_owned())].into(),
            examples: [].into(),
        };
        let script = script("const FILES = \"xtask: addresses\";", "element.1.css", &addresses).unwrap();
        assert_eq!(
            script,
            r#"const FILES = {"css":"element.1.css","examples":{},"glue":"app.1.js","modules":{"recap":{"glue":"recap.1.js","wasm":"recap.1.wasm"}},"rubrics":{"a":"rubrics/a.1.json"},"wasm":"app.1.wasm"};"#
        );
        assert!(super::script("", "", &addresses).is_err());
    }

    #[test]
    fn a_sheet_that_breaks_off_is_refused() {
        assert!(sheet("@media print { a { b: c }").is_err());
        assert!(sheet("@media (min-width: 3vw) { a { b: c } }").is_err());
    }
}
