//! A copy of an assessment to be shared, without notes and without where documents are kept; and its way back.
//!
//! Invariant: nothing that counts is taken out, the copy says what it lacks, and whoever has the notes keeps them when
//! the copy comes back.

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, Evidence};
use super::map::Map;
use super::merge::keep_open;

/// The copy: no notes, no places of documents; of a verifier's findings everything, because they are meant to be read.
#[must_use]
pub fn bared(whole: &Assessment) -> Assessment {
    let mut bare = whole.clone();
    bare.bare = true;
    for id in whole.answers.keys() {
        if let Some(answer) = bare.answers.get_mut(id) {
            strip(answer);
        }
    }
    // Answers side by side are told apart by their notes too. None of them counts, and the owner has them.
    bare.conflicts = Map::new();
    for action in &mut bare.actions {
        action.evidence = Text::default();
    }
    for product in &mut bare.oversight {
        product.note = Text::default();
    }
    bare
}

fn strip(held: &mut Rc<Answer>) {
    let answer = Rc::make_mut(held);
    answer.note = Text::default();
    for evidence in &mut answer.evidence {
        evidence.where_kept = Text::default();
    }
}

/// Gives a copy that came back what it lacks of the assessment it was made of; what was written into it stays.
pub fn restore(bare: &mut Assessment, own: &Assessment) {
    if !bare.bare || own.bare {
        return;
    }
    bare.bare = false;
    for (id, held) in own.answers.iter() {
        match bare.answers.get_mut(id) {
            Some(answer) => fill(answer, held),
            // Of what was emptied whoever did it saw no word; one that held nothing else is written by no such file.
            None => {
                let words = words(held);
                if !words.is_empty() {
                    bare.answers.insert(id.clone(), words.into());
                }
            }
        }
    }
    for (id, held) in own.conflicts.iter() {
        if bare.conflicts.contains_key(id) {
            continue;
        }
        bare.conflicts.insert(id.clone(), held.clone());
    }
    keep_open(bare, own);
    for action in bare.actions.iter_mut().filter(|action| action.evidence.is_empty()) {
        let held = own.actions.iter().find(|held| held.id == action.id);
        action.evidence = held.map(|held| held.evidence.clone()).unwrap_or_default();
    }
    for product in bare.oversight.iter_mut().filter(|product| product.note.is_empty()) {
        let held = own.oversight.iter().find(|held| held.id == product.id);
        product.note = held.map(|held| held.note.clone()).unwrap_or_default();
    }
}

fn fill(answer: &mut Rc<Answer>, held: &Answer) {
    let answer = Rc::make_mut(answer);
    if answer.note.is_empty() {
        answer.note = held.note.clone();
    }
    let names: Vec<(Text, Text)> =
        answer.evidence.iter().map(|one| (one.asked.clone(), one.title.clone())).collect();
    for (at, evidence) in answer.evidence.iter_mut().enumerate().filter(|(_, one)| one.where_kept.is_empty())
    {
        // Of several by one name the first is the first, and so on.
        let named = |(asked, title): &(Text, Text)| *asked == evidence.asked && *title == evidence.title;
        let before = names.iter().take(at).filter(|name| named(name)).count();
        let alike = held.evidence.iter().filter(|own| named(&(own.asked.clone(), own.title.clone())));
        let place = alike.map(|own| own.where_kept.clone()).nth(before);
        evidence.where_kept = place.unwrap_or_default();
    }
    for own in &held.evidence {
        // Of a document it held nothing but the place, which no file writes without it.
        let only =
            Evidence { asked: own.asked.clone(), where_kept: own.where_kept.clone(), ..Evidence::default() };
        if *own == only && answer.evidence.iter().all(|there| there.asked != own.asked) {
            answer.evidence.push(own.clone());
        }
    }
}

/// What no copy without notes has of an answer.
fn words(held: &Answer) -> Answer {
    let mut bare = Rc::new(held.clone());
    strip(&mut bare);
    if bare.is_empty() {
        return held.clone();
    }
    let placed = held.evidence.iter().filter(|one| !one.where_kept.is_empty());
    Answer { note: held.note.clone(), evidence: placed.cloned().collect(), ..Answer::default() }
}
