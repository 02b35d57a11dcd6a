//! What crosses between the app and the module with its further views, as texts.
//!
//! Invariant: what one side says the other hears as the same; what is not said here never leaves its module.

use web_sys::File;

use crate::domain::Text;
use crate::domain::assessment::Status;
use crate::domain::status::StatusEdit;
use crate::format::sheet::port;
use crate::state::{Action, Notice};
use crate::ui::components::boxes;
use crate::ui::intent::Intent;

/// The open assessment, both ways.
pub const DOCUMENT: &str = "document";
/// What is to have the focus.
pub const LEAD: &str = "lead";
/// Which view is shown: its address.
pub const ROUTE: &str = "route";
/// Whether nothing can be changed.
pub const LOCKED: &str = "locked";
/// Whether there is a recapitulation to go back to.
pub const RECAP: &str = "recap";
/// How many changes can be taken back.
pub const UNDOABLE: &str = "undoable";
/// Before the id of an instrument: its text.
pub const RUBRIC: &str = "rubric:";
/// The same of one of the office's own that is kept on this device.
pub const OWN: &str = "own:";
/// Before the name of a form: what is typed in it and no part of the assessment yet.
pub const TYPED: &str = "typed:";
/// Files were chosen; they go with it.
pub const TAKE: &str = "take";
/// A document of the recapitulation is to be opened.
pub const OPEN: &str = "open";
/// How a document was changed: it goes on with the typing before it,
pub const JOINS: &str = "joins";
/// or says where the document stands,
pub const SAID: &str = "said";
/// or neither.
pub const NEW: &str = "new";
/// The module has stopped.
pub const STOPPED: &str = "stopped";

/// Statuses by their words here.
const STATUSES: [(&str, Status); 4] = [
    ("draft", Status::Draft),
    ("submitted", Status::Submitted),
    ("verified", Status::Verified),
    ("approved", Status::Approved),
];

/// A kind, what it is about, and a text.
pub type Said = (&'static str, Text, Text);

/// What the app makes of something said.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It is to be done.
    Ask(Intent),
    /// It has happened.
    Did(Action),
}

/// What is said of an intent; none where no further view asks for it.
#[must_use]
pub fn asked(intent: &Intent) -> Option<Said> {
    let none = Text::default;
    let said = match intent {
        Intent::Fetch(id) => ("fetch", id.clone(), none()),
        Intent::DownloadRubric(id) => ("rubric", id.clone(), none()),
        Intent::Download => ("download", none(), none()),
        Intent::DownloadTable(id, ending) => (*ending, id.clone(), none()),
        Intent::Send => ("send", none(), none()),
        Intent::Share(false) => ("share", none(), none()),
        Intent::Share(true) => ("share-out", none(), none()),
        Intent::KeepPage(name, page) => ("keep-page", name.as_str().into(), page.as_str().into()),
        Intent::Print => ("print", none(), none()),
        Intent::HandOut(id, false) => ("hand-out", id.clone(), none()),
        Intent::HandOut(id, true) => ("send-out", id.clone(), none()),
        Intent::Hold(form, text) => ("hold", Text::from(*form), text.as_str().into()),
        Intent::Freeze(name) => ("freeze", none(), name.clone()),
        Intent::Stand(StatusEdit { to, by, name }) => {
            let (word, _) = STATUSES.iter().find(|(_, status)| status == to)?;
            // A post is one line.
            ("stand", Text::from(*word), [by, "\n", name].concat().into())
        }
        Intent::ReadUnder(id) => ("read-under", id.clone(), none()),
        Intent::Copy(text) => ("copy", none(), text.as_str().into()),
        // What only the views of the app itself ask for, and what a module does by itself.
        Intent::Begin(..)
        | Intent::ShowExample(_)
        | Intent::OpenSaved(_)
        | Intent::Duplicate(_)
        | Intent::CarryOver(_)
        | Intent::DownloadSaved(_)
        | Intent::DropRubric(_)
        | Intent::ReplaceRubric
        | Intent::DownloadPage
        | Intent::Merge
        | Intent::OpenPart
        | Intent::Look(_)
        | Intent::Remove(_)
        | Intent::BringBack
        | Intent::ClearDevice
        | Intent::SetShared(_)
        | Intent::Take(_)
        | Intent::Fingerprint(..)
        | Intent::Prefill(_)
        | Intent::Open(_)
        | Intent::Accept
        | Intent::SaveAgain
        | Intent::ReloadNewest
        | Intent::Go(_) => return None,
    };
    Some(said)
}

