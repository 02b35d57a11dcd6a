//! Tables out and in, by the modules that know them, or by this one where it is all there is.
//!
//! Invariant: what a table says becomes a document first, and is asked about as any other is.

use std::rc::Rc;

use super::Desk;
use crate::domain::Text;
use crate::domain::problem::{Kind, Problem};
use crate::edge::clock;
use crate::edge::files::{self, WORKBOOK};
use crate::format::sheet::{csv, port};
use crate::format::{document, names};
use crate::state::{Action, Incoming, Notice};
use crate::ui::hooks::shelf;
use crate::ui::text::transfer;

/// Whether bytes are a table that can be read here.
pub fn is_table(bytes: &[u8]) -> bool {
    let is_packed = bytes.starts_with(b"PK\x03\x04") && bytes.windows(3).any(|part| part == b"xl/");
    csv::is_meant(bytes) || (is_packed && !cfg!(feature = "whole"))
}

impl Desk {
    /// Hands out a table of the open assessment, or a blank one of an instrument.
    pub(super) async fn download_table(&self, blank: &Text, ending: &'static str) {
        let state = self.state();
        let (id, name, document) = if blank.is_empty() {
            let (Some(work), Some((name, document, _))) = (&state.work, self.file(ending)) else { return };
            (work.rubric.id.clone(), name, document)
        } else {
            (blank.clone(), names::template(blank, ending), String::new())
        };
        let [rules, ours] = self.rules(&id).await;
        let mut made = first(self.tables(ending, vec![document.into_bytes(), rules, ours]).await);
        let mut mime = "text/csv";
        if ending == port::XLSX {
            (made, mime) = (self.workbooks("workbook", made).await, WORKBOOK);
        }
        let sent = made.is_some_and(|file| files::download(&self.0.root, &name, mime, &file).is_ok());
        let notice =
            if sent { Notice::Downloaded(name.into(), "".into()) } else { Notice::TableMissing(ending) };
        self.tell(Action::Noticed(Some(notice)));
    }

    /// The text of an instrument, and whether it is one of this build's own.
    async fn rules(&self, id: &str) -> [Vec<u8>; 2] {
        let ours = self.ships(id);
        let text = if ours {
            self.shipped(&self.0.boot.rubrics, id).await
        } else {
            self.0.drafts.rubrics().remove(id)
        };
        [text.unwrap_or_default().into_bytes(), if ours { vec![1] } else { Vec::new() }]
    }

    /// Reads a table as far as the question whether to take it over.
    pub(super) async fn of_table(&self, name: &Text, file: Vec<u8>) -> Result<Incoming, Vec<Problem>> {
        let told = |said: Vec<u8>| Problem::new("", Kind::Told(String::from_utf8(said).unwrap_or_default()));
        let missing = || vec![told(transfer::NO_TABLE.into())];
        let file = if csv::is_meant(&file) {
            file
        } else {
            let read = self.workbooks("sheets", Some(file)).await;
            read.ok_or_else(|| vec![told(transfer::NO_READER.into())])?
        };
        let mut about = self.tables(port::ABOUT, vec![file.clone()]).await.ok_or_else(missing)?.into_iter();
        let (Some(rubric), Some(id)) = (about.next(), about.next()) else { return Err(missing()) };
        if rubric.is_empty() {
            return Err(vec![told(id)]);
        }
        let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
        let (rubric, id) = (text(rubric), text(id));
        let held = self.held(&id);
        let [rules, ours] = self.rules(&rubric).await;
        if rules.is_empty() && held.is_empty() {
            return Err(vec![Problem::new("", Kind::UnknownRubric(rubric))]);
        }
        let given = vec![file, rules, ours, held, self.0.boot.version.into(), clock::now().iso.into()];
        let mut read = self.tables(port::TAKE, given).await.ok_or_else(missing)?.into_iter();
        let document = read.next().unwrap_or_default();
        let mut problems: Vec<Problem> = read.map(told).collect();
        if document.is_empty() {
            return Err(problems);
        }
        let incoming = self.incoming(name, &document).await?;
        problems.extend(incoming.problems.iter().cloned());
        Ok(Incoming { problems: Rc::new(problems), ..incoming })
    }

    /// The document that is open or kept here under an id; nothing where there is none.
    fn held(&self, id: &str) -> Vec<u8> {
        let state = self.state();
        let open = state.work.as_ref().filter(|work| state.copy.is_none() && *work.assessment.id == *id);
        let open = open.map(|work| self.encoded(&work.assessment, &work.rubric, &clock::now().iso));
        let text = open.or_else(|| shelf::stored(&self.0.drafts, id).map(|stored| stored.text));
        text.filter(|text| !id.is_empty() && document::open(text.as_bytes()).is_ok())
            .unwrap_or_default()
            .into_bytes()
    }

    /// Has the module that knows tables make or read one; this one where it is the only one.
    #[cfg(not(feature = "whole"))]
    async fn tables(&self, task: &str, given: Vec<Vec<u8>>) -> Option<Vec<Vec<u8>>> {
        crate::edge::module::ask(&self.0.root, "recap", task, &given).await
    }

    /// Has a module for workbooks do its one task.
    #[cfg(not(feature = "whole"))]
    async fn workbooks(&self, module: &str, given: Option<Vec<u8>>) -> Option<Vec<u8>> {
        first(crate::edge::module::ask(&self.0.root, module, "", &[given?]).await)
    }

    /// Has tables made or read; workbooks are not known here.
    #[cfg(feature = "whole")]
    #[expect(clippy::unused_async, reason = "asked for as of another module")]
    async fn tables(&self, task: &str, given: Vec<Vec<u8>>) -> Option<Vec<Vec<u8>>> {
        Some(port::serve(task, &given))
    }

    #[cfg(feature = "whole")]
    #[expect(clippy::unused_async, reason = "asked for as of another module")]
    async fn workbooks(&self, _: &str, _: Option<Vec<u8>>) -> Option<Vec<u8>> {
        None
    }
}

/// The one file that was made.
fn first(made: Option<Vec<Vec<u8>>>) -> Option<Vec<u8>> {
    made?.into_iter().next().filter(|file| !file.is_empty())
}
