//! The list of dimensions and the search among indicators.
//!
//! Invariant: each dimension says how much of it is filled in.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Scorecard;
use crate::state::{Action, Route};
use crate::ui::markup::html;
use crate::ui::text::pengisian;

/// What [`navigator`] is given.
pub struct NavigatorProps {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The result, for progress.
    pub card: Rc<Scorecard>,
    /// Place of the dimension shown; none while searching.
    pub current: Option<usize>,
    /// What is looked for.
    pub sought: Text,
    /// Told what happened.
    pub dispatch: Callback<Action>,
}

/// Dimensions as links, then the search.
pub fn navigator(props: &NavigatorProps) -> Html {
    let typed = props.dispatch.reform(|event: InputEvent| {
        let input: Option<web_sys::HtmlInputElement> = event.target_dyn_into();
        Action::Sought(input.map(|input| Text::from(input.value())).unwrap_or_default())
    });
    html! {
        <div class="navigator stack">
            <nav class="dimensions scroll" aria-label={AttrValue::from(props.rubric.terms.dimension.clone())}>
                <ul>
                    { for props.rubric.dimensions.iter().zip(&props.card.dimensions).enumerate().map(|(at, (dimension, score))| {
                        let current = (props.current == Some(at)).then_some("page");
                        let assumed = dimension.indicators.iter().all(|indicator| indicator.always_assumed);
                        html! {
                            <li key={dimension.id.clone()}>
                                <a class="dimension" href={Route::Pengisian(dimension.id.clone(), Text::default()).hash()} aria-current={current}
                                    data-state={score.progress.is_complete().then_some("complete")}>
                                    <span class="dimension-name">{ pengisian::brief(&dimension.name).to_owned() }</span>{ " " }
                                    <span class="dimension-count">
                                        { format!("{}/{}", score.progress.answered, score.progress.total) }
                                        <span class="visually-hidden">{ pengisian::FILLED }</span>
                                        if assumed { { " asumsi" } }
                                    </span>
                                </a>
                            </li>
                        }
                    }) }
                </ul>
            </nav>
            <div class="field finder" role="search">
                <label for="find">{ pengisian::FIND }</label>
                <input type="search" id="find" autocomplete="off" placeholder={pengisian::FIND_HINT} value={AttrValue::from(props.sought.clone())} oninput={typed} />
            </div>
        </div>
    }
}

/// Whether an indicator is meant by what is looked for: every word stands in its id, name, question or documents.
pub fn matches(indicator: &crate::domain::rubric::Indicator, sought: &str) -> bool {
    let mut text =
        [&*indicator.id, &*indicator.name, &*indicator.variable, &*indicator.question, &*indicator.hint]
            .join(" ");
    for document in &indicator.evidence {
        text.push(' ');
        text.push_str(document);
    }
    let text = text.to_ascii_lowercase();
    // Byte by byte: the search of the standard library alone is kilobytes.
    let has = |word: &str| text.as_bytes().windows(word.len()).any(|part| part == word.as_bytes());
    sought.to_ascii_lowercase().split_whitespace().all(has)
}
