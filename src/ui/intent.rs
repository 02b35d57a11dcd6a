//! What a person asks for that the page cannot do without effects.
//!
//! Invariant: an intent says what is wanted; how it is done is known to `hooks::desk` alone.

use web_sys::File;

use crate::domain::Text;
use crate::domain::assessment::Unit;
use crate::domain::status::StatusEdit;
use crate::state::Route;

/// Something to be done at the edge.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Fetch an instrument, so that a view can show it.
    Fetch(Text),
    /// Begin an assessment: instrument, office, year.
    Begin(Text, Unit, Option<u16>),
    /// Show the filled example of an instrument.
    ShowExample(Text),
    /// Open an assessment kept on this device.
    OpenSaved(Text),
    /// Make a copy of an assessment kept on this device, with an id of its own.
    Duplicate(Text),
    /// Begin a new year from an assessment kept on this device.
    CarryOver(Text),
    /// Hand the file of an assessment kept on this device to the browser.
    DownloadSaved(Text),
    /// Hand the file of an instrument to the browser.
    DownloadRubric(Text),
    /// Remove an instrument of the office's own from this device.
    DropRubric(Text),
    /// Let the instrument of the office's own that waits take the place of the one kept under its id.
    ReplaceRubric,
    /// Hand the file of the open assessment to the browser.
    Download,
    /// Hand a table to the browser: of the open assessment, or a blank one of the instrument with this id; its ending.
    DownloadTable(Text, &'static str),
    /// Hand the one HTML file, with the open assessment inside, to the browser.
    DownloadPage,
    /// Hand the file of the open assessment to another app.
    Send,
    /// Hand out a copy of the open assessment without notes and places; to another app, where it is to be sent.
    Share(bool),
    /// Hand out the document of the share with this id; to another app, where it is to be sent.
    HandOut(Text, bool),
    /// Merge the returned shares that wait.
    Merge,
    /// Ask about the first of them as a share to be filled in here.
    OpenPart,
    /// Show, to be read, the assessment that the page itself carries; without a view, ask whether to take it over.
    Look(Option<Route>),
    /// Remove an assessment from this device.
    Remove(Text),
    /// Keep again what was just removed.
    BringBack,
    /// Remove everything of this app from this device.
    ClearDevice,
    /// Switch *Komputer bersama*.
    SetShared(bool),
    /// Read files that were chosen or dropped.
    Take(Vec<File>),
    /// Note the fingerprint of a file beside a document asked for: id of the indicator, the document, the file.
    Fingerprint(Text, Text, File),
    /// Read a document that the site around the page offers.
    Prefill(String),
    /// Ask whether to take over this document, which the recapitulation holds.
    Open(String),
    /// Take over the file that waits.
    Accept,
    /// Try to save again.
    SaveAgain,
    /// Load what another tab wrote.
    ReloadNewest,
    /// Hold what is typed in a form of the open assessment and is no part of it yet: the form, its boxes.
    Hold(&'static str, String),
    /// Hand a page of HTML to the browser, under this name.
    KeepPage(String, String),
    /// Print the page.
    Print,
    /// Keep the answers of the open assessment under a name.
    Freeze(Text),
    /// Say where the open assessment stands.
    Stand(StatusEdit),
    /// Begin an assessment with another edition from the answers of the open one.
    ReadUnder(Text),
    /// Put a text on the clipboard.
    Copy(String),
    /// Go to an address of this page.
    Go(String),
}
