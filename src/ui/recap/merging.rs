//! Shares of one assessment, merged here because nobody has.
//!
//! Invariant: merged as the office merges them; the result is one more file of the collection, and no file goes.

use std::collections::BTreeMap;

use super::reading;
use super::session::Session;
use super::state::{Act, View, Which};
use crate::domain::Text;
use crate::domain::assessment::{Assessment, next_revision};
use crate::domain::recap::{together, wholes};
use crate::edge::clock;
use crate::format::document::{self, Stamp};
use crate::format::names;
use crate::ui::text::masalah as words;

/// Merges these files, shares of one assessment, and with them the whole where it is here.
pub async fn merge(session: Session, files: Vec<Text>) {
    if session.claim(Which::Now, files.len().max(1)).is_none() {
        return;
    }
    let Made { name, bytes, open, misfits } = match made(&session, &files).await {
        Ok(made) => made,
        Err(told) => return session.release(told),
    };
    if let Some(shown) = reading::put_in(&session, &name, bytes).await {
        let misfits: Vec<&Text> = misfits.iter().filter_map(|at| files.get(*at)).collect();
        session.tell(Act::Told(words::merged(&shown, open, &misfits).into()));
    }
}

/// What shares came to.
struct Made {
    name: String,
    bytes: Vec<u8>,
    open: usize,
    /// Places of the shares that did not fit.
    misfits: Vec<usize>,
}

/// What these shares come to, or what is to be told instead.
async fn made(session: &Session, files: &[Text]) -> Result<Made, String> {
    let view = session.view();
    let mut read = BTreeMap::new();
    let whole = whole_of(&view, files);
    for file in files.iter().chain(&whole) {
        let opened = assessment(session, file).await;
        read.insert(file.clone(), opened.ok_or_else(|| words::not_merged(file))?);
    }
    let shares: Vec<Assessment> = files.iter().filter_map(|file| read.get(file).cloned()).collect();
    let before = whole.as_ref().and_then(|file| read.get(file));
    let (made, misfits) = together(before, &shares).ok_or_else(String::new)?;
    if before == Some(&made) {
        return Err(words::MERGED_BEFORE.to_owned());
    }
    let now = clock::now();
    let revision = next_revision(made.revision);
    let made = Assessment { updated_at: now.iso.as_str().into(), revision, ..made };
    let (rubric, _) = view.rubric(&made.rubric.id).ok_or_else(String::new)?;
    let stamp = Stamp { app_version: session.boot().version, saved_at: &now.iso };
    let bytes = document::encode(&made, rubric, &stamp).into_bytes();
    let name = names::assessment(&made.unit.name, &rubric.id, &now.day, "json");
    Ok(Made { name, bytes, open: made.open_count(), misfits })
}

/// The file of the whole that shares belong to, of the same office: of several the one that counts.
fn whole_of(view: &View, files: &[Text]) -> Option<Text> {
    let all = view.files(Which::Now);
    let is_share = |at: &usize| all.row(*at).is_some_and(|row| files.contains(&row.file));
    let share = (0..all.entries().len()).find(is_share)?;
    wholes(all, share).into_iter().max_by(|one, other| one.order(other)).map(|row| row.file.clone())
}

/// What is in a file, read once more.
async fn assessment(session: &Session, file: &Text) -> Option<Assessment> {
    let text = reading::text(session.clone(), Which::Now, file.clone()).await?;
    let opened = document::open(text.as_bytes()).ok()?;
    let view = session.view();
    let (rubric, _) = view.rubric(&opened.rubric().id)?;
    Some(opened.read(rubric).ok()?.assessment)
}
