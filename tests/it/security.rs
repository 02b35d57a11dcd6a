//! The security papers name tests and files that are there.

use std::collections::BTreeMap;

use crate::shipped::{path, text};

const PAPERS: [&str; 4] =
    ["SECURITY.md", "docs/fuzzing.md", "docs/security/asvs.md", "docs/security/ringkasan.md"];
/// Where paths in code spans begin that are files of the repository. `dist/` is made by the build, whose own tests look.
const FOLDERS: [&str; 8] = ["assets/", "docs/", "fuzz/", "rubrics/", "src/", "styles/", "tests/", "xtask/"];

/// The pieces of a line between two marks.
fn between(line: &str, mark: char) -> impl Iterator<Item = (usize, &str)> {
    let places: Vec<usize> = line.match_indices(mark).map(|(at, _)| at).collect();
    let pairs: Vec<(usize, usize)> = places.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.into_iter().map(move |(begin, end)| (begin, line.get(begin + 1..end).unwrap_or_default()))
}

/// Paths in code spans, and titles in emphasis after them, by line of a paper.
fn named(line: &str) -> Vec<(String, Vec<String>)> {
    let mut spans: BTreeMap<usize, (bool, String)> = BTreeMap::new();
    spans.extend(between(line, '`').map(|(at, span)| (at, (true, span.to_owned()))));
    let bare: String = {
        // Emphasis inside code is none: blank the code out, at the same length.
        let mut bare = line.to_owned();
        for (at, span) in between(line, '`') {
            bare.replace_range(at..at + span.len() + 2, &"`".repeat(span.len() + 2));
        }
        bare.replace("**", "``")
    };
    spans.extend(between(&bare, '*').map(|(at, title)| (at, (false, title.to_owned()))));
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for (is_code, words) in spans.into_values() {
        let is_path = is_code && FOLDERS.iter().any(|folder| words.starts_with(folder));
        if is_path {
            found.push((words, Vec::new()));
        } else if let (false, Some((last, titles))) = (is_code, found.last_mut())
            && ["rs", "mjs"].contains(&ending(last))
        {
            titles.push(words);
        }
    }
    found
}

fn ending(file: &str) -> &str {
    file.rsplit('.').next().unwrap_or_default()
}

fn has_test(file: &str, title: &str) -> bool {
    if ending(file) == "rs" {
        return text(file).contains(&format!("fn {title}("));
    }
    let text = text(file);
    ["\"", "`"].iter().any(|quote| text.contains(&format!("({quote}{title}{quote}")))
}

#[test]
fn every_path_and_every_test_the_security_papers_name_is_there() {
    let mut missing = Vec::new();
    let mut titles_seen = 0;
    for paper in PAPERS {
        for line in text(paper).lines() {
            for (file, titles) in named(line) {
                if !path(&file).exists() {
                    missing.push(format!("{paper}: {file}"));
                    continue;
                }
                titles_seen += titles.len();
                let absent = titles.iter().filter(|title| !has_test(&file, title));
                missing.extend(absent.map(|title| format!("{paper}: {file}: {title}")));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(titles_seen > 30, "only {titles_seen} titles were found");
}

#[test]
fn a_title_belongs_to_the_file_before_it_and_code_holds_none() {
    let line = "| *before* | `tests/it/a.rs` *one*, **bold**, `x * y` *two*; `docs/b.md` *Heading* |";
    let expected = [
        ("tests/it/a.rs".to_owned(), vec!["one".to_owned(), "two".to_owned()]),
        ("docs/b.md".to_owned(), Vec::new()),
    ];
    assert_eq!(named(line), expected);
}

#[test]
fn links_of_the_security_papers_lead_to_files() {
    for paper in PAPERS {
        let folder = path(paper);
        let folder = folder.parent().unwrap();
        for link in text(paper).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            if !file.is_empty() && !link.contains("://") {
                assert!(folder.join(file).exists(), "{paper}: {link}");
            }
        }
    }
}
