//! The shipped instruments: sound, well worded, and true to published results.

use std::collections::BTreeMap;

use serde_json::Value;
use swanilai::domain::number::Score;
use swanilai::domain::recap::pemda_score;
use swanilai::domain::rubric::{Assessed, Basis, LevelsBasis, RubricStatus, ScaleKind};
use swanilai::domain::zone::{Subject, Zone};
use swanilai::format::catalog;
use swanilai::format::number::read_comma;
use swanilai::format::rubric::check;

use crate::shipped::{IDS, golden, path, rubric, rubrics, text};

fn score(text: &str) -> Score {
    Score::rounded(read_comma(text).unwrap_or_else(|reason| panic!("{text}: {reason:?}")))
}

#[test]
fn every_shipped_instrument_is_sound_and_has_no_unknown_member() {
    for id in IDS {
        let found: Vec<_> =
            check(&text(&format!("rubrics/{id}.json"))).iter().map(ToString::to_string).collect();
        assert_eq!(found, [""; 0], "{id}");
    }
}

#[test]
fn every_rubric_file_is_listed_under_its_own_id() {
    let files = std::fs::read_dir(path("rubrics")).into_iter().flatten().flatten();
    let mut names: Vec<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.strip_suffix(".json").is_some_and(|stem| stem != "catalog"));
    names.sort_unstable();
    let mut expected: Vec<_> = IDS.iter().map(|id| format!("{id}.json")).collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    for id in IDS {
        assert_eq!(&*rubric(id).id, id);
    }
}

#[test]
fn the_catalogue_says_what_the_instruments_say() {
    let rubrics = rubrics();
    let made = catalog::of(&rubrics);
    golden("rubrics/catalog.json", &made);
    let entries: Vec<_> = rubrics.iter().map(swanilai::domain::catalog::Entry::from).collect();
    assert_eq!(catalog::decode(&made), Ok(entries));
}

#[test]
fn worded_levels_are_neither_shared_nor_short_nor_mere_numbers() {
    for rubric in rubrics() {
        let mut seen = BTreeMap::new();
        for (_, indicator) in rubric.indicators() {
            for level in &indicator.levels {
                let plain = level.text.trim().to_lowercase();
                assert!(plain.chars().count() >= 15, "{} {}: {plain}", rubric.id, indicator.id);
                let numbered = |word: &str| {
                    let rest = plain.split(word).skip(1);
                    rest.into_iter()
                        .any(|rest| rest.trim_start().starts_with(|letter: char| letter.is_ascii_digit()))
                };
                let named = ["level ", "tingkat ", "tingkatan "].into_iter().any(numbered);
                assert!(!named, "{} {}: {plain}", rubric.id, indicator.id);
                let other = seen.insert(plain.clone(), indicator.id.clone());
                assert_eq!(other, None, "{} {}: {plain}", rubric.id, indicator.id);
            }
        }
    }
}

/// Words that a front-desk clerk need not know, or that the page says otherwise.
const FOREIGN: [&str; 12] = [
    "eviden",
    "error",
    "invalid",
    "level",
    "monev",
    "offline",
    "online",
    "screenshot",
    "stakeholder",
    "submit",
    "update",
    "website",
];

#[test]
fn what_is_asked_is_said_in_plain_indonesian() {
    for rubric in rubrics() {
        for (_, indicator) in rubric.indicators() {
            let single = [&indicator.question, &indicator.hint, &indicator.why, &indicator.note];
            let levels = indicator.levels.iter().map(|level| &level.text);
            for said in single.into_iter().chain(levels).chain(&indicator.evidence) {
                let plain = said.to_lowercase();
                let found =
                    plain.split(|letter: char| !letter.is_alphanumeric()).find(|word| FOREIGN.contains(word));
                assert_eq!(found, None, "{} {}: {said}", rubric.id, indicator.id);
            }
        }
    }
}

#[test]
fn what_users_are_asked_is_better_the_higher_it_is() {
    for rubric in rubrics() {
        for (_, indicator) in rubric.indicators().filter(|(_, item)| item.assessed == Assessed::Survey) {
            let words = indicator.question.to_lowercase();
            let negated = words.split(' ').any(|word| ["tidak", "tanpa", "belum", "bukan"].contains(&word));
            assert!(!negated, "{} {}: {words}", rubric.id, indicator.id);
        }
    }
}

#[test]
fn levels_that_the_official_form_numbers_show_their_number() {
    for rubric in rubrics().iter().filter(|rubric| rubric.id.starts_with("pekppp")) {
        for scale in &rubric.scales {
            let ScaleKind::Levels(levels) = &scale.kind else { continue };
            for level in levels {
                assert_eq!(*level.code, level.value.to_string(), "{}", rubric.id);
            }
        }
    }
}

#[test]
fn every_fillable_instrument_that_is_no_draft_has_a_made_up_example() {
    for rubric in rubrics() {
        if !rubric.fillable || rubric.status == RubricStatus::Draft {
            continue;
        }
        let name = format!("rubrics/examples/{}.json", rubric.id);
        let example: Value = serde_json::from_str(&text(&name)).unwrap();
        let unit = example["unit"]["name"].as_str().unwrap_or_default();
        assert!(unit.starts_with("Contoh: ") && unit.ends_with(" Kabupaten Contoh"), "{name}: {unit}");
        for (id, answer) in example["answers"].as_object().into_iter().flatten() {
            let (_, indicator) = rubric.indicator(id).unwrap_or_else(|| panic!("{name}: {id}"));
            for piece in answer["evidence"].as_array().into_iter().flatten() {
                let asked = piece["asked"].as_str().unwrap_or_default();
                assert!(indicator.evidence.iter().any(|known| **known == *asked), "{name} {id}: {asked}");
            }
        }
    }
}

