//! What is told file by file beside what is told with all files at hand.

use super::*;
use crate::cli::recap::sort::ROOM;
use crate::cli::shipped;
use crate::domain::assessment::Assessment;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::{Collection, Meta, Recap, Unread};
use crate::format::recap::flat;
use crate::format::rubric::decode;

/// Numbers that look drawn, from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).unwrap()]
    }
}

/// Entries with few names, so that nearly each has to do with another.
fn entries(seed: u64, rubrics: &[Rubric]) -> Vec<Entry> {
    let mut dice = Dice(seed);
    let count = dice.below(40);
    let mut all = Vec::new();
    for number in 0..count {
        let file = format!("{}/{number}.json", dice.of(&["a", "b\0c", "b"]));
        if dice.below(9) == 0 {
            let kinds = [
                Kind::UnknownRubric("x".into()),
                Kind::UnknownWord("0.9".into()),
                Kind::NewerFormat("2.0".into()),
            ];
            let kind = kinds[usize::try_from(dice.below(3)).unwrap()].clone();
            let problems = vec![Problem::new("formatVersion", kind)];
            all.push(Entry::Unread(Unread { file: file.into(), problems }));
            continue;
        }
        let rubric = &rubrics[usize::from(dice.below(5) == 0)];
        let mut row = Row::of(rubric, &Assessment::default(), Meta { file: file.into(), ..Meta::default() });
        row.troubles.clear();
        row.pemda = dice.of(&["", "", "Kab. A", "Kota B"]).into();
        row.name = dice.of(&["", "Dinas X", "dinas x kab. a", "Dinas Y", "Dinas Z\0"]).into();
        row.id = dice.of(&["", "1", "2", "3", "\0"]).into();
        row.year = [None, Some(2025), Some(2026)][usize::try_from(dice.below(3)).unwrap()];
        row.updated_at = dice.of(&["", "2026-01-01", "2026-02-01", "2026-02-01T00:00:00Z"]).into();
        row.revision = dice.below(2);
        (row.part, row.example) = (dice.below(3) == 0, dice.below(12) == 0);
        (row.practice, row.carried) = (dice.below(12) == 0, dice.below(9) == 0);
        if dice.below(4) == 0 {
            row.troubles.push(Trouble::StoredDiffers);
        }
        all.push(Entry::Row(Box::new(row)));
    }
    all
}

/// What is told of a file, as the tables and the object show it.
type Said = (Vec<flat::Value>, String);

fn at_hand(entries: Vec<Entry>, rubric: &Rubric) -> Vec<Said> {
    let collection = Collection::of(entries);
    let recap = Recap::of(&collection, &Chosen { rubric, carried: None, offices: None });
    let said = |(entry, line): (&Entry, &Line)| match entry {
        Entry::Row(row) => (
            flat::unit(row, Some(rubric), Some(line)),
            line.reason.as_ref().map(told::why).unwrap_or_default(),
        ),
        Entry::Unread(own) => (flat::unread(&own.file, own.reason().code()), told::unread(own)),
    };
    collection.entries().iter().zip(&recap.lines).map(said).collect()
}

fn in_passing(entries: Vec<Entry>, rubric: &Rubric, room: usize) -> Vec<Said> {
    let mut files = Files::new(room);
    for entry in entries {
        files.add(entry).unwrap();
    }
    let told = files.told(Some(rubric)).unwrap();
    let mut all = Vec::new();
    told.each(&mut |found| {
        all.push(match found {
            Found::Row(row, line) => {
                let why = line.as_ref().and_then(|line| line.reason.as_ref()).map(told::why);
                (flat::unit(&row, Some(rubric), line.as_ref()), why.unwrap_or_default())
            }
            Found::Unread(file, sentence, reason) => (flat::unread(&file, &reason), sentence),
        });
        Ok(())
    })
    .unwrap();
    all
}

#[test]
fn file_by_file_the_same_is_told_as_with_all_at_hand_whatever_fits_in_memory_and_however_they_come() {
    let rubrics: Vec<Rubric> = shipped::TEXTS
        .iter()
        .map(|(_, text)| decode(text).unwrap())
        .filter(|rubric| rubric.fillable)
        .collect();
    for seed in 0..400 {
        let entries = entries(seed, &rubrics);
        let expected = at_hand(entries.clone(), &rubrics[0]);
        for room in [1, 2_000, ROOM] {
            assert_eq!(in_passing(entries.clone(), &rubrics[0], room), expected, "{seed} in {room}");
        }
        let turned = entries.into_iter().rev().collect();
        assert_eq!(in_passing(turned, &rubrics[0], 700), expected, "{seed} turned");
    }
}

#[test]
fn of_as_many_files_the_first_instrument_is_the_one_of_most() {
    let rubrics: Vec<Rubric> = shipped::TEXTS.iter().map(|(_, text)| decode(text).unwrap()).collect();
    for seed in 0..50 {
        let entries = entries(seed, &rubrics);
        let mut files = Files::new(ROOM);
        let plain = |entry: &Entry| entry.row().is_some_and(|row| !row.carried);
        for entry in entries.iter().filter(|entry| plain(entry)) {
            files.add(entry.clone()).unwrap();
        }
        let collection = Collection::of(entries.into_iter().filter(|entry| plain(entry)).collect());
        assert_eq!(files.most_used(), collection.instruments().first().map(|(id, _)| id), "{seed}");
    }
}
