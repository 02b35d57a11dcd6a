//! Reading many files while the page stays at hand.
//!
//! Invariant: every file ends as an entry, whatever is in it; a reading that was stopped keeps what it has read, and says
//! how much that is. What one file says is told by [`said`] alone.

use std::rc::Rc;

use super::beside;
use super::copies::Carried;
use super::joining::{Come, joined};
use super::session::Session;
use super::state::{Act, Ended, Reading, Which};
use super::taken::{Lists, is_list};
use crate::domain::Text;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recap::{Entry, Reason, Unread};
use crate::edge::clock;
use crate::edge::crew::Crew;
use crate::edge::fetch;
use crate::edge::files::LIMIT;
use crate::edge::intake::{Given, Lost, MOST_FILES, One, Pace, Reader, Source, Taken, Unreadable};
use crate::edge::root::Root;
use crate::format::recap;
use crate::format::zip::Fault;
use crate::format::{carried, document, rubric};
use crate::ui::text::{masuk, rekap};

/// Of how many rests one tells how far the reading is: about ten a second.
const TELLING: usize = 8;
/// After how many files of the workers.
const TOLD_EVERY: usize = 100;

/// Reads files into a collection, after what is there; a list of units among them may take the place of the list. What could
/// not even be opened is among them by its name. The turn is what the session gave when the reading was claimed.
pub async fn read(
    root: Root,
    session: Session,
    (which, turn): (Which, u32),
    mut given: Vec<Given>,
    lost: Vec<Lost>,
) {
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
    let (read, given) = beside::read(crew, given, on).await;
    let before = read.len();
    let mut read: Vec<Come> = read.into_iter().map(|(entry, source)| (entry, Some(source))).collect();
    let mut reader = Reader::of(given);
    let (mut pace, mut rests, mut done) = (Pace::default(), 0_usize, before);
    let (mut lists, mut carried) = (Lists::default(), Vec::new());
    while session.is_on(turn) {
        let Some(One { name, source, taken }) = reader.next().await else { break };
        done += 1;
        if let Some(bytes) = taken.as_deref().ok().filter(|bytes| is_list(bytes)) {
            lists.note(&name, bytes);
        } else {
            let (entry, copy) = said(&instruments, &name, taken);
            carried.extend(copy);
            read.push((entry, Some(source)));
        }
        if pace.rest().await && session.is_on(turn) {
            rests += 1;
            if rests % TELLING == 1 {
                told(done, before + reader.total());
            }
        }
    }
    let total = before + reader.total() + lost.len();
    done += lost.len();
    read.extend(lost.into_iter().map(|Lost { name, why }| (said(&instruments, &name, Err(why)).0, None)));
    let all = refreshed(&session, which, &instruments, &mut carried).await;
    let joined = joined(&session, which, all, read).await;
    if !session.is_on(turn) && session.view().reading.is_none() {
        // Everything was removed meanwhile.
        return;
    }
    let ended = Ended { into: which, done, total, same: joined.same };
    session.hold(which, joined.held);
    session.tell(Act::Ended(ended, joined.all, carried));
    let lists = lists.taken(which, &session.view().units);
    session.tell(Act::Listed(which, lists.files, lists.notes));
    if let Some(list) = lists.list {
        session.tell(Act::Replaced(list));
    }
    let first = if over { rekap::too_many(MOST_FILES) } else { rekap::ended(ended.done, ended.same) };
    let all = [first, masuk::differ(&joined.differ), lists.told];
    let all: Vec<String> = all.into_iter().filter(|one| !one.is_empty()).collect();
    session.tell(Act::Told(all.join(" ").into()));
}

/// What one file says, and the instrument that only it carries: the whole work on it, wherever that is done.
pub fn said(instruments: &recap::Reader, name: &str, taken: Taken) -> (Entry, Option<Carried>) {
    let bytes = match taken {
        Ok(bytes) => bytes,
        Err(why) => {
            return (Entry::Unread(Unread { file: name.into(), problems: vec![problem(why)] }), None);
        }
    };
    let entry = instruments.entry(name, &bytes);
    let opened = entry.row().filter(|row| row.carried).map(|_| carried::taken(&bytes).unwrap_or(&bytes));
    let carried = opened.and_then(|bytes| Carried::of(&document::open(bytes).ok()?));
    (entry, carried)
}