#[test]
fn levels_without_official_wording_say_so() {
    for rubric in rubrics() {
        for (_, indicator) in rubric.indicators() {
            let worded = !indicator.levels.is_empty();
            assert_eq!(
                worded,
                indicator.levels_basis != LevelsBasis::Shared,
                "{} {}",
                rubric.id,
                indicator.id
            );
            if rubric.id.starts_with("ombudsman") && worded {
                assert_eq!(indicator.levels_basis, LevelsBasis::Own, "{} {}", rubric.id, indicator.id);
            }
        }
    }
}

#[test]
fn what_is_called_published_names_a_source() {
    for rubric in rubrics() {
        let groups = rubric.dimensions.iter().map(|dimension| &dimension.weight);
        let items = rubric.indicators().filter_map(|(_, indicator)| indicator.weight.as_ref());
        for weight in groups.chain(items) {
            let published = weight.provenance.basis == Basis::Published;
            assert!(!published || !weight.provenance.sources.is_empty(), "{}: {weight:?}", rubric.id);
            assert!(!published || weight.value.is_some(), "{}: {weight:?}", rubric.id);
        }
    }
}

#[test]
fn bounds_are_read_off_the_rounded_score() {
    let at = |id: &str, text: &str| {
        rubric(id).categories.of(score(text)).map(|category| category.id.to_string()).unwrap_or_default()
    };
    assert_eq!(at("sakip-2021", "90"), "A");
    assert_eq!(at("sakip-2021", "90,01"), "AA");
    assert_eq!(at("sakip-2021", "0"), "D");
    assert_eq!(at("ombudsman-kepatuhan-2023", "77,99"), "C");
    assert_eq!(at("ombudsman-kepatuhan-2023", "77,9949"), "C");
    assert_eq!(at("ombudsman-kepatuhan-2023", "77,995"), "B");
    assert_eq!(at("ombudsman-kepatuhan-2023", "78"), "B");
    assert_eq!(at("pekppp-2023-luring", "4,51"), "A");
    assert_eq!(at("pekppp-2023-luring", "4,505"), "A");
    assert_eq!(at("pekppp-2023-luring", "4,5"), "A-");
}

/// The instrument that rules a year.
fn of_year(year: u16) -> &'static str {
    match year {
        ..=2021 => "ombudsman-kepatuhan-2021",
        2022 => "ombudsman-kepatuhan-2022",
        2023 | 2024 => "ombudsman-kepatuhan-2023",
        _ => "ombudsman-opini-2025",
    }
}

#[test]
fn every_published_zone_follows_from_its_score_by_the_rule_of_its_year() {
    let (mut results, mut zones, mut names) = (0, 0, 0);
    for line in text("tests/fixtures/published-results.csv").lines().skip(1) {
        let cells: Vec<&str> = line.splitn(7, ',').collect();
        let [pemda, unit, year, value, zone, category, _] = cells[..] else { panic!("{line}") };
        let rubric = rubric(of_year(year.parse().unwrap_or_else(|_| panic!("{line}"))));
        let band = rubric.categories.of(score(value)).unwrap_or_else(|| panic!("{line}"));
        results += 1;
        if !zone.is_empty() {
            zones += 1;
            assert_eq!(band.zone.map(Zone::word), Some(zone), "{line}");
        }
        let stated = category.to_lowercase();
        // Vertical offices carry the names of units although the press lists them as bodies of their own.
        let subject =
            if unit.is_empty() && !pemda.starts_with("(vertikal)") { Subject::Pemda } else { Subject::Unit };
        let name = band.name(subject).to_lowercase();
        if stated.contains("kualitas") || stated.starts_with("sangat baik") || stated == "baik" {
            names += 1;
            let code = stated.split_once(' ').filter(|(code, _)| code.len() == 1);
            let stated = code.map_or(stated.as_str(), |(_, rest)| rest);
            assert!(stated.starts_with(&name) || name == stated, "{line}: {name}");
        }
    }
    assert_eq!((results, zones), (104, 65));
    assert!(names > 30, "{names}");
}

#[test]
fn published_means_of_units_are_met_and_2021_refuses_to_average() {
    let mean = |id: &str, units: &[&str]| {
        let units: Vec<Score> = units.iter().map(|unit| score(unit)).collect();
        pemda_score(&rubric(id), &units).ok().map(|score| score.to_string())
    };
    let pemalang = ["99.03", "98.99", "98.63", "98.56", "98.24", "98.11"];
    assert_eq!(mean("ombudsman-kepatuhan-2023", &pemalang).as_deref(), Some("98.59"));
    let yogyakarta = ["92.36", "90.16", "83.63", "83.58", "84.73", "81.53"];
    assert_eq!(mean("ombudsman-opini-2025", &yogyakarta).as_deref(), Some("86"));
    let magelang = ["100", "100", "80.19", "92.92"];
    assert_eq!(mean("ombudsman-kepatuhan-2022", &magelang).as_deref(), Some("93.28"));
    assert_eq!(mean("ombudsman-kepatuhan-2021", &["87.95", "75.58", "62.17", "23.15"]), None);
}
