//! Papers of the secretariat: whatever was answered, found or sent, it stands on them, once and with its reason.
//!
//! Invariant: papers are made from files as offices hand them in.

use std::rc::Rc;

use swanilai::domain::assessment::{Assessment, Choice, Evidence, EvidenceState, RubricRef, Unit};
use swanilai::domain::number::Score;
use swanilai::domain::official::Official;
use swanilai::domain::recap::units::{Listed, UnitList};
use swanilai::domain::recap::{Chosen, Collection, Priorities, Recap, priorities, scored};
use swanilai::domain::rubric::{Rubric, ScaleKind};
use swanilai::domain::scorecard::Scorecard;
use swanilai::domain::verification::{Finding, so_far};
use swanilai::format::document::encode;
use swanilai::format::number::show_places;
use swanilai::format::recap::Reader;
use swanilai::format::rubric::digest;
use swanilai::format::wording::seen;
use swanilai::papers::minutes::minutes;
use swanilai::papers::note::note;
use swanilai::papers::offices::{Offices, Typed};
use swanilai::papers::orders::{MOST, orders};
use swanilai::papers::reminder::{complete, reminders, together};
use swanilai::papers::result::sheet;
use swanilai::papers::summary::{summary, why};
use swanilai::papers::{Block, Paper};
use swanilai::state::Work;

use crate::anything;
use crate::dice::Dice;
use crate::documents::STAMP;
use crate::shipped::{rubric, rubrics};
use crate::support::edit;

const OMBUDSMAN: &str = "ombudsman-kepatuhan-2023";
const PEMDA: &str = "Kabupaten Contoh";

/// Every text of a paper, one a line.
fn told(paper: &Paper) -> Vec<String> {
    let mut all = vec![paper.title.clone(), paper.strip.clone()];
    all.extend(paper.letterhead.iter().cloned());
    for block in &paper.blocks {
        match block {
            Block::Part(text) | Block::Piece(text) | Block::Text(text) | Block::Strong(text) => {
                all.push(text.clone());
            }
            Block::Facts(facts) => all.extend(facts.iter().map(|(name, said)| format!("{name}: {said}"))),
            Block::Table(table) => {
                all.extend(table.heads.iter().map(|(head, _)| head.clone()));
                for row in &table.rows {
                    assert_eq!(row.len(), table.heads.len(), "{row:?}");
                    all.extend(row.iter().cloned());
                }
            }
            Block::List(_, points) => all.extend(points.iter().cloned()),
            Block::Signatures(given) => {
                all.push(given.place.clone());
                all.extend(given.who.iter().map(|(role, post)| format!("{role}: {post}")));
            }
            Block::Lines(_) | Block::NewPage => {}
        }
    }
    all
}

/// The rows of the table of this name.
fn rows<'a>(paper: &'a Paper, name: &str) -> Vec<&'a Vec<String>> {
    let table = |block: &'a Block| match block {
        Block::Table(table) if table.name == name => Some(&table.rows),
        _ => None,
    };
    paper.blocks.iter().filter_map(table).flatten().collect()
}

/// Files together with what they come to.
struct Many {
    rubric: Rubric,
    collection: Collection,
    recap: Recap,
    list: UnitList,
    priorities: Option<Priorities>,
    typed: Typed,
}

impl Many {
    fn of(rubric: &Rubric, files: &[(String, String)], list: UnitList) -> Self {
        let reader = Reader::new(rubrics(), true);
        let entries = files.iter().map(|(name, text)| reader.entry(name, text.as_bytes())).collect();
        let collection = Collection::of(entries);
        let offices = list.chosen(&collection);
        let chosen = Chosen { rubric, carried: None, offices: offices.as_deref() };
        let recap = Recap::of(&collection, &chosen);
        let priorities = priorities(rubric, &collection, &recap, None).ok();
        Self { rubric: rubric.clone(), collection, recap, list, priorities, typed: Typed::default() }
    }

    fn all(&self) -> Offices<'_> {
        Offices {
            rubric: &self.rubric,
            collection: &self.collection,
            recap: &self.recap,
            list: &self.list,
            priorities: self.priorities.as_ref(),
            typed: &self.typed,
            today: "2026-11-22",
        }
    }
}

