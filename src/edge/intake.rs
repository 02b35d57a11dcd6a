//! Many files at once: chosen, dropped with their folders, or in an archive; read in turn, with rests for the page.
//!
//! Invariant: what cannot be read is handed on with its name and the reason; no more than [`MOST_FILES`] files, of
//! which no more than [`AHEAD`] are in memory at a time, and of an archive no more than a block.

use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Date, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement, MessageChannel};

use super::files::{self, ReadFailure};
use crate::format::zip::{self, Entry, Fault};

mod dropped;

pub use dropped::{Drop, Lost, dropped};

/// The most files of one choice or drop.
pub const MOST_FILES: usize = 20_000;
/// How many files are asked for before the first of them is used.
const AHEAD: usize = 16;
/// The least that is read of an archive at a time, in bytes.
const BLOCK: u32 = 4 * 1024 * 1024;
/// How long the page may be kept waiting, in milliseconds.
const SLICE: f64 = 12.0;

/// A file with the folders it lies in.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its name, after those of its folders.
    pub name: String,
    file: File,
}

impl Given {
    /// The file.
    #[must_use]
    pub const fn file(&self) -> &File {
        &self.file
    }

    /// Where it is.
    #[must_use]
    pub fn source(&self) -> Source {
        Source::Whole(self.file.clone())
    }

    /// Whether it can be read as it is: no archive by its name, and not too large.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        !self.is_named_archive() && files::bytes(self.file.size()) <= files::MOST
    }

    /// By its name: office programs keep their files as archives too, and those are none to look into.
    fn is_named_archive(&self) -> bool {
        self.name.to_ascii_lowercase().ends_with(".zip")
    }
}

/// Why there is nothing to read of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Larger than is read; its size in bytes.
    TooLarge(usize),
    /// Gone, changed since, or not allowed.
    Gone,
    /// Of an archive, or in one.
    Archive(Fault),
    /// An archive in an archive.
    Nested,
    /// A folder in more folders than are looked through; how many files lie in it, where that can be told.
    Deep(Option<usize>),
    /// A folder, or what lies in one, that the browser does not open.
    Closed,
}

/// What a file comes to: its bytes, or why there are none.
pub type Taken = Result<Vec<u8>, Unreadable>;

/// Where the bytes of a file are, to be read again.
#[derive(Clone, Debug)]
pub enum Source {
    /// All of it.
    Whole(File),
    /// A stretch of an archive.
    Packed(File, Rc<Entry>),
    /// What was made here.
    Made(Rc<[u8]>),
}

impl Source {
    /// The bytes.
    ///
    /// # Errors
    /// Why there are none any more.
    pub async fn bytes(&self) -> Taken {
        match self {
            Self::Whole(file) => files::read(file).await.map_err(unreadable),
            Self::Packed(file, entry) => {
                let bytes = piece(file, entry.start, entry.length).await?;
                entry.unpack(&bytes).map_err(Unreadable::Archive)
            }
            Self::Made(bytes) => Ok(bytes.to_vec()),
        }
    }

    /// What tells it from others where its bytes cannot be had: its place, its size, and when it was changed.
    #[must_use]
    pub fn outside(&self) -> String {
        let (file, entry) = match self {
            Self::Whole(file) => (file, None),
            Self::Packed(file, entry) => (file, Some(entry)),
            Self::Made(_) => return String::new(),
        };
        let place = entry.map_or(0, |entry| entry.start);
        format!("{place} {} {}", files::bytes(file.size()), file.last_modified())
    }
}

/// One file that was read.
#[derive(Debug)]
pub struct One {
    /// Its name, after those of its folders and its archive.
    pub name: String,
    /// Where it is.
    pub source: Source,
    /// What is in it.
    pub taken: Taken,
}

/// The files chosen in an input, which is emptied so that they can be chosen again.
#[must_use]
pub fn chosen(input: &HtmlInputElement) -> Vec<Given> {
    let all = files::chosen(input).into_iter().map(given);
    all.filter(|given| !is_of_a_system(&given.name)).collect()
}

fn given(file: File) -> Given {
    let path =
        Reflect::get(&file, &JsValue::from_str("webkitRelativePath")).ok().and_then(|path| path.as_string());
    Given { name: path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name()), file }
}

/// Files that are read one after the other, those of archives too.
#[derive(Debug)]
pub struct Reader {
    waiting: VecDeque<Given>,
    ahead: VecDeque<(Given, Asked)>,
    archive: Option<Archive>,
    /// How many files there are in all, as far as is known yet.
    total: usize,
}

/// What has been asked of a file.
#[derive(Debug)]
enum Asked {
    /// All of it.
    Whole(Promise),
    /// Nothing yet: it may be an archive, or is too large.
    Perhaps,
}

impl Reader {
    /// Reads these.
    #[must_use]
    pub fn of(given: Vec<Given>) -> Self {
        let total = given.len();
        Self { waiting: given.into(), ahead: VecDeque::new(), archive: None, total }
    }

