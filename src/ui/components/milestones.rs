//! States kept by name, compared, and official results.
//!
//! Invariant: nothing is changed here but by an edit, and every state is reckoned by the instrument at hand.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::catalog::Entry;
use crate::domain::edit::Edit;
use crate::domain::map::Map;
use crate::domain::milestone::MilestoneEdit;
use crate::domain::number::Score;
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Scorecard;
use crate::state::{Action, Work};
use crate::ui::components::compare::comparison;
use crate::ui::components::edition;
use crate::ui::components::field::chosen;
use crate::ui::components::history::{self, height};
use crate::ui::components::namer::Namer;
use crate::ui::components::official;
use crate::ui::components::workings::{grid, line, or_dash};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{common, number, standing, tonggak};

/// How many of the latest states the picture has room for.
const ROOM: usize = 7;

/// The answers at one time, and what they come to. Those of now have no id.
pub struct Moment {
    id: Text,
    /// What it is called.
    pub name: String,
    at: Text,
    /// The answers.
    pub assessment: Rc<Assessment>,
    /// What they come to.
    pub card: Rc<Scorecard>,
}

/// Which states are chosen, by id; none where it was not chosen.
#[derive(Clone, Default, PartialEq)]
struct Picked {
    from: Option<Text>,
    to: Option<Text>,
    own: Option<Text>,
}

/// What [`MilestonesView`] is given.
#[derive(Properties, PartialEq)]
pub struct MilestonesProps {
    /// What is worked on.
    pub work: Work,
    /// Instruments fetched so far: answers can be read under another edition.
    pub library: Map<Rc<Rubric>>,
    /// What there is of instruments.
    pub catalog: Rc<Vec<Entry>>,
    /// What is typed of an official result and not kept yet.
    pub held: Map<Text>,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Told of changes to the assessment.
    pub edit: Callback<Edit>,
    /// Told what happened.
    pub dispatch: Callback<Action>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The view.
#[component]
pub fn MilestonesView(props: &MilestonesProps) -> Html {
    let picked = use_state(Picked::default);
    let Work { rubric, assessment, scorecard, .. } = &props.work;
    let mut moments = Vec::new();
    for milestone in &assessment.milestones {
        let state = milestone.state();
        moments.push(Moment {
            id: milestone.id.clone(),
            name: tonggak::name(milestone),
            at: milestone.at.clone(),
            card: Rc::new(Scorecard::of(rubric, &state)),
            assessment: Rc::new(state),
        });
    }
    moments.push(Moment {
        id: Text::default(),
        name: tonggak::NOW.to_owned(),
        at: Text::default(),
        assessment: assessment.clone(),
        card: scorecard.clone(),
    });
    let set = |change: fn(&mut Picked, Text)| {
        let picked = picked.clone();
        Callback::from(move |id: Text| {
            let mut next = (*picked).clone();
            change(&mut next, id);
            picked.set(next);
        })
    };
    let freeze = props.ask.reform(Intent::Freeze);
    let undo = props.dispatch.reform(|_: MouseEvent| Action::Undone);
    // Never `disabled`: a button that is loses the focus with the last undo.
    let idle = (props.work.undoable() == 0).then_some("true");
    let last = moments.len() - 1;
    let from = place(&moments, picked.from.as_ref(), last.saturating_sub(1));
    let to = place(&moments, picked.to.as_ref(), last);
    let own = place(&moments, picked.own.as_ref(), last);
    html! {
        <div class="stack" data-gap="large">
            <section class="stack time" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ common::TONGGAK }</h1>
                <p class="measure">{ tonggak::LEAD }</p>
                if !props.locked {
                    <Namer id="milestone-new" label={tonggak::NEW} hint={tonggak::NEW_HINT} button={tonggak::FREEZE} given={Text::default()} onkeep={freeze} />
                }
                if last == 0 {
                    <p>{ tonggak::NONE }</p>
                }
                if !props.locked {
                    <div class="actions"><button class="button" data-kind="quiet" type="button" onclick={undo} aria-disabled={idle}>{ common::UNDO }</button></div>
                }
            </section>
            if last > 0 {
                <section class="stack time" data-gap="small">
                    <h2 id="milestones">{ tonggak::ALL }</h2>
                    { chart(&moments, Score::rounded(rubric.maximum)) }
                    { all(props, &moments) }
                </section>
            }
            if last > 0 {
                <section class="stack time" data-gap="small">
                    <h2>{ tonggak::COMPARE }</h2>
                    <div class="pair">
                        { select("compare-from", tonggak::FROM, &moments, from, &set(|picked, id| picked.from = Some(id))) }
                        { select("compare-to", tonggak::TO, &moments, to, &set(|picked, id| picked.to = Some(id))) }
                    </div>
                    if let (Some(from), Some(to)) = (moments.get(from), moments.get(to)) {
                        { comparison(rubric, from, to) }
                    }
                </section>
            }
            if !assessment.practice {
                { official::section(props, moments.get(own), if last > 0 {
                    select("own-state", official::OWN_STATE, &moments, own, &set(|picked, id| picked.own = Some(id)))
                } else { Html::default() }) }
            }
            { edition::section(props) }
        </div>
    }
}

