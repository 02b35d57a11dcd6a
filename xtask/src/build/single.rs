//! `swanilai.html`: the whole page as one file, for a USB stick or a chat.
//!
//! Invariant: everything in the file but the packed part is ASCII, so that it reads the same in windows-1252 and in UTF-8.
//!
//! The packed part is LZMA, its bytes written as they are: base64 would cost a third, and deflate a fifth. HTML changes two
//! bytes (NUL and CR); they, `=` and a `<` that could end the element are written as `=` and the byte 64 higher.
//! `single/start.js` undoes it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Crc;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use sha2::{Digest, Sha256};

use crate::build::assets::Assets;
use crate::build::bundle::Bundle;
use crate::build::page::{Addresses, PANIC, part};
use crate::build::papers::LICENCES;
use crate::build::wasm::Bound;

/// The file's name in `dist/`.
pub const FILE: &str = "swanilai.html";
/// Where the packed part belongs.
const PACKED: &str = r#"id="packed"></script>"#;
/// What carries an assessment; `format::carried` in the app looks for the same.
const ASSESSMENT: &str = r#"<script type="application/json" id="assessment"></script>"#;

/// Makes the file of what the page is made of, with all views in the one module `app`.
pub fn make(assets: &Assets, bundle: &Bundle, addresses: &Addresses, app: Bound) -> Result<Vec<u8>> {
    let file = |path: &str| bundle.file(path).with_context(|| format!("{path} is not built"));
    let css = String::from_utf8(file(&addresses.css)?.to_vec())?;
    let glue = classic(std::str::from_utf8(&assets.minified("js", app.glue)?)?)?;
    let start = String::from_utf8(assets.script("single/start.js")?)?;
    let first = fs::read_to_string(assets.project.path("single/first.css")).context("single/first.css")?;
    let first = String::from_utf8(assets.minified("css", first)?)?;

    let mut files = vec![("app.css".to_owned(), css.clone().into_bytes())];
    files.push(("app.js".to_owned(), glue.clone().into_bytes()));
    files.push(("app.wasm".to_owned(), app.wasm));
    let mut head = format!(
        "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n  <style>{first}</style>",
        STANDARD.encode(file("icon.svg")?)
    );
    let kinds =
        [("rubric", "rubrics", &addresses.rubrics), ("example", "rubrics/examples", &addresses.examples)];
    for (kind, folder, paths) in kinds {
        for (id, path) in paths {
            let name = format!("{folder}/{id}.json");
            // Writing to a String cannot fail.
            let _ = write!(head, "\n  <meta name=\"swanilai:{kind}:{id}\" content=\"{name}\">");
            files.push((name, file(path)?.to_vec()));
        }
    }
    files.push((LICENCES.to_owned(), notices(std::str::from_utf8(file(LICENCES)?)?, &css).into_bytes()));
    let _ = write!(
        head,
        "\n  <meta name=\"swanilai:licences\" content=\"{LICENCES}\">\n  <script>{start}</script>"
    );

    let project = assets.project;
    let template = fs::read_to_string(project.path("single/page.html")).context("single/page.html")?;
    let index = fs::read_to_string(project.path("index.html")).context("index.html")?;
    let mut page = template;
    for (place, with) in [
        ("policy", policy(&[&start, &glue], &[&first, &css])),
        ("head", head),
        ("panic", part(&index, PANIC)?.to_owned()),
    ] {
        let place = format!("<!-- xtask: {place} -->");
        ensure!(page.matches(&place).count() == 1, "single/page.html must hold `{place}` once");
        page = page.replace(&place, &with);
    }
    let page = ascii(&page);
    for inline in [&start, &first] {
        ensure!(
            inline.is_ascii() && !inline.contains("</") && !inline.contains("<!--"),
            "cannot stand in HTML"
        );
    }
    // WebKit takes hashes of the text as the page's own encoding has it.
    ensure!(css.is_ascii() && glue.is_ascii(), "styles and glue must be ASCII: escape what is not");
    for once in [PACKED, ASSESSMENT] {
        ensure!(page.matches(once).count() == 1, "single/page.html must hold `{once}` once");
    }
    files.push((FILE.to_owned(), page.clone().into_bytes()));
    let packed = escaped(&packed(&files)?);
    let (before, after) = page.split_once(PACKED).context("no place for the packed part")?;
    let (open, close) = PACKED.split_at(PACKED.len() - "</script>".len());
    Ok([before.as_bytes(), open.as_bytes(), &packed, close.as_bytes(), after.as_bytes()].concat())
}

/// The notices as a page that needs no other file: with the styles, and no link that leads nowhere from here.
fn notices(page: &str, css: &str) -> String {
    let leads_nowhere = |line: &&str| !line.starts_with("  <link ") && !line.contains("href=\"./\"");
    let page: Vec<&str> = page.lines().filter(leads_nowhere).collect();
    page.join("\n").replacen("</head>", &format!("<style>{css}</style></head>"), 1)
}

