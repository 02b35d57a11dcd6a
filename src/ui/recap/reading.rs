//! Reading many files while the page stays at hand.
//!
//! Invariant: every file ends as an entry, whatever is in it; a reading that was stopped keeps what it has read, and says
//! how much that is. What one file says is told by [`said`] alone.

use std::rc::Rc;

use super::beside;
use super::session::Session;
use super::state::{Act, Ended, Reading, Which};
use crate::domain::Text;
use crate::domain::map::Map;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::{Entry, Unread};
use crate::domain::rubric::Rubric;
use crate::edge::crew::Crew;
use crate::edge::fetch;
use crate::edge::files::LIMIT;
use crate::edge::intake::{Given, MOST_FILES, One, Pace, Reader, Source, Taken, Unreadable};
use crate::edge::root::Root;
use crate::format::recap::{self, units};
use crate::format::zip::Fault;
use crate::format::{carried, document, rubric};
use crate::ui::text::{daftar, rekap};

/// Of how many rests one tells how far the reading is: about ten a second.
const TELLING: usize = 8;
/// After how many files of the workers.
const TOLD_EVERY: usize = 100;

/// Reads files into a collection, after what is there; a list of units among them takes the place of the list.
pub async fn read(root: Root, session: Session, which: Which, mut given: Vec<Given>) {
    let turn = session.begin();
    let over = given.len() > MOST_FILES;
    given.truncate(MOST_FILES);
    let total = given.len();
    let told = |done, total| session.tell(Act::Read(Reading { into: which, done, total }));
    told(0, total);
    let instruments = instruments(&session).await;
    let on = {
        let session = session.clone();
        move |done: usize| {
            if done.is_multiple_of(TOLD_EVERY) && session.is_on(turn) {
                session.tell(Act::Read(Reading { into: which, done, total }));
            }
            session.is_on(turn)
        }
    };
    let crew = || Crew::open(&root, &session.boot().rubrics, session.drafts().rubrics().values());
    let (mut read, given) = beside::read(crew, given, on).await;
    let before = read.len();
    let mut reader = Reader::of(given);
    let (mut pace, mut rests, mut done, mut list) = (Pace::default(), 0_usize, before, false);
    while session.is_on(turn) {
        let Some(One { name, source, taken }) = reader.next().await else { break };
        done += 1;
        if let Some(bytes) = taken.as_deref().ok().filter(|bytes| is_list(bytes)) {
            list |= take_list(&session, bytes, &name);
        } else {
            let entry =
                said(&instruments, &name, taken, &mut |rubric| session.tell(Act::Carried(rubric))).await;
            read.push((entry, source));
        }
        if pace.rest().await && session.is_on(turn) {
            rests += 1;
            if rests % TELLING == 1 {
                told(done, before + reader.total());
            }
        }
    }
    if !session.is_on(turn) && session.view().reading.is_none() {
        // Everything was removed meanwhile.
        return;
    }
    let mut ended = Ended { into: which, done, total: before + reader.total(), same: 0 };
    let (all, sources, same) = joined(&session, which, read);
    ended.same = same;
    session.hold(which, sources);
    session.tell(Act::Ended(ended, all));
    if over {
        session.tell(Act::Told(rekap::too_many(MOST_FILES).into()));
    } else if !list {
        session.tell(Act::Told(rekap::ended(ended.done, ended.same).into()));
    }
}

/// What one file says: the whole work on it, wherever that is done.
#[expect(clippy::unused_async, reason = "where it is done elsewhere, it is waited for")]
async fn said(
    instruments: &recap::Reader,
    name: &str,
    taken: Taken,
    on_carried: &mut dyn FnMut(Rc<Rubric>),
) -> Entry {
    let bytes = match taken {
        Ok(bytes) => bytes,
        Err(why) => return Entry::Unread(Unread { file: name.into(), problems: vec![problem(why)] }),
    };
    let entry = instruments.entry(name, &bytes);
    if entry.row().is_some_and(|row| row.carried) {
        let opened = document::open(carried::taken(&bytes).unwrap_or(&bytes));
        if let Some(Ok(rubric)) = opened.ok().and_then(|opened| opened.rubric_copy()) {
            on_carried(Rc::new(rubric));
        }
    }
    entry
}