/// The place of a chosen state; `other` where none is chosen or it is gone.
fn place(moments: &[Moment], id: Option<&Text>, other: usize) -> usize {
    id.and_then(|id| moments.iter().position(|moment| moment.id == *id)).unwrap_or(other)
}

/// A choice among the states.
fn select(
    id: &'static str,
    label: &'static str,
    moments: &[Moment],
    at: usize,
    onedit: &Callback<Text>,
) -> Html {
    let mut options = Vec::new();
    for (place, moment) in moments.iter().enumerate() {
        // Two may bear one name; the number is that of the list above.
        let name = format!("{}. {}", place + 1, moment.name);
        options.push(html! { <option value={moment.id.clone()} selected={place == at}>{ name }</option> });
    }
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <select {id} onchange={chosen(onedit)}>{ for options }</select>
        </div>
    }
}

/// All states, in the order they were kept, with what can be done to each.
fn all(props: &MilestonesProps, moments: &[Moment]) -> Html {
    let mut lines = Vec::new();
    for (at, moment) in moments.iter().enumerate() {
        let card = &moment.card;
        let filled = format!("{}/{}", card.progress.answered, card.progress.total);
        let tools =
            if moment.id.is_empty() || props.locked { Html::default() } else { tools(props, at, moment) };
        let head = html! { <>{ format!("{}. ", at + 1) }{ title(&props.work.rubric, moment) }{ tools }</> };
        lines.push(line(head, None, &[or_dash(card.score.point.map(number::score)), filled]));
    }
    grid("milestones".to_owned(), &[tonggak::MILESTONE, tonggak::POINT, tonggak::FILLED], lines)
}

/// What a state is called and what it reads as.
pub fn title(rubric: &Rubric, moment: &Moment) -> Html {
    let day = number::date(&moment.at);
    let full = moment.card.score.full;
    let sentence = standing::sentence(rubric, &moment.card);
    let reading = if full.low == full.high { sentence } else { tonggak::reading(full, &sentence) };
    html! {
        <>
            { moment.name.clone() }
            if day != moment.name {
                { " " }<span class="code">{ day }</span>
            }
            <p class="reading">{ reading }</p>
        </>
    }
}

/// Naming and removing one.
fn tools(props: &MilestonesProps, at: usize, moment: &Moment) -> Html {
    let (id, given) =
        (moment.id.clone(), props.work.assessment.milestones.get(at).map(|own| own.name.clone()));
    let name = {
        let id = id.clone();
        props.edit.reform(move |name: Text| Edit::Milestone(MilestoneEdit::Name(id.clone(), name)))
    };
    let remove = props.edit.reform(move |_: MouseEvent| Edit::Milestone(MilestoneEdit::Remove(id.clone())));
    html! {
        <details class="screen" key={&*moment.id}>
            <summary>{ tonggak::CHANGE_IT }<span class="visually-hidden">{ " " }{ moment.name.clone() }</span></summary>
            <Namer id={format!("name-{}", moment.id)} label={tonggak::NAME} button={tonggak::KEEP_NAME} given={given.unwrap_or_default()} onkeep={name} />
            <button class="button" data-kind="quiet" type="button" onclick={remove}>{ tonggak::REMOVE }<span class="visually-hidden">{ " " }{ moment.name.clone() }</span></button>
        </details>
    }
}

/// The points of the latest states from left to right, each on its whole range.
fn chart(moments: &[Moment], maximum: Score) -> Html {
    let first = moments.len().saturating_sub(ROOM);
    let shown = moments.get(first..).unwrap_or_default();
    let across = |at: usize| format!("{}%", (2 * at + 1) * 50 / shown.len().max(1));
    let (mut lines, mut marks) = (Vec::new(), Vec::new());
    let mut before: Option<(String, String)> = None;
    for (at, moment) in shown.iter().enumerate() {
        let (x, full) = (across(at), moment.card.score.full);
        marks.push(html! {
            <>
                <line class="reach" x1={x.clone()} y1={height(full.low, maximum)} x2={x.clone()} y2={height(full.high, maximum)} />
                <text x={x.clone()} y="148" text-anchor="middle">{ first + at + 1 }</text>
            </>
        });
        let Some(point) = moment.card.score.point else { continue };
        let y = height(point, maximum);
        if let Some((x1, y1)) = before {
            lines.push(html! { <line class="trend" {x1} {y1} x2={x.clone()} y2={y.clone()} /> });
        }
        marks.push(html! {
            <>
                <circle class="point" cx={x.clone()} cy={y.clone()} r="6" />
                <svg x={x.clone()} y={y.clone()} overflow="visible"><text y="-12" text-anchor="middle">{ number::score(point) }</text></svg>
            </>
        });
        before = Some((x, y));
    }
    history::picture(tonggak::CHART, lines, marks)
}