/// What is said of an action; none where no further view brings it about.
#[must_use]
pub fn did(action: &Action) -> Option<Said> {
    let said = |kind, count: usize| Some((kind, count.to_string().into(), Text::default()));
    match action {
        Action::Undone => said("undone", 0),
        Action::Noticed(Some(Notice::Dropped)) => said("dropped", 0),
        Action::Noticed(Some(Notice::Applied(count))) => said("applied", *count),
        Action::Noticed(Some(Notice::Assumed(count))) => said("assumed", *count),
        Action::Noticed(Some(Notice::Published(count))) => said("published", *count),
        _ => None,
    }
}

/// What was said; none where it is nothing that is known.
#[must_use]
pub fn heard(kind: &str, about: &str, text: String, files: Vec<File>) -> Option<Heard> {
    let id = || Text::from(about);
    let count = || about.parse().unwrap_or_default();
    let intent = match kind {
        OPEN => Intent::Open(text),
        TAKE => Intent::Take(files),
        "fetch" => Intent::Fetch(id()),
        "rubric" => Intent::DownloadRubric(id()),
        "download" => Intent::Download,
        port::CSV => Intent::DownloadTable(id(), port::CSV),
        port::XLSX => Intent::DownloadTable(id(), port::XLSX),
        "send" => Intent::Send,
        "share" => Intent::Share(false),
        "share-out" => Intent::Share(true),
        "keep-page" => Intent::KeepPage(about.to_owned(), text),
        "print" => Intent::Print,
        "hand-out" => Intent::HandOut(id(), false),
        "send-out" => Intent::HandOut(id(), true),
        "hold" => Intent::Hold(boxes::FORMS.into_iter().find(|form| *form == about)?, text),
        "freeze" => Intent::Freeze(text.into()),
        "stand" => {
            let (_, to) = STATUSES.into_iter().find(|(word, _)| *word == about)?;
            let (by, name) = text.split_once('\n')?;
            Intent::Stand(StatusEdit { to, by: by.into(), name: name.into() })
        }
        "read-under" => Intent::ReadUnder(id()),
        "copy" => Intent::Copy(text),
        "undone" => return Some(Heard::Did(Action::Undone)),
        _ => {
            let notice = match kind {
                "dropped" => Notice::Dropped,
                "applied" => Notice::Applied(count()),
                "assumed" => Notice::Assumed(count()),
                "published" => Notice::Published(count()),
                _ => return None,
            };
            return Some(Heard::Did(Action::Noticed(Some(notice))));
        }
    };
    Some(Heard::Ask(intent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_view_asks_for_is_heard_as_the_same() {
        let mut asked_for = vec![
            Intent::Fetch("a".into()),
            Intent::DownloadRubric("a".into()),
            Intent::Download,
            Intent::DownloadTable("a".into(), port::CSV),
            Intent::DownloadTable(Text::default(), port::XLSX),
            Intent::Send,
            Intent::Share(false),
            Intent::Share(true),
            Intent::KeepPage("a.html".to_owned(), "b".to_owned()),
            Intent::Print,
            Intent::HandOut("p".into(), false),
            Intent::HandOut("p".into(), true),
            Intent::Freeze("Sebelum rapat\tkedua".into()),
            Intent::ReadUnder("b".into()),
            Intent::Copy("satu\ndua".into()),
        ];
        asked_for.extend(boxes::FORMS.map(|form| Intent::Hold(form, "skm-0\t83,19\n".into())));
        for (_, to) in STATUSES {
            let (by, name) = ("Sekretaris".into(), "Final\nsekali".into());
            asked_for.push(Intent::Stand(StatusEdit { to, by, name }));
        }
        for intent in asked_for {
            let (kind, about, text) = asked(&intent).unwrap();
            assert_eq!(heard(kind, &about, text.to_string(), Vec::new()), Some(Heard::Ask(intent)));
        }
    }

    #[test]
    fn what_a_view_has_done_is_heard_as_the_same_and_nothing_else_crosses() {
        for notice in [Notice::Dropped, Notice::Applied(3), Notice::Assumed(1), Notice::Published(12)] {
            let action = Action::Noticed(Some(notice));
            let (kind, about, text) = did(&action).unwrap();
            assert_eq!(heard(kind, &about, text.to_string(), Vec::new()), Some(Heard::Did(action)));
        }
        let (kind, about, text) = did(&Action::Undone).unwrap();
        assert_eq!(heard(kind, &about, text.to_string(), Vec::new()), Some(Heard::Did(Action::Undone)));
        assert_eq!(did(&Action::Closed), None);
        assert_eq!(asked(&Intent::ClearDevice), None);
        assert_eq!(heard("clear", "", String::new(), Vec::new()), None);
        assert_eq!(heard(TAKE, "", String::new(), Vec::new()), Some(Heard::Ask(Intent::Take(Vec::new()))));
        assert_eq!(heard("hold", "place", String::new(), Vec::new()), None);
    }
}
