//! The levels of an indicator as a list to choose from.
//!
//! Invariant: what an option holds reads back as the answer it stands for.

use yew::prelude::*;

use crate::domain::assessment::Choice;
use crate::domain::edit::AnswerEdit;
use crate::domain::number::Decimal;
use crate::domain::rubric::{Indicator, Rubric, ScaleLevel};
use crate::ui::components::sheet::level;
use crate::ui::markup::html;
use crate::ui::text::simulasi;

/// What the option *tidak relevan* is called among levels.
const LEFT_OUT: &str = "na";

/// The options: none chosen, each level, *tidak relevan* where it may be.
pub fn options(
    rubric: &Rubric,
    indicator: &Indicator,
    levels: &[ScaleLevel],
    blank: &str,
    chosen: Option<Choice>,
) -> Vec<Html> {
    let option = |value: String, text: String, choice: Option<Choice>| {
        html! { <option {value} selected={chosen == choice}>{ text }</option> }
    };
    let mut options = vec![option(String::new(), blank.to_owned(), None)];
    for step in levels {
        let text = level(rubric, indicator, step.value);
        options.push(option(step.value.to_string(), text, Some(Choice::Level(step.value))));
    }
    if indicator.not_applicable {
        let text = simulasi::NOT_RELEVANT.to_owned();
        options.push(option(LEFT_OUT.to_owned(), text, Some(Choice::NotApplicable)));
    }
    options
}

/// What was chosen in the list.
pub fn read(value: &str) -> AnswerEdit {
    match Decimal::parse(value) {
        Ok(level) => AnswerEdit::Choose(Choice::Level(level)),
        Err(_) if value == LEFT_OUT => AnswerEdit::Choose(Choice::NotApplicable),
        Err(_) => AnswerEdit::Clear,
    }
}
