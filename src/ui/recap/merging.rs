//! Shares of one assessment, merged here because nobody has.
//!
//! Invariant: merged as the office merges them; the result is one more file of the collection, and no file goes.

use std::collections::BTreeMap;

use super::joining::joined;
use super::reading;
use super::session::Session;
use super::state::{Act, Ended, View, Which};
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::recap::{OfficeKey, Row, together};
use crate::edge::clock;
use crate::edge::intake::Source;
use crate::format::document::{self, Stamp};
use crate::format::names;
use crate::ui::text::{masalah as words, masuk};

/// Merges these files, shares of one assessment, and with them the whole where it is here.
pub async fn merge(session: Session, files: Vec<Text>) {
    let view = session.view();
    if view.reading.is_some() {
        return session.tell(Act::Told(masuk::BUSY.into()));
    }
    let mut read = BTreeMap::new();
    let whole = whole_of(&view, &files);
    for file in files.iter().chain(&whole) {
        let Some(assessment) = assessment(&session, file).await else {
            return session.tell(Act::Told(words::not_merged(file).into()));
        };
        read.insert(file.clone(), assessment);
    }
    let shares: Vec<Assessment> = files.iter().filter_map(|file| read.get(file).cloned()).collect();
    let before = whole.as_ref().and_then(|file| read.get(file));
    let Some((made, misfits)) = together(before, &shares) else { return };
    if before == Some(&made) {
        return session.tell(Act::Told(words::MERGED_BEFORE.into()));
    }
    let now = clock::now();
    let made = Assessment { updated_at: now.iso.as_str().into(), revision: made.revision + 1, ..made };
    let Some((rubric, _)) = view.rubric(&made.rubric.id) else { return };
    let stamp = Stamp { app_version: session.boot().version, saved_at: &now.iso };
    let bytes = document::encode(&made, rubric, &stamp).into_bytes();
    let name = names::assessment(&made.unit.name, &rubric.id, &now.day, "json");
    let instruments = reading::instruments(&session).await;
    let (entry, carried) = reading::said(&instruments, &name, Ok(bytes.clone()));
    let all = view.files(Which::Now).entries().to_vec();
    let come = vec![(entry, Some(Source::Made(bytes.into())))];
    let joined = joined(&session, Which::Now, all, come).await;
    let shown = joined.held.first().map(|(file, _)| file.clone()).unwrap_or_default();
    session.hold(Which::Now, joined.held);
    let ended = Ended { into: Which::Now, done: 1, total: 1, same: 0 };
    session.tell(Act::Ended(ended, joined.all, carried.into_iter().collect()));
    let misfits: Vec<&Text> = misfits.iter().filter_map(|at| files.get(*at)).collect();
    session.tell(Act::Told(words::merged(&shown, made.open_count(), &misfits).into()));
}

/// The file of the whole that shares belong to, of the same office: of several the one that counts.
fn whole_of(view: &View, files: &[Text]) -> Option<Text> {
    let all = view.files(Which::Now);
    let rows = || (0..all.entries().len()).filter_map(|at| Some((all.row(at)?, all.key(at)?)));
    let (share, office) = rows().find(|(row, _)| files.contains(&row.file))?;
    let is_whole = |(row, key): &(&Row, &OfficeKey)| {
        !row.part && row.id == share.id && row.rubric == share.rubric && *key == office
    };
    let wholes = rows().filter(is_whole).map(|(row, _)| row);
    wholes.max_by(|one, other| one.order(other)).map(|row| row.file.clone())
}

/// What is in a file, read once more.
async fn assessment(session: &Session, file: &Text) -> Option<Assessment> {
    let text = reading::text(session.clone(), Which::Now, file.clone()).await?;
    let opened = document::open(text.as_bytes()).ok()?;
    let view = session.view();
    let (rubric, _) = view.rubric(&opened.rubric().id)?;
    Some(opened.read(rubric).ok()?.assessment)
}
