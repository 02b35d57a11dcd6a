//! Files in and out: chosen or dropped, downloaded, copied, shared.
//!
//! Invariant: nothing is read past [`MOST`] at a time, and what could not leave the page is said, as far as a page can know.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Document, DragEvent, Element, File, FileList, FilePropertyBag, HtmlAnchorElement,
    HtmlDocument, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ShareData, Url, Window,
};

use super::page;
use super::root::Root;

/// The largest document, in bytes.
pub const LIMIT: usize = 1024 * 1024;

/// The largest file that is read, in bytes: a document with the whole page around it.
pub const MOST: usize = 2 * LIMIT;

/// How long a downloaded file is kept for the browser to fetch, in milliseconds.
const KEPT: u32 = 60_000;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFailure {
    /// Larger than [`MOST`]; its size in bytes.
    TooLarge(usize),
    /// Gone, changed since, or not allowed.
    Unreadable,
}

/// Why something did not leave the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendFailure {
    /// The browser or the frame refuses.
    Blocked,
    /// The user thought better of it.
    Cancelled,
    /// This browser has no such thing.
    Absent,
}

/// The bytes of a file.
///
/// # Errors
/// [`ReadFailure`]; the size is looked at before anything is read.
pub async fn read(file: &File) -> Result<Vec<u8>, ReadFailure> {
    let size = bytes(file.size());
    if size > MOST {
        return Err(ReadFailure::TooLarge(size));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadFailure::Unreadable)?;
    let array = Uint8Array::new(&buffer);
    let length = usize::try_from(array.length()).unwrap_or(usize::MAX);
    if length > MOST { Err(ReadFailure::TooLarge(length)) } else { Ok(array.to_vec()) }
}

/// The piece of a file that begins at `from`, at most [`LIMIT`] bytes; empty at its end. For files of any size, of
/// which nothing is kept.
///
/// # Errors
/// [`ReadFailure::Unreadable`].
pub async fn piece(file: &File, from: f64) -> Result<Vec<u8>, ReadFailure> {
    let end = from + f64::from(u32::try_from(LIMIT).unwrap_or(u32::MAX));
    let piece = file.slice_with_f64_and_f64(from, end).map_err(|_| ReadFailure::Unreadable)?;
    let buffer = JsFuture::from(piece.array_buffer()).await.map_err(|_| ReadFailure::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates, and a size is a whole number"
)]
pub(super) const fn bytes(size: f64) -> usize {
    size as usize
}

/// The files of a drop.
#[must_use]
pub fn dropped(event: &DragEvent) -> Vec<File> {
    all(event.data_transfer().and_then(|data| data.files()))
}

/// The files chosen in an input, which is emptied so that the same file can be chosen again.
#[must_use]
pub fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let files = all(input.files());
    input.set_value("");
    files
}

fn all(files: Option<FileList>) -> Vec<File> {
    files.map_or_else(Vec::new, |files| (0..files.length()).filter_map(|place| files.get(place)).collect())
}

