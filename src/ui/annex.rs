//! Where views of another module are drawn.
//!
//! Invariant: until they are there the page says so; where they cannot come, the page says that too, and how to try again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Element, File};
use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::domain::Text;
use crate::domain::map::Map;
use crate::edge::focus;
use crate::edge::module::{self, Drawn, Given};
use crate::ui::crossing::{DOCUMENT, LEAD};
use crate::ui::hooks::desk::{Desk, spawn};
use crate::ui::markup::html;
use crate::ui::text::common;

/// Heading of every view.
const HEADING: &str = "view-title";

/// What [`Annex`] is given.
#[derive(Properties, PartialEq)]
pub struct AnnexProps {
    /// Hears what the module says.
    pub desk: Desk,
    /// Name of the module.
    pub module: &'static str,
    /// What the view is called.
    pub title: &'static str,
    /// What the module is given.
    pub given: Given,
}

/// How far the other module is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Loading,
    Failed,
    /// Drawn; whether the heading that stood in for its own had the focus.
    Drawn(bool),
}

/// What is between the two modules.
#[derive(Default)]
struct Link {
    host: Option<Element>,
    drawn: RefCell<Option<Drawn>>,
    /// What the other module is to know.
    given: RefCell<Given>,
    /// What it knows.
    known: RefCell<Map<Text>>,
    /// What is to have the focus once it is there.
    wanted: RefCell<Text>,
    left: Cell<bool>,
}

impl Link {
    /// What the other module does not know yet.
    fn news(&self) -> Given {
        let mut known = self.known.borrow_mut();
        let mut news = self.given.borrow().clone();
        news.retain(|(name, text)| known.get(name) != Some(text));
        for (name, text) in &news {
            known.insert(name.clone(), text.clone());
        }
        news
    }

    fn tell(&self) {
        if let Some(drawn) = &*self.drawn.borrow() {
            let news = self.news();
            if !news.is_empty() {
                drawn.give(&news);
            }
        }
    }

    /// Has the other module give the focus to what is wanted, once it has drawn.
    fn lead(&self) {
        if let Some(drawn) = &*self.drawn.borrow() {
            let wanted = self.wanted.take();
            if !wanted.is_empty() {
                drawn.give(&[(LEAD.into(), wanted)]);
            }
        }
    }
}

/// The view.
#[component]
pub fn Annex(props: &AnnexProps) -> Html {
    let root = props.desk.root();
    let link = use_memo((), |()| Rc::new(Link { host: module::host(root), ..Link::default() }));
    let stage = use_state(|| Stage::Loading);
    let turn = use_state(|| 0_u32);
    link.given.replace(props.given.clone());
    {
        let link = link.clone();
        use_effect_with(props.given.clone(), move |_| link.tell());
    }
    {
        let (link, desk, stage, module) = ((*link).clone(), props.desk.clone(), stage.setter(), props.module);
        use_effect_with(*turn, move |_| {
            spawn(async move {
                let root = desk.root().clone();
                let Some(host) = &link.host else { return stage.set(Stage::Failed) };
                let (own, said) = (link.clone(), link.clone());
                let tell = move |kind: String, about: String, text: String, files: Vec<File>| {
                    if kind == DOCUMENT {
                        said.known.borrow_mut().insert(DOCUMENT.into(), text.as_str().into());
                    }
                    desk.heard(&kind, &about, text, files);
                };
                let drawn = module::draw(&root, module, host, move || own.news(), tell).await;
                // The view was left: what comes late is taken away at once.
                if link.left.get() {
                    return;
                }
                let had = focus::is_on(&root, HEADING);
                stage.set(if drawn.is_some() { Stage::Drawn(had) } else { Stage::Failed });
                link.drawn.replace(drawn);
            });
        });
    }
    // At once: the effect that gives the focus may come before those of this place.
    let leads = use_memo((), |()| {
        let (root, link) = (root.clone(), link.clone());
        let leads = Callback::from(move |target: Text| {
            link.wanted.replace(target);
            // What is to have the focus may be in what it has not been given yet.
            link.tell();
            link.lead();
            if link.drawn.borrow().is_none() {
                // The heading that stands in has it meanwhile.
                let _ = focus::give(&root, HEADING);
            }
        });
        props.desk.leads_to(leads.clone());
        leads
    });
    {
        let (link, desk) = ((*link).clone(), props.desk.clone());
        use_effect_with((), move |()| {
            move || {
                desk.leads_no_more(&leads);
                link.left.set(true);
                drop(link.drawn.take());
            }
        });
    }
    {
        let (root, link) = (root.clone(), link.clone());
        use_effect_with(*stage, move |stage| {
            // While it was loading, a person may have gone on to something else.
            if let Stage::Drawn(had) = *stage {
                if had {
                    let _ = focus::give(&root, HEADING);
                } else {
                    link.wanted.take();
                }
                link.tell();
                link.lead();
            }
        });
    }
    let again = {
        let (stage, turn) = (stage.clone(), turn.clone());
        Callback::from(move |_: MouseEvent| {
            stage.set(Stage::Loading);
            turn.set(*turn + 1);
        })
    };
    html! {
        <>
            if !matches!(*stage, Stage::Drawn(_)) {
                <div class="stack">
                    <h1 id="view-title" tabindex="-1">{ props.title }</h1>
                    if *stage == Stage::Loading {
                        <p role="status">{ common::LOADING_VIEW }</p>
                    } else {
                        <div class="notice stack" data-kind="error" data-gap="small" role="alert">
                            <p>{ common::NOT_LOADED }</p>
                            <div class="actions">
                                <button class="button" type="button" onclick={again}>{ common::TRY_AGAIN }</button>
                            </div>
                        </div>
                    }
                </div>
            }
            // Never beside what stands in for it: one heading, one place of the focus.
            <div hidden={!matches!(*stage, Stage::Drawn(_))}>{ link.host.clone().map(|host| VNode::VRef(host.into())) }</div>
        </>
    }
}
