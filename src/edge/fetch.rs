//! This build's own static files.
//!
//! Invariant: only same-origin GETs leave the page, with no body and no credentials.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCredentials, RequestInit, Response, Url};

use super::root::Root;

/// By what name the script that starts the app hands over what it has asked for by then.
const AHEAD: &str = "ahead";

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFailure {
    /// No answer at all.
    Offline,
    /// The server has no such file, with its status; 0 where the address is not this origin's and was never asked for.
    Missing(u16),
}

/// A file of this origin, by an address relative to the page.
///
/// # Errors
/// [`FetchFailure`]; a page of HTML in place of another file counts as missing, as some servers send one with status 200.
pub async fn bytes(address: &str) -> Result<Vec<u8>, FetchFailure> {
    read(None, address).await
}

/// The same of a file that may have been asked for before this module was there.
///
/// # Errors
/// As of [`bytes`].
pub async fn bytes_ahead(root: &Root, address: &str) -> Result<Vec<u8>, FetchFailure> {
    read(Some(root), address).await
}

async fn read(root: Option<&Root>, address: &str) -> Result<Vec<u8>, FetchFailure> {
    let window = web_sys::window().ok_or(FetchFailure::Offline)?;
    let address = own(&window, address).ok_or(FetchFailure::Missing(0))?;
    let ahead = root.and_then(|root| root.ask_loader(AHEAD, &address)?.dyn_into().ok());
    let asked: Promise = ahead.unwrap_or_else(|| {
        let init = RequestInit::new();
        init.set_method("GET");
        init.set_credentials(RequestCredentials::SameOrigin);
        window.fetch_with_str_and_init(&address, &init)
    });
    let answer = JsFuture::from(asked).await.map_err(|_| FetchFailure::Offline)?;
    if let Some(whole) = answer.dyn_ref::<ArrayBuffer>() {
        // Not waited for again: the app is then drawn in one piece.
        return Ok(Uint8Array::new(whole).to_vec());
    }
    let answer: Response = answer.dyn_into().map_err(|_| FetchFailure::Offline)?;
    let asked_for_html = address.as_bytes().windows(5).any(|part| part == b".html");
    if !answer.ok() || (is_html(&answer) && !asked_for_html) {
        return Err(FetchFailure::Missing(answer.status()));
    }
    let body = answer.array_buffer().map_err(|_| FetchFailure::Offline)?;
    let body = JsFuture::from(body).await.map_err(|_| FetchFailure::Offline)?;
    Ok(Uint8Array::new(&body).to_vec())
}

/// The whole address, if it is this origin's.
fn own(window: &web_sys::Window, address: &str) -> Option<String> {
    let base = window.document()?.base_uri().ok()??;
    let whole = Url::new_with_base(address, &base).ok()?;
    let here = Url::new(&window.location().href().ok()?).ok();
    // A page from about:srcdoc or a blob has no address of its own: its base stands for it.
    let here = here.filter(|here| here.host() == whole.host()).or_else(|| Url::new(&base).ok())?;
    let same = whole.protocol() == here.protocol() && whole.host() == here.host();
    (same && whole.username().is_empty() && whole.password().is_empty()).then(|| whole.href())
}

fn is_html(answer: &Response) -> bool {
    answer.headers().get("content-type").ok().flatten().is_some_and(|kind| kind.starts_with("text/html"))
}