fn blank(rubric: &Rubric, name: &str) -> Assessment {
    Assessment {
        id: format!("id {name}").into(),
        rubric: RubricRef {
            id: rubric.id.clone(),
            version: rubric.version.clone(),
            sha256: digest(rubric).into(),
            kept: Vec::new(),
        },
        unit: Unit { pemda: PEMDA.into(), name: name.into(), ..Unit::default() },
        assessment_year: Some(2026),
        updated_at: "2026-11-21T10:42:00+07:00".into(),
        ..Assessment::default()
    }
}

/// An office that answered at random, left some out, assumed some, and has some of the documents.
fn filled(rubric: &Rubric, name: &str, dice: &mut Dice, gaps: bool) -> Assessment {
    let mut made = blank(rubric, name);
    for ((place, at), indicator) in scored(rubric) {
        if gaps && dice.once_in(4) {
            continue;
        }
        let choice = match &rubric.scale_at(place, at).unwrap().kind {
            ScaleKind::Levels(levels) => Choice::Level(levels[dice.throw(levels.len())].value),
            ScaleKind::Continuous { maximum, .. } => Choice::Value(*maximum),
        };
        edit(&mut made, &indicator.id, |answer| {
            answer.choice = Some(choice);
            answer.assumed = gaps && dice.once_in(5);
            for asked in indicator.evidence.iter().filter(|_| !gaps || dice.once_in(2)) {
                let (asked, state) = (asked.clone(), EvidenceState::Good);
                answer.evidence.push(Evidence { asked, state, ..Evidence::default() });
            }
        });
    }
    made
}

fn file(rubric: &Rubric, name: &str, assessment: &Assessment) -> (String, String) {
    (format!("{name}.json"), encode(assessment, rubric, &STAMP))
}

fn listed(names: &[&str]) -> UnitList {
    let unit = |name: &&str| Listed { id: (*name).into(), name: (*name).into(), ..Listed::default() };
    UnitList { pemda: PEMDA.into(), units: names.iter().map(unit).collect(), ..UnitList::default() }
}

#[test]
fn the_minutes_hold_every_indicator_once_with_every_finding_and_note() {
    let dice = &mut Dice::new(61);
    for rubric in rubrics().into_iter().filter(|rubric| rubric.fillable) {
        for _ in 0..30 {
            let mut made = anything::assessment(&rubric, dice);
            if dice.once_in(5) {
                made.verification = None;
            }
            let work = Work::on(Rc::new(rubric.clone()), Rc::new(made));
            let paper = minutes(&work);
            let told = told(&paper);
            let (rubric, assessment) = (&*work.rubric, &*work.assessment);
            let none = swanilai::domain::verification::Verification::default();
            let found = assessment.verification.as_ref().unwrap_or(&none);
            for (_, indicator) in scored(rubric) {
                let name = format!("{} · {}", indicator.id, indicator.name);
                assert_eq!(told.iter().filter(|text| **text == name).count(), 1, "{name}");
                let row = rubric.dimensions.iter().flat_map(|one| rows(&paper, &one.name));
                let row = row.into_iter().find(|row| row[0] == name);
                let note = found.note(&indicator.id);
                let finding = found.findings.get(&indicator.id);
                match row {
                    Some(row) => {
                        assert!(note.trim().is_empty() || row[3].contains(&seen(&note)), "{row:?}");
                        let word = match finding {
                            None => "belum diperiksa",
                            Some(Finding::Agree) => "Sesuai",
                            Some(Finding::Improve) => "Perbaiki",
                            Some(Finding::Mismatch) => "Bukti tidak sesuai",
                        };
                        assert_eq!(row[3].lines().next(), Some(word));
                        assert_eq!(row[2] == "–", found.answer(&indicator.id).is_none());
                    }
                    None => assert!(finding.is_none() && note.trim().is_empty()),
                }
            }
            let verified = so_far(rubric, assessment);
            let point = |card: &Scorecard| card.score.point.map_or_else(|| "–".to_owned(), show_places);
            let value = &rows(&paper, "Hasil verifikasi")[0];
            assert_eq!(value[1], point(&Scorecard::of(rubric, assessment)));
            assert_eq!(value[2], verified.as_ref().map_or_else(|| "–".to_owned(), point));
            let counts: usize =
                rows(&paper, "Temuan").iter().map(|row| row[1].parse::<usize>().unwrap()).sum();
            assert_eq!(counts, scored(rubric).len());
            assert!(paper.strip.contains("Bukan hasil penilaian resmi"));
        }
    }
}

