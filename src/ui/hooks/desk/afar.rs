//! What another module draws of the state, and what comes back of it.
//!
//! Invariant: a change made there is taken over whole as one edit, or the module is given what is here.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::File;
use yew::Callback;

use super::Desk;
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::map::Map;
use crate::edge::module::Given;
use crate::edge::{boot, clock};
use crate::format::document;
use crate::state::{Action, Rewrite, Route, SaveStatus, State, Work};
use crate::ui::components::boxes;
use crate::ui::crossing::{
    self, DOCUMENT, Heard, LOCKED, OWN, RECAP, ROUTE, RUBRIC, STOPPED, TYPED, UNDOABLE,
};

/// What the desk remembers for other modules.
#[derive(Default)]
pub(super) struct Afar {
    /// The texts of the instruments fetched so far, by id.
    rubrics: RefCell<Map<Text>>,
    /// The open assessment as both sides know it, with its text.
    document: RefCell<Option<(Rc<Assessment>, Text)>>,
    /// Has a module give the focus.
    leads: RefCell<Option<Callback<Text>>>,
}

impl Desk {
    /// Takes note of the text that an instrument was read from.
    pub(super) fn note_text(&self, id: &Text, text: &str) {
        self.0.afar.rubrics.borrow_mut().insert(id.clone(), text.into());
    }

    /// Whoever gives the focus in views of another module, from now on.
    pub fn leads_to(&self, leads: Callback<Text>) {
        self.0.afar.leads.replace(Some(leads));
    }

    /// That one no longer does.
    pub fn leads_no_more(&self, leads: &Callback<Text>) {
        self.0.afar.leads.borrow_mut().take_if(|own| own == leads);
    }

    /// Has the module that draws the view, if one does, give the focus.
    pub(super) fn lead_afar(&self, target: &str) {
        let leads = self.0.afar.leads.borrow().clone();
        if let Some(leads) = leads {
            leads.emit(target.into());
        }
    }

    /// What the module with the further views draws from.
    pub fn given(&self, state: &State) -> Given {
        let mut given = Given::new();
        let named = |kind: &str, name: &str| Text::from([kind, name].concat());
        for (id, text) in self.0.afar.rubrics.borrow().iter() {
            given.push((named(RUBRIC, id), text.clone()));
        }
        if let Some(work) = &state.work {
            given.push((DOCUMENT.into(), self.document(work)));
            given.push((UNDOABLE.into(), work.undoable().to_string().into()));
            if matches!(state.route, Route::Simulasi | Route::Tonggak | Route::Bagi) {
                for form in boxes::FORMS {
                    given.push((named(TYPED, form), self.typed(form, work).into()));
                }
            }
        }
        if matches!(state.route, Route::Tentang(_) | Route::Mulai(_)) {
            for (id, text) in self.0.drafts.rubrics().iter() {
                given.push((named(OWN, id), text.as_str().into()));
            }
        }
        given.push((LOCKED.into(), if state.is_locked() { LOCKED } else { "" }.into()));
        given.push((RECAP.into(), if state.from_recap { RECAP } else { "" }.into()));
        given.push((ROUTE.into(), state.route.hash().into()));
        given
    }

    /// The text of the open assessment, made anew only where it has changed here.
    fn document(&self, work: &Work) -> Text {
        let mut document = self.0.afar.document.borrow_mut();
        if let Some((known, text)) = &*document
            && *known == work.assessment
        {
            return text.clone();
        }
        let text = Text::from(self.encoded(&work.assessment, &work.rubric, &clock::now().iso));
        *document = Some((work.assessment.clone(), text.clone()));
        text
    }

    /// Does what a module says.
    pub fn heard(&self, kind: &str, about: &str, text: String, files: Vec<File>) {
        match kind {
            DOCUMENT => self.rewritten(about, text),
            // What is held in this module's memory alone is found from here.
            STOPPED => boot::show_panic_screen(),
            _ => match crossing::heard(kind, about, text, files) {
                Some(Heard::Ask(intent)) => self.perform(intent),
                Some(Heard::Did(action)) => self.tell(action),
                None => {}
            },
        }
    }

    /// Takes over what another module has made of the open assessment.
    fn rewritten(&self, about: &str, text: String) {
        let state = self.state();
        let Some(work) = &state.work else { return };
        let from = self.0.afar.document.take();
        let Some((from, _)) = from else { return };
        let rubric = state.library.get(&work.rubric.id).unwrap_or(&work.rubric);
        let opened = document::open(text.as_bytes());
        let read = opened.and_then(|opened| opened.read_ready(rubric, &from.rubric.sha256, false));
        let Ok(decoded) = read else {
            // Too large to be read, here or ever: the module is given what was there before.
            self.tell(Action::Rewritten(Rc::default()));
            return self.tell(Action::SaveSettled(SaveStatus::TooLarge));
        };
        let to = Rc::new(decoded.assessment);
        self.0.afar.document.replace(Some((to.clone(), text.into())));
        let (how, touched) = about.split_once(' ').unwrap_or((about, ""));
        self.tell(Action::Rewritten(Rc::new(Rewrite {
            from,
            to,
            joins: how == crossing::JOINS,
            said: how == crossing::SAID,
            touched: Some(touched).filter(|touched| !touched.is_empty()).map(Text::from),
        })));
    }
}
