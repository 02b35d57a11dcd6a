//! A box for a name, and the button that keeps it.
//!
//! Invariant: what is typed stays in here until it is kept.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::Text;
use crate::ui::components::field::Field;
use crate::ui::markup::html;

/// What [`Namer`] is given.
#[derive(Properties, PartialEq)]
pub struct NamerProps {
    /// Id of the box.
    pub id: AttrValue,
    /// What is named.
    pub label: &'static str,
    /// How to name it.
    #[prop_or_default]
    pub hint: Option<&'static str>,
    /// What keeps it.
    pub button: &'static str,
    /// The name so far.
    pub given: Text,
    /// Told the name.
    pub onkeep: Callback<Text>,
}

/// A name and what keeps it: typing stays in here until then.
#[component]
pub fn Namer(props: &NamerProps) -> Html {
    let typed = use_state(|| props.given.clone());
    let keep = {
        let (typed, given, onkeep) = (typed.clone(), props.given.clone(), props.onkeep.clone());
        Callback::from(move |()| {
            onkeep.emit(typed.trim().into());
            if given.is_empty() {
                typed.set(given.clone());
            }
        })
    };
    let on_enter = {
        let keep = keep.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && event.target_dyn_into::<HtmlInputElement>().is_some() {
                keep.emit(());
            }
        })
    };
    let onedit = {
        let typed = typed.clone();
        Callback::from(move |text: Text| typed.set(text))
    };
    let mut field = Field::new(props.id.to_string(), props.label, &typed, onedit).guarded();
    if let Some(hint) = props.hint {
        field = field.hint(hint);
    }
    html! {
        <div class="stack measure screen" data-gap="small" onkeydown={on_enter}>
            { field.view() }
            <div class="actions"><button class="button" type="button" onclick={keep.reform(|_: MouseEvent| ())}>{ props.button }</button></div>
        </div>
    }
}
