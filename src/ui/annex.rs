//! Where a view of another module is drawn.
//!
//! Invariant: until it is there the page says so; where it cannot come, the page says that too, and how to try again.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::edge::root::Root;
use crate::edge::{focus, module};
use crate::ui::hooks::desk::spawn;
use crate::ui::markup::html;
use crate::ui::text::common;

/// Heading of every view.
const HEADING: &str = "view-title";

/// What [`Annex`] is given.
#[derive(Properties)]
pub struct AnnexProps {
    /// What the app stands in.
    pub root: Root,
    /// Name of the module.
    pub module: &'static str,
    /// What the view is called.
    pub title: &'static str,
    /// Called with the text of a document that is to be opened.
    pub open: Callback<String>,
}

impl PartialEq for AnnexProps {
    fn eq(&self, other: &Self) -> bool {
        self.module == other.module && self.open == other.open
    }
}

/// How far the other module is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Loading,
    Failed,
    /// Drawn; whether the heading that stood in for its own had the focus.
    Drawn(bool),
}

/// The view.
#[component]
pub fn Annex(props: &AnnexProps) -> Html {
    let host = use_memo((), |()| module::host(&props.root));
    let stage = use_state(|| Stage::Loading);
    let turn = use_state(|| 0_u32);
    {
        let (root, open, stage, host) =
            (props.root.clone(), props.open.clone(), stage.setter(), host.clone());
        let module = props.module;
        use_effect_with(*turn, move |_| {
            // None once the view is left: what comes later is then taken away at once.
            let kept = Rc::new(RefCell::new(Some(None)));
            let place = kept.clone();
            spawn(async move {
                let Some(host) = &*host else { return stage.set(Stage::Failed) };
                let drawn = module::draw(&root, module, host, move |text| open.emit(text)).await;
                let had = focus::is_on(&root, HEADING);
                stage.set(if drawn.is_some() { Stage::Drawn(had) } else { Stage::Failed });
                if let Some(kept) = place.borrow_mut().as_mut() {
                    *kept = drawn;
                }
            });
            move || drop(kept.replace(None))
        });
    }
    {
        let root = props.root.clone();
        use_effect_with(*stage, move |stage| {
            if *stage == Stage::Drawn(true) {
                let _ = focus::give(&root, HEADING);
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
                <h1 id="view-title" tabindex="-1">{ props.title }</h1>
            }
            if *stage == Stage::Loading {
                <p role="status">{ common::LOADING_VIEW }</p>
            }
            if *stage == Stage::Failed {
                <div class="notice" data-kind="error" role="alert">
                    <p>{ common::NOT_LOADED }</p>
                    <div class="actions">
                        <button class="button" type="button" onclick={again}>{ common::TRY_AGAIN }</button>
                    </div>
                </div>
            }
            { (*host).clone().map(|host| VNode::VRef(host.into())) }
        </>
    }
}
