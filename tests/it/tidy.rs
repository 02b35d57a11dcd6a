//! The house rules that a compiler cannot hold, held by reading the sources.

use std::fs;
use std::path::Path;

/// Where a file is readable in one sitting: lines that are neither blank, comment nor test.
const ONE_SITTING: usize = 330;

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The file up to its own tests.
    fn code(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }

    /// Lines of code: no blanks, no comments.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self.code().lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with("//"))
    }
}

fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|kind| kind == "rs") && !entry.ends_with("tests.rs") {
                found
                    .push(Source { path: relative(root, &entry), text: fs::read_to_string(&entry).unwrap() });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty());
    found
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap().to_string_lossy().into_owned()
}

/// Files of a room that name what the room must not name.
fn offenders(room: &str, forbidden: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources("src") {
        let inside =
            source.path == format!("src/{room}.rs") || source.path.starts_with(&format!("src/{room}/"));
        for (at, line) in source.lines().filter(|_| inside) {
            for word in forbidden.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{}:{at} names {word}", source.path));
            }
        }
    }
    found
}

#[test]
fn each_room_names_only_the_rooms_it_may() {
    let pure = ["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen"];
    let with = |more: &[&'static str]| [pure.as_slice(), more].concat();
    let mut found =
        offenders("domain", &with(&["serde", "crate::format", "crate::state", "crate::edge", "crate::ui"]));
    found.extend(offenders("format", &with(&["crate::state", "crate::edge", "crate::ui"])));
    found.extend(offenders("state", &with(&["serde", "crate::format", "crate::edge", "crate::ui"])));
    found.extend(offenders(
        "papers",
        &with(&["serde", "crate::edge", "crate::ui::components", "crate::ui::hooks"]),
    ));
    found
        .extend(offenders("sheets", &["yew", "web_sys", "gloo", "crate::state", "crate::edge", "crate::ui"]));
    found.extend(offenders("edge", &["yew", "crate::ui"]));
    found.extend(offenders("cli", &with(&["crate::state", "crate::edge", "crate::ui"])));
    found.extend(offenders("ui/components", &["crate::edge", "serde", "gloo", "js_sys", "spawn_local"]));
    found.extend(offenders("ui/text", &["crate::edge", "serde", "web_sys", "yew::", "js_sys"]));
    // A module of its own: it is drawn without the app, and the app without it.
    found.extend(offenders(
        "ui/recap",
        &["crate::ui::hooks", "crate::ui::app", "crate::ui::intent", "js_sys", "gloo"],
    ));
    found.extend(offenders("ui/beyond", &["crate::ui::hooks", "crate::ui::app", "js_sys", "gloo"]));
    found.extend(offenders("ui/views", &["crate::ui::hooks", "crate::ui::app", "crate::format"]));
    found.extend(offenders("ui/crossing", &["crate::edge", "crate::format::document", "yew"]));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn components_name_of_the_format_room_only_words_and_numbers() {
    let mut found = offenders(
        "ui/components",
        &["crate::format::document", "crate::format::rubric", "crate::format::json"],
    );
    found.extend(offenders(
        "ui/text",
        &["crate::format::document", "crate::format::rubric", "crate::format::json"],
    ));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_float_is_named_in_a_pure_room() {
    let mut found = Vec::new();
    for room in ["domain", "format", "state"] {
        found.extend(offenders(room, &["f32", "f64"]));
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_module_opens_by_saying_what_it_is_and_what_it_keeps() {
    let without = |source: &Source| {
        let doc: Vec<&str> = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        let thin = source.path == "src/lib.rs"
            || source.path == "src/main.rs"
            || source.path.starts_with("src/bin/");
        doc.is_empty() || (!thin && !doc.iter().any(|line| line.contains("Invariant")))
    };
    let found: Vec<String> = sources("src").into_iter().filter(without).map(|source| source.path).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn views_are_written_with_our_own_macro() {
    let theirs = |source: &Source| {
        source.path.starts_with("src/ui/")
            && source.code().contains("html! {")
            && !source.code().contains("use crate::ui::markup::html;")
    };
    let found: Vec<String> = sources("src").into_iter().filter(theirs).map(|source| source.path).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let long = |source: &Source| (source.lines().count() > ONE_SITTING).then(|| source.path.clone());
    let found: Vec<String> =
        ["src", "markup/src", "xtask/src"].into_iter().flat_map(sources).filter_map(|s| long(&s)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn nothing_puts_markup_into_the_page_unseen_or_panics_on_purpose() {
    let words = [
        "from_html_unchecked",
        "VRaw",
        "inner_html",
        "outer_html",
        "eval(",
        ".unwrap()",
        ".expect(",
        "todo!",
        "unimplemented!",
    ];
    let mut found = Vec::new();
    for source in sources("src") {
        for (at, line) in source.lines() {
            found.extend(
                words
                    .iter()
                    .filter(|word| line.contains(**word))
                    .map(|word| format!("{}:{at} {word}", source.path)),
            );
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn main_only_mounts_the_app() {
    let main = sources("src").into_iter().find(|source| source.path == "src/main.rs").unwrap();
    assert!(main.text.lines().count() <= 20);
}

#[test]
fn words_that_people_read_stand_in_the_room_for_words() {
    // A literal with two words of letters, one of them long, is a sentence.
    let mut found = Vec::new();
    let rooms = [
        "src/papers/",
        "src/ui/components/",
        "src/ui/hooks/",
        "src/ui/recap",
        "src/ui/a",
        "src/ui/beyond.rs",
        "src/ui/crossing.rs",
        "src/ui/views.rs",
        "src/edge/",
        "src/state",
    ];
    for source in sources("src").into_iter().filter(|s| rooms.iter().any(|room| s.path.starts_with(room))) {
        for (at, line) in source.lines() {
            let code = line.split(" // ").next().unwrap_or(line);
            for literal in code.split('"').skip(1).step_by(2) {
                let words = literal
                    .split_whitespace()
                    .filter(|word| word.len() > 2 && word.chars().all(char::is_alphabetic));
                let technical = code.contains("class=")
                    || code.contains("class:")
                    || code.contains("reason =")
                    || code.contains("must_use")
                    || code.contains("error_1")
                    || code.contains("sizes=");
                if words.count() > 1 && !technical {
                    found.push(format!("{}:{at} {literal}", source.path));
                }
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}