#[test]
fn the_minutes_are_dated_by_the_verification_in_words() {
    let rubric = rubric(OMBUDSMAN);
    let mut made = filled(&rubric, "Dinas Sosial", &mut Dice::new(3), false);
    let id = scored(&rubric)[0].1.id.clone();
    let own = made.answer(&id).unwrap().clone();
    let mut found = swanilai::domain::verification::Verification {
        by: "Kepala Bagian Organisasi Setda".into(),
        at: "2026-11-23T09:00:00+07:00".into(),
        ..Default::default()
    };
    found.answers.insert(id.clone(), Rc::new(own));
    found.findings.insert(id, Finding::Agree);
    made.verification = Some(found);
    let paper = minutes(&Work::on(Rc::new(rubric), Rc::new(made)));
    assert!(paper.strip.contains(", baru 1 dari 38 telah diverifikasi."), "{}", paper.strip);
    let value = rows(&paper, "Hasil verifikasi")[0];
    assert_eq!(value[2], "–", "one of 38 makes no figure");
    let all = told(&paper).join("\n");
    for words in [
        "Pada hari ini Senin, tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam, yang",
        "Kepala Bagian Organisasi Setda, Sekretariat Daerah Kabupaten Contoh, selanjutnya disebut PIHAK KEDUA",
        "Mengetahui: Sekretaris Daerah Kabupaten Contoh",
        "23 November 2026",
        "telah diverifikasi. Bukan hasil penilaian resmi; tidak untuk dikutip sebagai nilai atau zona resmi.",
    ] {
        assert!(all.contains(words), "{words} in {all}");
    }
}

#[test]
fn every_file_stands_on_the_recapitulation_as_a_unit_or_with_its_reason() {
    let dice = &mut Dice::new(62);
    for rubric in rubrics().into_iter().filter(|rubric| rubric.fillable) {
        let mut files = Vec::new();
        for at in 0..12 {
            let name = format!("Dinas {at}");
            let mut made = filled(&rubric, &name, dice, at % 2 == 0);
            if at == 3 {
                made.official =
                    Some(Official { score: Some(Score::from_hundredths(321)), ..Official::default() });
            }
            made.practice = at == 11;
            files.push(file(&rubric, &name, &made));
        }
        files.push(("rusak.json".to_owned(), "{".to_owned()));
        let other = if &*rubric.id == "sakip-2021" { OMBUDSMAN } else { "sakip-2021" };
        let other = crate::shipped::rubric(other);
        files.push(file(&other, "lain", &blank(&other, "Dinas Lain")));
        let many = Many::of(&rubric, &files, listed(&["Dinas 1", "Dinas Hilang"]));
        let all = many.all();
        let paper = summary(&all, &|id| id.to_owned());
        let units = rows(&paper, "Nilai tiap unit");
        assert_eq!(units.len(), 11);
        for (at, (row, of)) in units.iter().zip(all.rows()).enumerate() {
            assert_eq!(row[0], format!("{}. {}", at + 1, of.name));
            let own = of.own.as_ref().unwrap();
            assert_eq!(row[1], own.figure.point.map_or_else(|| "–".to_owned(), show_places));
            let full = own.figure.full;
            let said = format!("{} – {}", show_places(full.low), show_places(full.high));
            assert_eq!(row[3], if full.low == full.high { "–".to_owned() } else { said });
            assert_eq!(row[5], own.supported.map_or_else(|| "–".to_owned(), show_places));
            assert_eq!(row[6], format!("{} dari {}", own.progress.answered, own.progress.total));
        }
        assert!(units.iter().any(|row| row[8] == "3,21"));
        let out = rows(&paper, "Yang tidak dihitung dan sebabnya");
        let names: Vec<&str> = out.iter().map(|row| &*row[0]).collect();
        assert_eq!(names, ["Dinas 11.json", "lain.json", "rusak.json"]);
        assert!(out.iter().all(|row| !row[2].is_empty()));
        let told = told(&paper);
        assert!(told.iter().any(|text| text == "Dinas Hilang"), "who is awaited is named");
        let by = "Mandiri: satu kategori hanya bila kisaran jawabannya seluruhnya di kategori itu";
        assert!(
            told.iter().any(|text| text.starts_with(by)),
            "by which number the distribution counts is said"
        );
        let refused = told.iter().any(|text| text.starts_with("Nilai pemda tidak dihitung: "));
        assert_eq!(refused, many.recap.all.sides.is_err(), "{}", rubric.id);
        assert_eq!(rows(&paper, "Nilai pemda").is_empty(), refused);
    }
}