/// What browsers call a workbook.
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Has the browser download a file. Whether it was kept, no page can know.
///
/// # Errors
/// `Blocked` where the frame's sandbox can be read and forbids it, `Absent` where there is no page to click in.
pub fn download(root: &Root, name: &str, mime: &str, content: &[u8]) -> Result<(), SendFailure> {
    let window = web_sys::window().ok_or(SendFailure::Absent)?;
    if sandbox_forbids(&window) {
        return Err(SendFailure::Blocked);
    }
    let document = window.document().ok_or(SendFailure::Absent)?;
    let address = object_address(mime, content).ok_or(SendFailure::Absent)?;
    let clicked = click_link(root, &document, &address, name);
    Timeout::new(KEPT, move || {
        // An address already gone is as good.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    clicked.ok_or(SendFailure::Absent)
}

fn click_link(root: &Root, document: &Document, address: &str, name: &str) -> Option<()> {
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(address);
    link.set_download(name);
    link.set_hidden(true);
    beside_focus(root)?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// An address within the page from which this content can be fetched, until it is revoked or the page closes.
pub(super) fn object_address(mime: &str, content: &[u8]) -> Option<String> {
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    let blob =
        Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(content)), &kind).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// An open dialogue makes everything outside it inert: what is clicked or selected has to be inside.
fn beside_focus(root: &Root) -> Option<Element> {
    let dialog = root.focused().and_then(|active| active.closest("dialog[open]").ok().flatten());
    dialog.or_else(|| root.app().parent_element())
}

/// Goes up through the frames whose sandbox can be read, those of this origin.
fn sandbox_forbids(window: &Window) -> bool {
    let mut window = window.clone();
    while let Ok(Some(frame)) = window.frame_element() {
        let sandbox = frame.get_attribute("sandbox");
        if sandbox.is_some_and(|flags| {
            !flags.split_ascii_whitespace().any(|flag| flag.eq_ignore_ascii_case("allow-downloads"))
        }) {
            return true;
        }
        match window.parent() {
            Ok(Some(parent)) if !page::same(&parent, &window) => window = parent,
            _ => break,
        }
    }
    false
}

/// Puts a text on the clipboard.
///
/// # Errors
/// `Blocked` where the browser refuses, `Absent` where it has no clipboard for this page.
pub async fn copy(root: &Root, text: &str) -> Result<(), SendFailure> {
    let window = web_sys::window().ok_or(SendFailure::Absent)?;
    let clipboard = window.navigator().clipboard();
    let absent = clipboard.is_undefined();
    if !absent && JsFuture::from(clipboard.write_text(text)).await.is_ok() {
        return Ok(());
    }
    // Frames without clipboard-write, and plain http, still allow the old way.
    match window.document().and_then(|document| copy_selected(root, &document, text)) {
        Some(true) => Ok(()),
        _ if absent => Err(SendFailure::Absent),
        _ => Err(SendFailure::Blocked),
    }
}

fn copy_selected(root: &Root, document: &Document, text: &str) -> Option<bool> {
    let focused = root.focused();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_read_only(true);
    for (name, value) in [("position", "fixed"), ("opacity", "0"), ("top", "0"), ("left", "0")] {
        area.style().set_property(name, value).ok()?;
    }
    beside_focus(root)?.append_child(&area).ok()?;
    area.select();
    let copied = document.dyn_ref::<HtmlDocument>().and_then(|document| document.exec_command("copy").ok());
    area.remove();
    if let Some(focused) = focused.as_ref().and_then(|focused| focused.dyn_ref::<HtmlElement>()) {
        // It held the focus a moment ago; if it no longer can, the page goes on without.
        let _ = focused.focus();
    }
    copied
}

/// Hands a file to another app through the device's own sheet: as JSON, and where that may not be shared as plain text,
/// `….swanilai.txt`, which every phone lets through.
///
/// # Errors
/// [`SendFailure`].
pub async fn send(name: &str, text: &str) -> Result<(), SendFailure> {
    let plain = [name.strip_suffix("json").unwrap_or(name), "swanilai.txt"].concat();
    let mut failure = SendFailure::Absent;
    for (name, kind) in [(name, "application/json"), (&*plain, "text/plain")] {
        let Some(promise) = shared(name, kind, text) else { continue };
        match JsFuture::from(promise).await {
            Ok(_) => return Ok(()),
            Err(cause) if named(&cause, "name").as_string().as_deref() == Some("AbortError") => {
                return Err(SendFailure::Cancelled);
            }
            Err(_) => failure = SendFailure::Blocked,
        }
    }
    Err(failure)
}

/// Opens the sheet with a file of this kind; none where the browser has no such sheet, or lets no such file through.
fn shared(name: &str, kind: &str, text: &str) -> Option<Promise> {
    let navigator = JsValue::from(web_sys::window()?.navigator());
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    // Not every browser has these; the bindings would take that for granted.
    let ask =
        |method: &str| named(&navigator, method).dyn_into::<Function>().ok()?.call1(&navigator, &data).ok();
    ask("canShare").filter(JsValue::is_truthy)?;
    ask("share")?.dyn_into().ok()
}

fn named(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