/// The entries of a collection, those read again that wanted an instrument which is here now.
async fn refreshed(
    session: &Session,
    which: Which,
    instruments: &recap::Reader,
    carried: &mut Vec<Carried>,
) -> Vec<Entry> {
    let mut all = session.view().files(which).entries().to_vec();
    for entry in &mut all {
        let wanted = match &*entry {
            Entry::Row(row) => row.carried.then(|| row.rubric.clone()),
            Entry::Unread(unread) => match unread.reason() {
                Reason::UnknownInstrument(id) => Some(id),
                _ => None,
            },
        };
        let source = wanted.filter(|id| instruments.instrument(id).is_some());
        if let Some(source) = source.and_then(|_| session.source(which, entry.file())) {
            let (anew, copy) = said(instruments, entry.file(), source.bytes().await);
            *entry = anew;
            carried.extend(copy);
        }
    }
    all
}

/// Fetches the instruments that could not be loaded, and reads again what wanted them.
pub async fn again(session: Session) {
    if session.claim(Which::Now, 1).is_none() {
        return;
    }
    let instruments = instruments(&session).await;
    let mut anew = Vec::new();
    for which in [Which::Now, Which::Before] {
        let mut carried = Vec::new();
        let all = refreshed(&session, which, &instruments, &mut carried).await;
        anew.push((which, all, carried));
    }
    if session.view().reading.is_none() {
        // Everything was removed meanwhile.
        return;
    }
    let still = &session.view().missing;
    session.release(if still.is_empty() { masuk::LOADED } else { masuk::STILL_NOT_LOADED }.to_owned());
    for (into, all, carried) in anew {
        let count = all.len();
        if all != session.view().files(into).entries() {
            session.tell(Act::Ended(Ended { into, done: count, total: count, same: 0 }, all, carried));
        }
    }
}

/// Puts a document that was made here to the files, as the end of a piece of work on them; the name it is shown under. None
/// where everything was removed meanwhile.
pub async fn put_in(session: &Session, name: &str, bytes: Vec<u8>) -> Option<Text> {
    let instruments = instruments(session).await;
    let (entry, carried) = said(&instruments, name, Ok(bytes.clone()));
    let all = session.view().files(Which::Now).entries().to_vec();
    let joined = joined(session, Which::Now, all, vec![(entry, Some(Source::Made(bytes.into())))]).await;
    session.view().reading?;
    let shown = joined.held.first().map(|(file, _)| file.clone()).unwrap_or_default();
    session.hold(Which::Now, joined.held);
    let look = session.view().look.clone();
    let ended = Ended { into: Which::Now, done: 1, total: 1, same: joined.same };
    session.tell(Act::Ended(ended, joined.all, carried.into_iter().collect()));
    session.tell(Act::Looked(look));
    Some(shown)
}

/// Why a file has no bytes, as any other problem of a file.
fn problem(why: Unreadable) -> Problem {
    let kind = match why {
        Unreadable::TooLarge(_) | Unreadable::Archive(Fault::Large) => Kind::TooLarge(LIMIT),
        Unreadable::Gone => Kind::Unreadable(masuk::GONE.to_owned()),
        Unreadable::Nested => Kind::Unreadable(masuk::NESTED.to_owned()),
        Unreadable::Deep(count) => Kind::Unreadable(masuk::deep(count)),
        Unreadable::Closed => Kind::Unreadable(masuk::CLOSED.to_owned()),
        Unreadable::Archive(fault) => Kind::Unreadable(masuk::fault(fault).to_owned()),
    };
    Problem::new("", kind)
}

/// The instruments of this build and of the office's own, each fetched once; which could not be is noted.
pub async fn instruments(session: &Session) -> recap::Reader {
    let known = session.view();
    let (mut rubrics, mut missing) = (Vec::new(), Vec::new());
    for (id, address) in &session.boot().rubrics {
        let fetched = match known.library.get(id) {
            Some(own) => Some(own.clone()),
            None => match fetch::bytes(address).await {
                Ok(bytes) => rubric::decode(&String::from_utf8(bytes).unwrap_or_default()).ok().map(Rc::new),
                Err(_) => None,
            },
        };
        match fetched {
            Some(rubric) => rubrics.push(rubric),
            None => missing.push(id.as_str().into()),
        }
    }
    for (_, text) in session.drafts().rubrics().iter() {
        rubrics.extend(rubric::decode(text).ok().map(Rc::new));
    }
    session.tell(Act::Rubrics(rubrics.clone(), missing));
    let rubrics = rubrics.iter().map(|rubric| (**rubric).clone()).collect();
    recap::Reader { today: clock::today(), ..recap::Reader::new(rubrics, true) }
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