#[test]
fn the_note_is_bounded_whatever_is_in_it() {
    let dice = &mut Dice::new(63);
    for rubric in rubrics().into_iter().filter(|rubric| rubric.fillable) {
        let long = "Dinas Pemberdayaan Perempuan dan Perlindungan Anak ".repeat(5);
        let name = |at: usize| format!("{long}{at}");
        let files: Vec<(String, String)> =
            (0..60).map(|at| file(&rubric, &name(at), &filled(&rubric, &name(at), dice, true))).collect();
        let names: Vec<String> = (0..200).map(name).collect();
        let list = listed(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut many = Many::of(&rubric, &files, list);
        let lines = ["Pemerintah ".repeat(40), "x\n".repeat(40)].concat();
        many.typed = Typed {
            letterhead: lines.as_str().into(),
            place: long.as_str().into(),
            day: "hari ".repeat(50).into(),
            number: long.as_str().into(),
            from: long.as_str().into(),
            to: long.as_str().into(),
        };
        let paper = note(&many.all());
        let letters: usize = told(&paper).iter().map(|text| text.chars().count()).sum();
        assert!(letters < 3_400, "{letters} letters, {}", rubric.id);
        assert!(paper.letterhead.len() <= 3);
        assert_eq!(rows(&paper, "Siapa yang lemah").len(), 4);
        let orders = rows(&paper, "Untuk diperintahkan minggu ini");
        assert_eq!(orders.len(), MOST, "{}", rubric.id);
        assert!(
            orders[0][1].ends_with("138 lainnya"),
            "what is cut says how much more there is: {:?}",
            orders[0]
        );
    }
}

#[test]
fn orders_name_what_lifts_the_mean_and_only_offices_that_can_do_it() {
    let rubric = rubric(OMBUDSMAN);
    let dice = &mut Dice::new(64);
    let files: Vec<(String, String)> = (0..6)
        .map(|at| format!("Dinas {at}"))
        .map(|name| file(&rubric, &name, &filled(&rubric, &name, dice, false)))
        .collect();
    let many = Many::of(&rubric, &files, UnitList::default());
    let found = many.priorities.as_ref().unwrap();
    assert!(found.reachable && !found.steps.is_empty());
    let all = orders(&many.all());
    assert_eq!(all.len(), MOST);
    for order in all.iter().filter(|order| order.because.starts_with("nilai unit naik")) {
        let id = order.what.split(' ').nth(1).unwrap();
        let of = |at: (usize, usize)| &rubric.dimensions[at.0].indicators[at.1].id;
        let mut named: Vec<&str> = found
            .steps
            .iter()
            .filter(|step| &**of(step.at) == id)
            .map(|step| &*many.collection.row(step.place).unwrap().name)
            .collect();
        let mut to: Vec<&str> = order.to.iter().map(String::as_str).collect();
        named.sort_unstable();
        to.sort_unstable();
        assert_eq!(to, named, "{}", order.what);
    }
    assert!(all.iter().any(|order| order.because.starts_with("nilai unit naik")));
}

#[test]
fn a_reminder_names_the_file_that_does_not_count_with_all_that_is_known_of_why() {
    let dice = &mut Dice::new(66);
    let rubric = rubric(OMBUDSMAN);
    let files = [
        file(&rubric, "Kantor 0", &filled(&rubric, "Kantor 0", dice, true)),
        file(&rubric, "Kantor 1", &filled(&rubric, "Kantor 1", dice, true)),
        ("Kantor Lama.json".to_owned(), "{\"formatVersion\": \"0.1\"}".to_owned()),
        ("Kantor Rusak.json".to_owned(), "{ rusak".to_owned()),
    ];
    let many = Many::of(&rubric, &files, listed(&["Kantor 0", "Kantor Lama", "Kantor Rusak"]));
    let all = many.all();
    let found = reminders(&all, &str::to_owned);
    for one in found.iter().take(2) {
        let file = format!("{}.json", one.office);
        let at = all.collection.entries().iter().position(|entry| **entry.file() == *file).unwrap();
        let reason = all.recap.lines[at].reason.as_ref().unwrap();
        let cause = why(&all.collection.entries()[at], reason, &str::to_owned);
        assert!(cause.contains(": "), "more is known than the name of the reason: {cause}");
        let said = format!("{file}, kami terima tetapi belum dapat dihitung. Sebabnya: {cause}");
        assert!(one.text.contains(said.trim_end_matches('.')), "{said}\n{}", one.text);
        assert!(told(&one.letter(&all)).contains(&one.text), "the letter holds it whole");
        assert!(one.letter(&all).strip.contains("belum diverifikasi"));
    }
    assert_eq!([&found[0].office, &found[1].office], ["Kantor Lama", "Kantor Rusak"]);
}

#[test]
fn a_reminder_names_exactly_what_its_office_lacks_and_nothing_of_others() {
    let dice = &mut Dice::new(65);
    for rubric in rubrics().into_iter().filter(|rubric| rubric.fillable) {
        let mut files = Vec::new();
        for at in 0..8 {
            let name = format!("Kantor {at}");
            files.push(file(&rubric, &name, &filled(&rubric, &name, dice, at < 6)));
        }
        files.push(file(
            &rubric,
            "latihan",
            &Assessment { practice: true, ..blank(&rubric, "Kantor Latihan") },
        ));
        let names = ["Kantor 0", "Kantor Hilang", "Kantor Latihan"];
        let mut list = listed(&names);
        let many = Many::of(&rubric, &files, list.clone());
        let all = many.all();
        let found = reminders(&all, &str::to_owned);
        let offices: Vec<&str> = found.iter().map(|one| &*one.office).collect();
        assert_eq!(&offices[..2], ["Kantor Hilang", "Kantor Latihan"]);
        assert!(found[0].text.contains("belum kami terima"));
        assert!(
            found[1]
                .text
                .contains("latihan.json, kami terima tetapi belum dapat dihitung. Sebabnya: Latihan.")
        );
        for one in &found[2..] {
            let row = all.rows().into_iter().find(|row| *row.name == *one.office).unwrap();
            let own = row.own.as_ref().unwrap();
            let lines = |title: &str| -> Vec<String> {
                let part = one.text.split("\n\n").find(|part| part.starts_with(title));
                part.map(|part| part.lines().skip(1).map(str::to_owned).collect()).unwrap_or_default()
            };
            let expected = |is: &dyn Fn(usize) -> bool| -> Vec<String> {
                let each = scored(&rubric).into_iter().enumerate().filter(|(at, _)| is(*at));
                each.map(|(_, (_, indicator))| format!("- {} {}", indicator.id, indicator.name)).collect()
            };
            assert_eq!(lines("Belum diisi"), expected(&|at| !own.cells[at].answered));
            let by_nature = |at: usize| scored(&rubric)[at].1.always_assumed;
            assert_eq!(lines("Masih nilai asumsi"), expected(&|at| own.cells[at].assumed && !by_nature(at)));
            assert_eq!(lines("Bukti").len(), own.missing.len());
            assert_eq!(own.cells.iter().filter(|cell| cell.answered).count(), own.progress.answered);
            for other in offices.iter().filter(|name| **name != one.office) {
                assert!(!one.text.contains(other), "{other} in {}", one.text);
            }
            for figure in [own.figure.full.low, own.figure.full.high].into_iter().chain(own.figure.point) {
                let figure = show_places(figure);
                assert!(!one.text.contains(&figure), "{figure} in {}", one.text);
            }
        }
        for row in complete(&all) {
            assert!(!offices.contains(&&*row.name));
        }
        assert_eq!(found.len() - 2 + complete(&all).len(), all.rows().len());
        let text = together(&found);
        assert!(found.iter().all(|one| text.contains(&one.text)));
        list.lokus = vec!["Kantor 0".into()];
        let chosen = Many::of(&rubric, &files, list);
        assert!(
            reminders(&chosen.all(), &str::to_owned).iter().all(|one| one.office == "Kantor 0"),
            "only the lokus is reminded"
        );
    }
}

/// An office of which a verifier has given the first `levels` indicators their level.
fn verified(rubric: &Rubric, levels: usize) -> Assessment {
    let mut made = filled(rubric, "Dinas Sosial", &mut Dice::new(65), false);
    let mut found = swanilai::domain::verification::Verification {
        by: "Kepala Bagian Organisasi".into(),
        at: "2026-11-23T09:00:00+07:00".into(),
        ..Default::default()
    };
    for (_, indicator) in scored(rubric).into_iter().take(levels) {
        let own = made.answer(&indicator.id).unwrap().clone();
        found.of.insert(indicator.id.clone(), own.at.clone());
        found.answers.insert(indicator.id.clone(), Rc::new(own));
        found.findings.insert(indicator.id.clone(), Finding::Agree);
    }
    made.verification = Some(found);
    made
}

#[test]
fn what_was_verified_in_part_is_said_to_stand_open_and_never_to_be_the_offices_own_or_blank() {
    let rubric = rubric(OMBUDSMAN);
    let work = Work::on(Rc::new(rubric.clone()), Rc::new(verified(&rubric, 13)));
    let minutes = told(&minutes(&work)).join("\n");
    assert!(minutes.contains("indikator itu dihitung dari terendah sampai tertinggi"), "{minutes}");
    assert!(!minutes.contains("memakai jawaban perangkat daerah"), "{minutes}");
    let sheet = told(&sheet(&work, None)).join("\n");
    assert!(sheet.contains("Nilai verifikasi: "), "{sheet}");
    assert!(sheet.contains(". Zona belum dapat ditentukan: antara "), "{sheet}");
    assert!(!sheet.contains("belum ada yang diisi"), "{sheet}");
}

#[test]
fn the_sheet_says_that_its_result_rests_on_weights_of_the_office() {
    let rubric = rubric(OMBUDSMAN);
    let mut made = verified(&rubric, 0);
    let own = ", dengan bobot diisi perangkat daerah";
    let said = |made: &Assessment| {
        told(&sheet(&Work::on(Rc::new(rubric.clone()), Rc::new(made.clone())), None)).join("\n").contains(own)
    };
    assert!(!said(&made));
    made.weights.indicators.insert("IN02".into(), "seratus".into());
    assert!(!said(&made), "what is not taken is not rested on");
    made.weights.indicators.insert("IN02".into(), "8".into());
    assert!(said(&made));
}

#[test]
fn a_paper_counts_what_changed_since_it_was_verified_in_one_way() {
    let rubric = rubric(OMBUDSMAN);
    let mut made = verified(&rubric, usize::MAX);
    for (_, indicator) in scored(&rubric).into_iter().take(2) {
        edit(&mut made, &indicator.id, |answer| answer.at = "2026-11-24T09:00:00+07:00".into());
    }
    let paper = sheet(&Work::on(Rc::new(rubric.clone()), Rc::new(made.clone())), None);
    assert!(paper.strip.contains(", baru 36 dari 38 telah diverifikasi."), "{}", paper.strip);
    let all = told(&paper).join("\n");
    let words = "38 dari 38 diverifikasi; 2 di antaranya untuk jawaban yang sudah berubah sejak diperiksa";
    assert!(all.contains(words), "{all}");
    let strip = |made: &Assessment| {
        let files = [file(&rubric, "Dinas Sosial", made)];
        summary(&Many::of(&rubric, &files, listed(&["Dinas Sosial"])).all(), &|id| id.to_owned()).strip
    };
    assert!(strip(&made).contains(", baru sebagian diverifikasi."), "{}", strip(&made));
    let part = strip(&verified(&rubric, 5));
    assert!(part.contains(", baru sebagian diverifikasi."), "{part}");
    let none = strip(&verified(&rubric, 0));
    assert!(none.contains(", belum diverifikasi."), "{none}");
    let current = strip(&verified(&rubric, usize::MAX));
    assert!(current.contains(", telah diverifikasi."), "{current}");
}

#[test]
fn that_all_have_sent_is_said_of_those_that_are_assessed() {
    let rubric = rubric(OMBUDSMAN);
    let files = [file(&rubric, "Dinas 0", &filled(&rubric, "Dinas 0", &mut Dice::new(66), false))];
    let mut list = listed(&["Dinas 0", "Dinas 1", "Dinas 2"]);
    list.lokus = ["Dinas 0".into()].into();
    let all = told(&summary(&Many::of(&rubric, &files, list).all(), &|id| id.to_owned())).join("\n");
    assert!(all.contains("Semua 1 unit lokus sudah mengirim berkas."), "{all}");
}
