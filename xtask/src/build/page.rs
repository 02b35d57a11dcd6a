//! `index.html` with the addresses the build has made up, and the same page for frames.
//!
//! Invariant: the page learns every address from its own head; no script carries one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

use crate::build::papers::LICENCES;

/// What the source page holds where the addresses belong.
const PLACEHOLDER: &str = "<!-- xtask: addresses -->";
/// What stands between these is for frames only.
const IN_FRAMES: [&str; 2] = ["  <!-- xtask: in frames -->\n", "  <!-- xtask: end -->\n"];
/// Where the page says what place it stands in; nothing is said of a page of its own.
const ROOT: &str = "<html lang=\"id\"";

const MAIN_END: &str = "</main>";
/// How the screen after a panic begins in `index.html`; the one file has the same.
pub const PANIC: &str = r#"<main id="panic""#;

/// The `<main>` of a page that begins so.
pub fn part<'a>(html: &'a str, begin: &str) -> Result<&'a str> {
    let rest = html.find(begin).and_then(|at| html.get(at..));
    let end = rest.and_then(|rest| rest.find(MAIN_END)).map(|at| at + MAIN_END.len());
    rest.zip(end)
        .and_then(|(rest, end)| rest.get(..end))
        .with_context(|| format!("index.html must hold `{begin}`"))
}

/// Paths in `dist/` that the page must know.
pub struct Addresses {
    pub css: String,
    pub boot: String,
    /// What a page of its own draws before the app is there.
    pub sight: String,
    /// What only the page in frames loads.
    pub frame: String,
    /// How that one differs in looks.
    pub frame_css: String,
    /// What only a page of its own loads, after its first view.
    pub offline: String,
    pub glue: String,
    pub wasm: String,
    /// Glue and module of what is loaded when it is first asked for, by name.
    pub modules: BTreeMap<String, (String, String)>,
    /// Instruments, by id.
    pub rubrics: BTreeMap<String, String>,
    /// Filled-in examples, by id.
    pub examples: BTreeMap<String, String>,
}

/// The page itself. It alone can be installed and kept for use without a network.
pub fn render(template: &str, addresses: &Addresses) -> Result<String> {
    let [begin, end] = IN_FRAMES;
    let mut parts = template.split(begin);
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, after) =
            part.split_once(end).with_context(|| format!("index.html must hold `{}`", end.trim()))?;
        page += after;
    }
    let kept = format!(
        r#"<link rel="manifest" href="manifest.webmanifest">
  <meta name="swanilai:offline" content="{}">
  {PLACEHOLDER}"#,
        addresses.offline
    );
    ensure!(page.matches(PANIC).count() == 1, "index.html must hold `{PANIC}` once");
    // No module: those wait for the whole page, and for their turn after it.
    let sight = format!("<script src=\"{}\"></script>\n  {PANIC}", addresses.sight);
    with_addresses(&page.replace(PLACEHOLDER, &kept).replace(PANIC, &sight), addresses)
}

/// The template with what it must know in its head. Relative addresses: it works in any folder of any host.
fn with_addresses(template: &str, addresses: &Addresses) -> Result<String> {
    ensure!(template.matches(PLACEHOLDER).count() == 1, "index.html must hold `{PLACEHOLDER}` once");
    let Addresses { css, boot, glue, wasm, .. } = addresses;
    let mut head = format!(
        r#"<link rel="stylesheet" href="{css}">
  <link rel="preload" href="{wasm}" as="fetch" type="application/wasm" crossorigin>
  <link rel="modulepreload" href="{glue}">
  <script type="module" src="{boot}"></script>"#
    );
    // Writing to a String cannot fail.
    let _ = write!(head, "\n  <meta name=\"swanilai:licences\" content=\"{LICENCES}\">");
    for (name, (glue, wasm)) in &addresses.modules {
        let _ = write!(
            head,
            "\n  <meta name=\"swanilai:module:{name}\" content=\"{glue}\" data-wasm=\"{wasm}\">"
        );
    }
    for (kind, paths) in [("rubric", &addresses.rubrics), ("example", &addresses.examples)] {
        for (id, path) in paths {
            ensure!(is_plain(id), "{path}: a file name may hold a-z, 0-9 and `-`, not `{id}`");
            let _ = write!(head, "\n  <meta name=\"swanilai:{kind}:{id}\" content=\"{path}\">");
        }
    }
    Ok(template.replace(PLACEHOLDER, &head))
}

