//! The views beyond filling in and its result, as a module of their own draws them: what to improve, what to try, who does
//! which share, what a verifier found, where a number comes from, forms for paper, what this is.
//!
//! It holds a copy of the open assessment, changes that at once, and tells the app of each change; what the app makes of it
//! is what counts.
//!
//! Invariant: every change made here has been told before anything else happens.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::catalog::Entry;
use crate::domain::edit::Edit;
use crate::domain::map::Map;
use crate::domain::rubric::Rubric;
use crate::edge::boot::{self, Boot};
use crate::edge::module::{Given, Own, Tell};
use crate::edge::root::Root;
use crate::edge::{clock, focus};
use crate::format::catalog;
use crate::format::document::{self, Stamp};
use crate::format::rubric as rubric_file;
use crate::state::{Action, Route, Work};
use crate::ui::components::boxes;
use crate::ui::crossing::{
    self, DOCUMENT, JOINS, LEAD, LOCKED, NEW, OWN, RECAP, ROUTE, RUBRIC, SAID, STOPPED, Said, TAKE, TYPED,
    UNDOABLE,
};
use crate::ui::intent::Intent;
use crate::ui::nested;
use crate::ui::views::{self, Views};

thread_local! {
    /// Every app that a view of this module stands in.
    static APPS: RefCell<Vec<Rc<Session>>> = const { RefCell::new(Vec::new()) };
}

/// What is shown, as the app has given it.
#[derive(Clone, Default)]
struct Shown {
    route: Route,
    work: Option<Work>,
    undoable: usize,
    library: Map<Rc<Rubric>>,
    own: Rc<Vec<Entry>>,
    locked: bool,
    from_recap: bool,
    /// The boxes of each form, by its name.
    typed: Map<Text>,
}

/// One app's views.
struct Session {
    root: Root,
    boot: Rc<Boot>,
    tell: Tell,
    shown: RefCell<Shown>,
    /// What is to have the focus once it is drawn.
    wanted: RefCell<Option<Text>>,
    redraw: RefCell<Option<Callback<()>>>,
}

impl Session {
    /// Takes note of what the app gives.
    fn hear(&self, given: Given) {
        let mut shown = self.shown.borrow().clone();
        for (name, text) in given {
            match &*name {
                DOCUMENT => shown.work = self.opened(&mut shown.library, &text),
                UNDOABLE => shown.undoable = text.parse().unwrap_or_default(),
                LOCKED => shown.locked = !text.is_empty(),
                RECAP => shown.from_recap = !text.is_empty(),
                ROUTE => shown.route = Route::read(&text),
                LEAD => drop(self.wanted.replace(Some(text))),
                name => {
                    if let Some(form) = name.strip_prefix(TYPED) {
                        shown.typed.insert(form.into(), text);
                    } else if let Some(rubric) = instrument(name, RUBRIC, &text) {
                        shown.library.insert(rubric.id.clone(), Rc::new(rubric));
                    } else if let Some(rubric) = instrument(name, OWN, &text) {
                        Rc::make_mut(&mut shown.own).push(Entry::from(&rubric));
                    }
                }
            }
        }
        shown.work = shown.work.map(|work| work.counting(shown.undoable));
        self.shown.replace(shown);
        self.redraw();
    }

    /// The open assessment with its instrument: the shipped one of its id, else its own copy, else one of the office's own.
    fn opened(&self, library: &mut Map<Rc<Rubric>>, text: &str) -> Option<Work> {
        let opened = document::open(text.as_bytes()).ok()?;
        let id = opened.rubric().id.clone();
        let own = !self.boot.rubrics.iter().any(|(known, _)| **known == *id);
        let copy = if own { opened.rubric_copy().and_then(Result::ok) } else { None };
        let rubric = copy.map(Rc::new).or_else(|| library.get(&id).cloned())?;
        library.insert(id, rubric.clone());
        let digest = opened.rubric().sha256.clone();
        let assessment = opened.read_ready(&rubric, &digest, false).ok()?.assessment;
        let mut work = Work::on(rubric, Rc::new(assessment));
        work.own = own;
        Some(work)
    }

    fn redraw(&self) {
        let redraw = self.redraw.borrow().clone();
        if let Some(redraw) = redraw {
            redraw.emit(());
        }
    }

