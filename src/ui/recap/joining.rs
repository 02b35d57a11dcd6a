//! Files that were read, put to those that are there.
//!
//! Invariant: a file is the same as another only where its bytes are; any other under a name that is taken has a number
//! behind it. Each file is read at most once more for that, however many bear its name.

use std::collections::{BTreeMap, BTreeSet};

use super::session::{Held, Session};
use super::state::Which;
use crate::domain::Text;
use crate::domain::recap::Entry;
use crate::edge::intake::{Pace, Source};
use crate::format::Fingerprint;
use crate::format::recap::differ::{Differs, differs};
use crate::ui::text::rekap;

/// Files of which it is told in what they differ.
const FEW: usize = 20;

/// A file that was read, and where it is.
pub type Come = (Entry, Option<Source>);

/// A collection after more files came.
pub struct Joined {
    /// All entries.
    pub all: Vec<Entry>,
    /// Where the new ones are, by the names they are shown under.
    pub held: Vec<(Text, Held)>,
    /// How many of the new were there already, byte for byte.
    pub same: usize,
    /// Those under a name that was taken, and in what the first few of them differ from the first of that name.
    pub differ: Vec<(Text, Option<Differs>)>,
}

/// Files of one name.
#[derive(Default)]
struct Group {
    sources: Vec<Option<Source>>,
    /// What is in them, as far as it was asked for.
    prints: BTreeSet<String>,
    looked: usize,
    turn: usize,
}

impl Group {
    /// Whether one of them has these contents.
    async fn has(&mut self, print: &str) -> bool {
        while let Some(source) = self.sources.get(self.looked) {
            self.prints.insert(print_of(source.as_ref()).await);
            self.looked += 1;
        }
        self.prints.contains(print)
    }
}

/// Puts what was read to `all`, the entries that are there.
pub async fn joined(session: &Session, which: Which, all: Vec<Entry>, read: Vec<Come>) -> Joined {
    let mut groups: BTreeMap<Text, Group> = BTreeMap::new();
    for (_, held) in session.held(which) {
        groups.entry(held.name).or_default().sources.push(held.source);
    }
    let mut taken: BTreeSet<Text> = all.iter().map(|entry| entry.file().clone()).collect();
    let mut joined = Joined { all, held: Vec::new(), same: 0, differ: Vec::new() };
    let mut pace = Pace::default();
    for (mut entry, source) in read {
        let name = entry.file().clone();
        let group = groups.entry(name.clone()).or_default();
        let first = group.sources.first().cloned();
        let collides = first.is_some();
        let mut kind = None;
        if let Some(first) = first {
            let print = print_of(source.as_ref()).await;
            if group.has(&print).await {
                joined.same += 1;
                continue;
            }
            group.prints.insert(print);
            group.looked += 1;
            if joined.differ.len() < FEW {
                kind = Some(kind_of(first.as_ref(), source.as_ref()).await);
            }
            pace.rest().await;
        }
        group.sources.push(source.clone());
        let shown = free(&taken, &name, &mut group.turn);
        match &mut entry {
            Entry::Row(row) => row.file = shown.clone(),
            Entry::Unread(unread) => unread.file = shown.clone(),
        }
        taken.insert(shown.clone());
        if collides {
            joined.differ.push((shown.clone(), kind));
        }
        joined.held.push((shown, Held { name, source }));
        joined.all.push(entry);
    }
    joined
}

/// The name, or the next of it with a number that is free.
fn free(taken: &BTreeSet<Text>, name: &Text, turn: &mut usize) -> Text {
    loop {
        *turn += 1;
        let shown = if *turn == 1 { name.clone() } else { rekap::again(name, *turn).into() };
        if !taken.contains(&shown) {
            return shown;
        }
    }
}

/// What tells the contents of a file from others.
async fn print_of(source: Option<&Source>) -> String {
    let Some(source) = source else { return String::new() };
    match source.bytes().await {
        Ok(bytes) => {
            let mut print = Fingerprint::default();
            print.add(&bytes);
            print.hex()
        }
        Err(_) => source.outside(),
    }
}

async fn kind_of(one: Option<&Source>, other: Option<&Source>) -> Differs {
    let (Some(one), Some(other)) = (one, other) else { return Differs::Whole };
    match (one.bytes().await, other.bytes().await) {
        (Ok(one), Ok(other)) => differs(&one, &other),
        _ => Differs::Whole,
    }
}
