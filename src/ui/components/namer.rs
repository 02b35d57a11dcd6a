//! A box for a name, and the button that keeps it.
//!
//! Invariant: what is typed stays until it is kept, here or where it is held; what is refused stays too, with the reason.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::Text;
use crate::ui::components::field::Field;
use crate::ui::markup::html;

/// What [`Namer`] is given.
#[derive(Clone, Properties, PartialEq)]
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
    /// Why a name is not kept; none where it can be.
    #[prop_or_default]
    pub refused: Option<Callback<Text, Option<&'static str>>>,
    /// What is typed and not kept yet, where that is held elsewhere.
    #[prop_or_default]
    pub held: Text,
    /// Told what is typed and not kept yet.
    #[prop_or_default]
    pub onhold: Callback<Text>,
    /// Told the name.
    pub onkeep: Callback<Text>,
}

/// A name and what keeps it.
#[component]
pub fn Namer(props: &NamerProps) -> Html {
    let typed = use_state(|| if props.held.is_empty() { props.given.clone() } else { props.held.clone() });
    let tried = use_state(|| false);
    let refused = props.refused.as_ref().and_then(|refused| refused.emit((*typed).clone()));
    let keep = {
        let (typed, tried, props) = (typed.clone(), tried.clone(), props.clone());
        Callback::from(move |()| {
            tried.set(refused.is_some());
            if refused.is_some() {
                return;
            }
            props.onhold.emit(Text::default());
            props.onkeep.emit(typed.trim().into());
            if props.given.is_empty() {
                typed.set(Text::default());
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
        let (typed, onhold) = (typed.clone(), props.onhold.clone());
        Callback::from(move |text: Text| {
            onhold.emit(text.clone());
            typed.set(text);
        })
    };
    let mut field = Field::new(props.id.to_string(), props.label, &typed, onedit).guarded();
    field = field.problem(refused.filter(|_| *tried).map(AttrValue::Static));
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