    /// Changes the assessment here, and tells the app.
    fn edit(&self, edit: Edit) {
        let now = clock::now();
        let (work, how) = {
            let shown = self.shown.borrow();
            let Some(work) = shown.work.as_ref().filter(|_| !shown.locked) else { return };
            let joins = work.is_continued_by(&edit);
            let how = if joins { JOINS } else { NEW };
            let how = if matches!(edit, Edit::Status(_)) { SAID } else { how };
            let Some(work) = work.edited(edit, &now.iso.as_str().into()) else { return };
            (work, how)
        };
        let about = [how, " ", work.touched.as_deref().unwrap_or_default()].concat();
        let text = self.encoded(&work.assessment, &work.rubric, &now.iso);
        {
            let mut shown = self.shown.borrow_mut();
            shown.undoable = work.undoable();
            shown.work = Some(work);
        }
        (self.tell)(DOCUMENT, &about, &text, &[]);
        self.redraw();
    }

    fn encoded(&self, assessment: &Assessment, rubric: &Rubric, at: &str) -> String {
        document::encode(assessment, rubric, &Stamp { app_version: self.boot.version, saved_at: at })
    }

    /// Does what is asked, or has the app do it.
    fn ask(&self, intent: &Intent) {
        if let Intent::Go(id) = intent {
            let _ = focus::give(&self.root, id);
        }
        if let Intent::Take(files) = intent {
            (self.tell)(TAKE, "", "", files);
        }
        self.say(crossing::asked(intent));
        if let Intent::Hold(form, text) = intent {
            self.shown.borrow_mut().typed.insert((*form).into(), text.as_str().into());
        }
    }

    fn say(&self, said: Option<Said>) {
        if let Some((kind, about, text)) = said {
            (self.tell)(kind, &about, &text, &[]);
        }
    }
}

/// The instrument that a text of this kind holds.
fn instrument(name: &str, kind: &str, text: &str) -> Option<Rubric> {
    name.strip_prefix(kind).and_then(|_| rubric_file::decode(text).ok())
}

/// Draws the views in an element of another module's app.
pub fn draw(root: Root, boot: Rc<Boot>, host: Element, given: Given, tell: Tell) -> Own {
    nested::set_apart(&root, &host);
    let (shown, wanted, redraw) = (RefCell::default(), RefCell::default(), RefCell::default());
    let session = Rc::new(Session { root, boot, tell, shown, wanted, redraw });
    session.hear(given);
    APPS.with(|apps| apps.borrow_mut().push(session.clone()));
    let drawn =
        yew::Renderer::<Beyond>::with_root_and_props(host, BeyondProps { session: session.clone() }).render();
    let own = session.clone();
    Own {
        hear: Box::new(move |given| own.hear(given)),
        close: Box::new(move || {
            session.redraw.replace(None);
            APPS.with(|apps| apps.borrow_mut().retain(|one| !Rc::ptr_eq(one, &session)));
            drawn.destroy();
        }),
    }
}

/// Has every app show its screen after a panic: each knows what only its own memory holds.
pub fn stop() {
    let told = APPS.with(|apps| {
        apps.try_borrow().map(|apps| apps.iter().for_each(|one| (one.tell)(STOPPED, "", "", &[]))).is_ok()
    });
    if !told {
        boot::show_panic_screen();
    }
}

#[derive(Properties)]
struct BeyondProps {
    session: Rc<Session>,
}

impl PartialEq for BeyondProps {
    /// They are given once.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The view that the app shows.
#[component]
fn Beyond(props: &BeyondProps) -> Html {
    let session = props.session.clone();
    let update = use_force_update();
    let fixed = use_memo((), |()| {
        session.redraw.replace(Some(Callback::from(move |()| update.force_update())));
        let (edit, did, ask) = (session.clone(), session.clone(), session.clone());
        (
            Callback::from(move |change: Edit| edit.edit(change)),
            Callback::from(move |action: Action| did.say(crossing::did(&action))),
            Callback::from(move |intent: Intent| ask.ask(&intent)),
            Rc::new(catalog::shipped()),
        )
    });
    {
        let session = session.clone();
        use_effect(move || {
            if let Some(wanted) = session.wanted.take() {
                let _ = focus::give(&session.root, &wanted);
            }
        });
    }
    let (edit, dispatch, ask, catalog) = &*fixed;
    let shown = session.shown.borrow().clone();
    views::draw(&Views {
        route: &shown.route,
        work: shown.work.as_ref(),
        library: &shown.library,
        catalog,
        own: &shown.own,
        locked: shown.locked,
        from_recap: shown.from_recap,
        typed: &|form, _| boxes::read(shown.typed.get(form).map_or("", |text| text)),
        boot: &session.boot,
        edit,
        dispatch,
        ask,
    })
}