/// The policy inside the file: only what has these hashes runs, and nothing is ever asked of anyone.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hash = |text: &&str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let hashes = |texts: &[&str]| texts.iter().map(hash).collect::<Vec<_>>().join(" ");
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; connect-src 'none'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types swanilai\">",
        hashes(scripts),
        hashes(styles)
    )
}

/// The glue as a classic script that leaves its start function in `swanilaiStart`: modules beside an inline one have no
/// address to be imported by.
fn classic(glue: &str) -> Result<String> {
    let (body, exports) = glue.rsplit_once("export").context("the glue exports nothing")?;
    let mut names = exports.split(['{', ',', '}']).filter_map(|name| name.trim().strip_suffix(" as default"));
    let start = names.next().context("the glue has no default export")?;
    ensure!(!body.contains("import.meta"), "the glue is no longer one plain module");
    Ok(format!("(()=>{{{}\nglobalThis.swanilaiStart={}}})();", body.trim_end(), start.trim()))
}

/// Text with everything beyond ASCII as character references.
fn ascii(html: &str) -> String {
    let mut out = String::new();
    for letter in html.chars() {
        if letter.is_ascii() {
            out.push(letter);
        } else {
            let _ = write!(out, "&#{};", u32::from(letter));
        }
    }
    out
}

/// Size and CRC-32 of what is packed, then that: one line of JSON with names and lengths, and the files.
fn packed(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let names: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (&**name, bytes.len())).collect();
    let mut all = serde_json::to_vec(&names)?;
    all.push(b'\n');
    for (_, bytes) in files {
        all.extend(bytes);
    }
    let size = u32::try_from(all.len())?;
    let mut crc = Crc::new();
    crc.update(&all);
    // What `single/start.js` counts on.
    let options = LzmaOptions {
        lc: 4,
        lp: 0,
        pb: 0,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        ..LzmaOptions::with_preset(9)
    };
    let head = [size.to_be_bytes(), crc.sum().to_be_bytes()].concat();
    let mut writer = LzmaWriter::new_no_header(head, &options, false)?;
    writer.write_all(&all)?;
    Ok(writer.finish()?)
}

/// Bytes as they can stand inside `<script>`.
fn escaped(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 64);
    for (at, byte) in bytes.iter().enumerate() {
        let ends = *byte == b'<' && matches!(bytes.get(at + 1), Some(b'/' | b'!') | None);
        if ends || matches!(byte, 0 | b'\r' | b'=') {
            out.extend([b'=', byte.wrapping_add(64)]);
        } else {
            out.push(*byte);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unescaped(text: &[u8]) -> Vec<u8> {
        let mut bytes = text.iter();
        let mut out = Vec::new();
        while let Some(byte) = bytes.next() {
            out.push(if *byte == b'=' { bytes.next().unwrap().wrapping_sub(64) } else { *byte });
        }
        out
    }

    #[test]
    fn every_byte_survives_and_none_stays_that_html_would_change() {
        let every: Vec<u8> = (0..=u8::MAX).chain(*b"<//script><!--==<</").collect();
        let text = escaped(&every);
        assert_eq!(unescaped(&text), every);
        assert!(!text.contains(&0) && !text.contains(&b'\r'));
        assert!(!text.windows(2).any(|pair| pair == b"</" || pair == b"<!"));
        assert_ne!(escaped(b"<").first(), Some(&b'<'), "it would meet the end of the element");
    }

    #[test]
    fn what_is_packed_opens_with_its_size_and_sum() {
        let packed = packed(&[("a".to_owned(), vec![b'x'; 1000])]).unwrap();
        assert_eq!(packed.get(..4).unwrap(), 1_013_u32.to_be_bytes());
        assert!(packed.len() < 60);
        assert_eq!(packed.get(8), Some(&0), "LZMA begins with nought");
    }

    #[test]
    fn the_glue_becomes_a_classic_script() {
        let made = "async function __wbg_init() {}\n\nexport { initSync, __wbg_init as default };\n";
        assert_eq!(
            classic(made).unwrap(),
            "(()=>{async function __wbg_init() {}\nglobalThis.swanilaiStart=__wbg_init})();"
        );
        assert!(
            classic("async function P(){}export{z as initSync,P as default};").unwrap().ends_with("=P})();")
        );
        assert!(classic("let a = import.meta.url; export { a as default };").is_err());
    }

    #[test]
    fn the_policy_lets_nothing_out_and_names_each_script() {
        let policy = policy(&["a", "b"], &["c"]);
        assert_eq!(policy.matches("'sha256-").count(), 3);
        assert!(policy.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"));
        assert!(policy.contains("connect-src 'none'") && !policy.contains("unsafe-inline"));
    }

    #[test]
    fn letters_beyond_ascii_become_references() {
        assert_eq!(ascii("a …"), "a &#8230;");
    }
}