    /// How many files there are in all, as far as is known yet.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.total
    }

    /// The next file with its name; none after the last.
    pub async fn next(&mut self) -> Option<One> {
        loop {
            if let Some(archive) = &mut self.archive {
                if let Some(taken) = archive.next().await {
                    return Some(taken);
                }
                self.archive = None;
            }
            self.ask();
            let (given, asked) = self.ahead.pop_front()?;
            let taken = match asked {
                Asked::Whole(promise) => whole(promise).await,
                Asked::Perhaps => match Archive::open(&given).await {
                    Ok(None) => files::read(&given.file).await.map_err(unreadable),
                    Ok(Some(archive)) => {
                        self.total = self.total.saturating_add(archive.entries.len()).saturating_sub(1);
                        self.archive = Some(archive);
                        continue;
                    }
                    Err(fault) => Err(fault),
                },
            };
            return Some(One { name: given.name, source: Source::Whole(given.file), taken });
        }
    }

    /// Asks for the next few.
    fn ask(&mut self) {
        while self.ahead.len() < AHEAD {
            let Some(given) = self.waiting.pop_front() else { return };
            let asked =
                if given.is_plain() { Asked::Whole(given.file.array_buffer()) } else { Asked::Perhaps };
            self.ahead.push_back((given, asked));
        }
    }
}

fn unreadable(failure: ReadFailure) -> Unreadable {
    match failure {
        ReadFailure::TooLarge(size) => Unreadable::TooLarge(size),
        ReadFailure::Unreadable => Unreadable::Gone,
    }
}

async fn whole(promise: Promise) -> Taken {
    let buffer = JsFuture::from(promise).await.map_err(|_| Unreadable::Gone)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// An archive that is being read.
#[derive(Debug)]
struct Archive {
    name: String,
    file: File,
    entries: VecDeque<Entry>,
    /// A block of it, and where that begins.
    block: (u32, Vec<u8>),
}

impl Archive {
    /// Opens it; none where it is no archive.
    async fn open(given: &Given) -> Result<Option<Self>, Unreadable> {
        let file = &given.file;
        let head = piece(file, 0, 4).await?;
        let size = files::bytes(file.size());
        if !zip::is_zip(&head) || !given.is_named_archive() {
            return Ok(None);
        }
        let length = u32::try_from(size).map_err(|_| Unreadable::Archive(Fault::TooLarge))?;
        let tail = piece(file, length.saturating_sub(zip::TAIL), zip::TAIL).await?;
        let span = zip::directory(&tail, length).map_err(Unreadable::Archive)?;
        let directory = piece(file, span.start, span.length).await?;
        let entries = zip::entries(&directory, span).map_err(Unreadable::Archive)?;
        Ok(Some(Self {
            name: given.name.clone(),
            file: file.clone(),
            // What systems put beside files says nothing of an office.
            entries: entries.into_iter().filter(|entry| !is_of_a_system(&entry.name)).collect(),
            block: Default::default(),
        }))
    }

    async fn next(&mut self) -> Option<One> {
        let entry = self.entries.pop_front()?;
        let taken = match self.take(&entry).await {
            Ok(bytes) if zip::is_zip(&bytes) => Err(Unreadable::Nested),
            taken => taken,
        };
        let name = [&self.name, "/", &entry.name].concat();
        Some(One { name, source: Source::Packed(self.file.clone(), Rc::new(entry)), taken })
    }

    async fn take(&mut self, entry: &Entry) -> Taken {
        entry.check().map_err(Unreadable::Archive)?;
        let within = |(start, block): &(u32, Vec<u8>)| {
            let from = usize::try_from(entry.start.checked_sub(*start)?).ok()?;
            let to = from.checked_add(usize::try_from(entry.length).ok()?)?;
            (to <= block.len()).then_some(from..to)
        };
        if within(&self.block).is_none() {
            self.block = (entry.start, piece(&self.file, entry.start, BLOCK.max(entry.length)).await?);
        }
        let range = within(&self.block).ok_or(Unreadable::Archive(Fault::Broken))?;
        let bytes = self.block.1.get(range).unwrap_or_default();
        entry.unpack(bytes).map_err(Unreadable::Archive)
    }
}

/// Whether a file is one that a system puts beside others by itself.
fn is_of_a_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

async fn piece(file: &File, from: u32, length: u32) -> Taken {
    let (from, length) = (f64::from(from), f64::from(length));
    let piece = file.slice_with_f64_and_f64(from, from + length).map_err(|_| Unreadable::Gone)?;
    whole(piece.array_buffer()).await
}

/// Rests that let the page breathe.
#[derive(Debug)]
pub struct Pace(f64);

impl Default for Pace {
    fn default() -> Self {
        Self(Date::now())
    }
}

impl Pace {
    /// Rests where it is time to; whether it was.
    pub async fn rest(&mut self) -> bool {
        if Date::now() - self.0 < SLICE {
            return false;
        }
        breath().await;
        self.0 = Date::now();
        true
    }
}

/// Lets everything that waits have its turn. A timer would wait longer than the work takes.
async fn breath() {
    let Ok(channel) = MessageChannel::new() else { return };
    let told = Promise::new(&mut |done: Function, _| channel.port1().set_onmessage(Some(&done)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = JsFuture::from(told).await;
    }
    channel.port1().close();
}
