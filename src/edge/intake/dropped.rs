//! What was dropped: files, and folders with all that lies in them.
//!
//! Invariant: what is not opened is handed on with its name and the reason.

use std::collections::VecDeque;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use super::{Given, MOST_FILES, Unreadable, given, is_of_a_system};
use crate::edge::files;

/// How deep folders may lie in one another.
const DEEPEST: usize = 16;

/// What was dropped and could not be opened.
#[derive(Debug)]
pub struct Lost {
    /// Its name, after those of its folders.
    pub name: String,
    /// Why.
    pub why: Unreadable,
}

/// What was dropped. It has to be asked for at once: a drop can be read only while it happens.
#[derive(Debug)]
pub struct Drop {
    roots: Vec<FileSystemEntry>,
    files: Vec<File>,
}

/// What a drop holds.
#[must_use]
pub fn dropped(event: &DragEvent) -> Drop {
    let items = event.data_transfer().map(|data| data.items());
    let roots = items.map_or_else(Vec::new, |items| {
        let each = (0..items.length()).filter_map(|at| items.get(at));
        each.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect()
    });
    Drop { roots, files: files::dropped(event) }
}

impl Drop {
    /// Every file of it, in folders too, and what could not be opened; past [`MOST_FILES`] no more are looked for.
    pub async fn files(self) -> (Vec<Given>, Vec<Lost>) {
        let (mut found, mut lost) = (Vec::new(), Vec::new());
        if self.roots.is_empty() {
            found.extend(self.files.into_iter().map(given));
            return (found, lost);
        }
        let mut waiting: VecDeque<(FileSystemEntry, usize)> =
            self.roots.into_iter().map(|root| (root, 0)).collect();
        while let Some((entry, depth)) = waiting.pop_front().filter(|_| found.len() <= MOST_FILES) {
            let name = entry.full_path().trim_start_matches('/').to_owned();
            if is_of_a_system(&name) {
                continue;
            }
            let closed = |name| Lost { name, why: Unreadable::Closed };
            if entry.is_file() {
                match file_of(entry.unchecked_into()).await {
                    Some(file) => found.push(Given { name, file }),
                    None => lost.push(closed(name)),
                }
            } else if depth < DEEPEST {
                let (inside, whole) = children(&entry.unchecked_into()).await;
                waiting.extend(inside.into_iter().map(|entry| (entry, depth + 1)));
                lost.extend((!whole).then(|| closed(name)));
            } else {
                let count = count(entry).await;
                // Nothing is lost of an empty one.
                lost.extend((count != Some(0)).then_some(Lost { name, why: Unreadable::Deep(count) }));
            }
        }
        (found, lost)
    }
}

/// How many files lie in a folder, in folders too; none where it is not open to the last, or holds more than are read.
async fn count(folder: FileSystemEntry) -> Option<usize> {
    let (mut files, mut seen, mut waiting) = (0, 0, VecDeque::from([folder]));
    while let Some(entry) = waiting.pop_front() {
        if entry.is_file() {
            files += usize::from(!is_of_a_system(&entry.full_path()));
        } else {
            let (inside, whole) = children(&entry.unchecked_into()).await;
            seen += inside.len();
            if !whole || seen > MOST_FILES {
                return None;
            }
            waiting.extend(inside);
        }
    }
    Some(files)
}

async fn file_of(entry: FileSystemFileEntry) -> Option<File> {
    let promise = Promise::new(&mut |done: Function, failed: Function| {
        entry.file_with_callback_and_callback(&done, &failed);
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// What is in a folder, and whether that is all of it; browsers tell it by and by.
async fn children(folder: &FileSystemDirectoryEntry) -> (Vec<FileSystemEntry>, bool) {
    let reader = folder.create_reader();
    let mut found = Vec::new();
    while found.len() <= MOST_FILES {
        let promise = Promise::new(&mut |done: Function, failed: Function| {
            if let Err(thrown) = reader.read_entries_with_callback_and_callback(&done, &failed) {
                let _ = failed.call1(&JsValue::NULL, &thrown);
            }
        });
        let told = JsFuture::from(promise).await.ok().and_then(|told| told.dyn_into::<Array>().ok());
        match told {
            Some(some) if some.length() > 0 => found.extend(some.iter().map(JsCast::unchecked_into)),
            Some(_) => break,
            None => return (found, false),
        }
    }
    (found, true)
}