/// The page for frames: it says so, and loads the script that speaks with the site around it.
pub fn render_for_frames(template: &str, addresses: &Addresses) -> Result<String> {
    let [begin, end] = IN_FRAMES;
    let page = with_addresses(&template.replace(begin, "").replace(end, ""), addresses)?;
    let boot = format!(r#"<script type="module" src="{}">"#, addresses.boot);
    for part in [ROOT, &boot] {
        ensure!(page.matches(part).count() == 1, "index.html must hold `{part}` once");
    }
    let frame = format!(
        r#"<link rel="stylesheet" href="{}">
  <script type="module" src="{}"></script>
  {boot}"#,
        addresses.frame_css, addresses.frame
    );
    Ok(page.replace(ROOT, &format!("{ROOT} data-place=\"frame\"")).replace(&boot, &frame))
}

/// Whether an id can stand in an attribute and a file name as it is.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<html lang=\"id\"><head><!-- xtask: addresses --></head>
  <!-- xtask: in frames -->
  <aside>
  <!-- xtask: end -->
  <div id=\"app\"></div>
  <main id=\"panic\"></main>
</html>";

    fn addresses(id: &str) -> Addresses {
        Addresses {
            css: "app.1.css".into(),
            boot: "boot.1.js".into(),
            sight: "sight.1.js".into(),
            frame: "frame.1.js".into(),
            frame_css: "frame.1.css".into(),
            offline: "offline.1.js".into(),
            glue: "app.1.js".into(),
            wasm: "app.1.wasm".into(),
            modules: BTreeMap::from([(
                "recap".to_owned(),
                ("recap.1.js".to_owned(), "recap.1.wasm".to_owned()),
            )]),
            rubrics: BTreeMap::from([(id.to_owned(), "rubrics/a.1.json".to_owned())]),
            examples: BTreeMap::new(),
        }
    }

    #[test]
    fn the_head_gets_every_address() {
        let page = render(TEMPLATE, &addresses("sakip-2021")).unwrap();
        assert!(page.contains(r#"<meta name="swanilai:rubric:sakip-2021" content="rubrics/a.1.json">"#));
        assert!(page.contains(
            r#"<meta name="swanilai:module:recap" content="recap.1.js" data-wasm="recap.1.wasm">"#
        ));
        assert!(page.contains(r#"as="fetch" type="application/wasm" crossorigin>"#));
        assert!(!page.contains("xtask"));
    }

    #[test]
    fn the_page_for_frames_says_so_and_loads_its_script_first() {
        let page = render_for_frames(TEMPLATE, &addresses("sakip-2021")).unwrap();
        assert!(page.starts_with(r#"<html lang="id" data-place="frame">"#));
        assert!(page.find("frame.1.js").unwrap() < page.find("boot.1.js").unwrap());
        assert!(page.contains("<aside>") && page.contains("frame.1.css") && !page.contains("xtask"));
        let alone = render(TEMPLATE, &addresses("sakip-2021")).unwrap();
        assert!(!alone.contains("frame") && !alone.contains("<aside>"));
        assert!(alone.find("id=\"app\"").unwrap() < alone.find("src=\"sight.1.js\"").unwrap());
        assert!(alone.contains("manifest.webmanifest") && alone.contains(r#"content="offline.1.js""#));
        assert!(
            !["offline", "manifest", "sight"].iter().any(|name| page.contains(name)),
            "from a frame nothing is kept or installed"
        );
    }

    #[test]
    fn a_page_without_the_placeholder_is_refused() {
        assert!(render("<head></head>", &addresses("a")).is_err());
    }

    #[test]
    fn an_id_that_would_need_escaping_is_refused() {
        assert!(render(&TEMPLATE.replace("end", "End"), &addresses("sakip-2021")).is_err());
        assert!(render(TEMPLATE, &addresses("a\"b")).is_err());
    }
}