/// Why a file has no bytes, as any other problem of a file.
fn problem(why: Unreadable) -> Problem {
    let kind = match why {
        Unreadable::TooLarge(_) | Unreadable::Archive(Fault::Large) => Kind::TooLarge(LIMIT),
        Unreadable::Gone => Kind::Unreadable(rekap::GONE.to_owned()),
        Unreadable::Nested => Kind::Unreadable(rekap::NESTED.to_owned()),
        Unreadable::Archive(fault) => Kind::Unreadable(rekap::fault(fault).to_owned()),
    };
    Problem::new("", kind)
}

/// All entries of a collection after what was read, with where the new ones are, and how many were there already. Another
/// file under a name that is taken has a number behind it.
fn joined(
    session: &Session,
    which: Which,
    read: Vec<(Entry, Source)>,
) -> (Vec<Entry>, Vec<(Text, Source)>, usize) {
    let mut all = session.view().files(which).entries().to_vec();
    let mut names = Map::new();
    for (at, entry) in all.iter().enumerate() {
        names.insert(entry.file().clone(), at);
    }
    let (mut sources, mut same) = (Vec::new(), 0);
    for (mut entry, source) in read {
        let (own, mut turn) = (entry.file().clone(), 1);
        loop {
            let there = names.get(entry.file()).and_then(|at| all.get(*at));
            match there {
                None => {
                    names.insert(entry.file().clone(), all.len());
                    sources.push((entry.file().clone(), source));
                    all.push(entry);
                    break;
                }
                Some(there) if *there == entry => {
                    same += 1;
                    break;
                }
                Some(_) => {
                    turn += 1;
                    let name = rekap::again(&own, turn).into();
                    match &mut entry {
                        Entry::Row(row) => row.file = name,
                        Entry::Unread(unread) => unread.file = name,
                    }
                }
            }
        }
    }
    (all, sources, same)
}

/// Whether a file is a list of units. Only what names that format near its beginning is read through to tell.
fn is_list(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(400)).unwrap_or_default();
    head.windows(units::FORMAT.len()).any(|part| part == units::FORMAT.as_bytes()) && units::is_meant(bytes)
}

/// Takes a list of units; whether that was told.
fn take_list(session: &Session, bytes: &[u8], name: &str) -> bool {
    let told = match units::decode(bytes) {
        // Values that were handed out lie among the files of offices: they take nothing's place.
        Ok((list, _)) if list.units.is_empty() => daftar::values_only(name),
        Ok((list, _)) => {
            let told = daftar::list_taken(list.units.len());
            session.tell(Act::Replaced(list));
            told
        }
        Err(problems) => daftar::list_refused(name, problems.first()),
    };
    session.tell(Act::Told(told.into()));
    true
}

/// The instruments of this build and of the office's own, each fetched once.
async fn instruments(session: &Session) -> recap::Reader {
    let known = session.view();
    let mut rubrics = Vec::new();
    for (id, address) in &session.boot().rubrics {
        if let Some(rubric) = known.library.get(id) {
            rubrics.push(rubric.clone());
        } else if let Ok(bytes) = fetch::bytes(address).await {
            let text = String::from_utf8(bytes).unwrap_or_default();
            rubrics.extend(rubric::decode(&text).ok().map(Rc::new));
        }
    }
    for (_, text) in session.drafts().rubrics().iter() {
        rubrics.extend(rubric::decode(text).ok().map(Rc::new));
    }
    session.tell(Act::Rubrics(rubrics.clone()));
    recap::Reader::new(rubrics.iter().map(|rubric| (**rubric).clone()).collect(), true)
}

/// Fetches the instruments, for the parts of the view that need no files.
pub async fn fetch_instruments(session: Session) {
    if session.view().library.is_empty() {
        drop(instruments(&session).await);
    }
}

/// The text of a file, read again.
pub async fn text(session: Session, which: Which, name: Text) -> Option<String> {
    let bytes = session.source(which, &name)?.bytes().await.ok()?;
    let document = carried::taken(&bytes).unwrap_or(&bytes).to_vec();
    String::from_utf8(document).ok()
}
