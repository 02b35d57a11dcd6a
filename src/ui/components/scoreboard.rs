//! The number, its ranges, and what can be said of the zone.
//!
//! Invariant: the number never stands without its range and the words of its standing.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::domain::Text;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Scorecard;
use crate::domain::zone::Category;
use crate::state::{Route, Work};
use crate::ui::components::band::{Scale, whole};
use crate::ui::components::explain::way;
use crate::ui::components::oversight::above_score;
use crate::ui::components::zone_mark::zone_mark;
use crate::ui::markup::html;
use crate::ui::text::{common, pengisian, perbaikan, standing};

/// What [`Scoreboard`] is given.
#[derive(Properties, PartialEq)]
pub struct ScoreboardProps {
    /// The instrument.
    pub rubric: Rc<Rubric>,
    /// The result.
    pub card: Rc<Scorecard>,
    /// How many products of oversight are open, and how many of them past their end.
    pub oversight: (usize, usize),
    /// Place of the category to be reached, where one was chosen.
    pub goal: Option<usize>,
    /// Beside the cards and at the foot of phones, rather than large.
    #[prop_or_default]
    pub docked: bool,
    /// What stays in reach beside it.
    #[prop_or_default]
    pub children: Html,
}

/// The scoreboard, docked or large.
#[component]
pub fn Scoreboard(props: &ScoreboardProps) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
            }
        })
    };
    let card = &props.card;
    let state = if *open { "open" } else { "closed" };
    html! {
        if props.docked {
            <section class="scoreboard" aria-labelledby="scoreboard-title" data-kind="docked" data-state={state} onkeydown={close}>
                <h2 class="visually-hidden" id="scoreboard-title">{ pengisian::SCOREBOARD }</h2>
                <button class="scoreboard-bar" type="button" aria-expanded={(*open).to_string()} aria-controls="scoreboard-body" onclick={toggle}>
                    <span class="bar-close">{ common::CLOSE }</span>
                    <span class="visually-hidden">{ pengisian::SCOREBOARD_MORE }</span>
                    <span class="bar-score" data-state={loudness(props)}>{ standing::headline(&props.rubric, card) }{ " " }</span>
                    { whole(&props.rubric, card.score, Scale::Bare, goal(props).map(|goal| goal.bound)) }
                    <span class="bar-standing">
                        if card.unconfirmed == 0 {
                            { marks(card) }{ " " }
                        }
                        { standing::short(&props.rubric, card) }
                    </span>
                    <svg class="bar-arrow" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="m4 13 6-6 6 6" /></svg>
                </button>
                { props.children.clone() }
                { body(props) }
            </section>
        } else {
            <section class="scoreboard" aria-labelledby="scoreboard-title" data-size="large">
                <h2 class="visually-hidden" id="scoreboard-title">{ pengisian::SCOREBOARD }</h2>
                { body(props) }
            </section>
        }
    }
}

/// The category that was chosen to be reached.
pub fn wanted(work: &Work) -> Option<usize> {
    work.assessment.wanted.as_ref().and_then(|wanted| wanted.place(&work.rubric))
}

fn goal(props: &ScoreboardProps) -> Option<&Category> {
    props.goal.and_then(|place| props.rubric.categories.items.get(place))
}

/// What the loud line is: words, a range, or else the point.
fn loudness(props: &ScoreboardProps) -> Option<&'static str> {
    if props.card.score.point.is_none() {
        Some("blank")
    } else {
        (!standing::is_firm(&props.rubric, &props.card)).then_some("range")
    }
}

fn marks(card: &Scorecard) -> Html {
    standing::marks(card).into_iter().map(zone_mark).collect()
}

fn body(props: &ScoreboardProps) -> Html {
    let (rubric, card) = (&props.rubric, &props.card);
    let blank = card.progress.total - card.progress.answered;
    let weights_move = !rubric.whole().is_fixed()
        || (0..rubric.dimensions.len()).any(|at| rubric.group(at).is_some_and(|group| !group.is_fixed()));
    html! {
        <div class="scoreboard-body" id="scoreboard-body">
            { above_score(props.oversight) }
            <div>
                { for rubric.subtotals.iter().zip(&card.subtotals).map(|(subtotal, figure)| html! {
                    <p key={&*subtotal.id}><strong>{ pengisian::subtotal(&subtotal.name, *figure) }</strong></p>
                }) }
                <p class="hint">{ standing::headline_label(rubric, card) }</p>
                <p class="score" data-state={loudness(props)}>{ standing::headline(rubric, card) }</p>
                <p class="hint">{ standing::beneath(rubric, card) }</p>
                if card.score.answers != card.score.full {
                    <p class="hint">{ pengisian::answers_range(card.score.answers) }</p>
                }
                { way(&Text::default(), "") }
            </div>
            <div>
                { whole(rubric, card.score, Scale::Labelled, goal(props).map(|goal| goal.bound)) }
                if let Some(goal) = goal(props) {
                    <p class="hint">{ perbaikan::goal(goal) }</p>
                }
                <p class="standing">{ marks(card) }{ " " }{ standing::sentence(rubric, card) }</p>
                <p class="hint">{ standing::own_words(card) }</p>
                if let Some(text) = standing::rests_on(rubric, card) {
                    <p class="remark">{ text }</p>
                }
                <div class="tally">
                    <p>{ pengisian::tally(card) }</p>
                    if let Some(score) = card.supported {
                        <p>{ pengisian::supported(card, score) }</p>
                        if card.supported_answers < card.given {
                            <p class="hint">{ pengisian::SUPPORTED_HINT }</p>
                        }
                    }
                    if card.score.full.low != card.score.full.high {
                        <details>
                            <summary>{ pengisian::WHY_WIDE }</summary>
                            <div class="stack" data-gap="small">
                                { for pengisian::why_wide(blank, weights_move).into_iter().enumerate().map(|(at, text)| html! { <p key={at}>{ text }</p> }) }
                            </div>
                        </details>
                    }
                    if props.docked {
                        <p class="screen"><a href={Route::Hasil.hash()}>{ pengisian::TO_RESULT }</a></p>
                    }
                </div>
            </div>
        </div>
    }
}
