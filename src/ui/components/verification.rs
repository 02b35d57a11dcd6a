//! What the secretariat found, beside what the office says and what was published.
//!
//! Invariant: nothing here changes an answer of the office; what a list shows is settled when it is chosen, so that
//! nothing vanishes under the one who is writing.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::{Answer, Assessment, Status};
use crate::domain::edit::{AnswerEdit, Edit, Field as AnswerField};
use crate::domain::rubric::{Indicator, Rubric, Scale, ScaleKind};
use crate::domain::verification::{
    Beside, Finding, Verification, VerificationEdit, beside, count, is_outdated,
};
use crate::state::{Route, Work};
use crate::ui::components::card::Face;
use crate::ui::components::field::{Field, chosen};
use crate::ui::components::options::{options, read};
use crate::ui::components::share::sharing;
use crate::ui::components::sheet;
use crate::ui::components::status::StatusView;
use crate::ui::components::value;
use crate::ui::components::verified::{columns, mark, published};
use crate::ui::intent::Intent;
use crate::ui::markup::html;
use crate::ui::text::{resmi, verifikasi as words};

/// Which indicators are shown: the word in the address, what it is called.
const LISTS: [(&str, &str); 3] = [("", words::ALL), ("belum", words::OPEN), ("berbeda", words::DIFFERENT)];

/// What [`VerificationView`] is given.
#[derive(Properties, PartialEq)]
pub struct VerificationProps {
    /// What is worked on.
    pub work: Work,
    /// Which list is shown.
    pub list: Text,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Whether there is a recapitulation to go back to.
    pub from_recap: bool,
    /// Told of changes to the assessment.
    pub edit: Callback<Edit>,
    /// Asked for what needs effects.
    pub ask: Callback<Intent>,
}

/// The view.
#[component]
pub fn VerificationView(props: &VerificationProps) -> Html {
    let Work { rubric, assessment, .. } = &props.work;
    let shown = use_memo((props.list.clone(), assessment.id.clone()), |(list, _)| {
        let all = rubric.indicators().filter(|(_, one)| is_on(rubric, assessment, one, list));
        all.map(|(_, one)| one.id.clone()).collect::<Vec<_>>()
    });
    if assessment.practice {
        return html! {
            <div class="stack">
                <h1 tabindex="-1" id="view-title">{ words::TITLE }</h1>
                <p>{ words::PRACTICE }</p>
            </div>
        };
    }
    let by = assessment.verification.as_ref().map(|own| own.by.clone()).unwrap_or_default();
    let set_by = props.edit.reform(|text: Text| Edit::Verify(VerificationEdit::By(text)));
    let ask = |intent: Intent| props.ask.reform(move |_: MouseEvent| intent.clone());
    html! {
        <div class="stack" data-gap="large">
            <div class="stack" data-gap="small">
                <h1 tabindex="-1" id="view-title">{ words::TITLE }</h1>
                <p class="measure">
                    { words::LEAD }
                    if props.from_recap {
                        { " " }<a class="screen" href="#/rekap/tabel">{ words::TO_RECAP }</a>
                    }
                </p>
                if assessment.status == Status::Draft {
                    <p>{ words::NOT_SUBMITTED }</p>
                }
            </div>
            <StatusView assessment={assessment.clone()} checked={count(rubric, assessment)} locked={props.locked} ask={props.ask.clone()} />
            <section class="stack" data-gap="small">
                <h2 id="columns">{ words::COLUMNS }</h2>
                { columns(&props.work) }
            </section>
            <section class="stack">
                <h2 id="per-indicator">{ words::PER_INDICATOR }</h2>
                <fieldset class="measure" disabled={props.locked}>
                    { Field::new("verifier".to_owned(), words::WHO, &by, set_by).hint(words::POST_HINT).guarded().view() }
                </fieldset>
                { lists(props) }
                if shown.is_empty() {
                    <p>{ words::NOTHING_SHOWN }</p>
                }
                { cards(props, &shown) }
            </section>
            <section class="stack measure screen" data-gap="small">
                <h2>{ words::RETURN }</h2>
                <p class="hint">{ words::RETURN_HINT }</p>
                <div class="actions">
                    <button class="button" data-kind="primary" type="button" id="return" onclick={ask(Intent::Download)}>{ words::DOWNLOAD }</button>
                    { sharing(&props.ask) }
                    <a class="button" href={Route::Lembar("verifikasi".into()).hash()}>{ words::TO_MINUTES }</a>
                </div>
            </section>
        </div>
    }
}

/// Whether an indicator stands on a list.
fn is_on(rubric: &Rubric, assessment: &Assessment, indicator: &Indicator, list: &str) -> bool {
    match list {
        "belum" => assessment.verification.as_ref().is_none_or(|own| !own.says(&indicator.id)),
        "berbeda" => {
            let finding = assessment.verification.as_ref().and_then(|own| own.findings.get(&indicator.id));
            finding.is_some_and(|finding| *finding != Finding::Agree)
                || beside(rubric, assessment, indicator).is_some_and(|beside| beside != Beside::Same)
        }
        _ => true,
    }
}

/// The ways to the lists, with how many are on each now.
fn lists(props: &VerificationProps) -> Html {
    let Work { rubric, assessment, .. } = &props.work;
    let mut ways = Vec::new();
    for (list, name) in LISTS {
        let count = rubric.indicators().filter(|(_, one)| is_on(rubric, assessment, one, list)).count();
        let current = (*props.list == *list).then_some("page");
        let href = Route::Verifikasi(list.into()).hash();
        ways.push(
            html! { <li key={name}><a {href} aria-current={current}>{ words::filter(name, count) }</a></li> },
        );
    }
    html! { <nav class="tabs screen" aria-label={words::FILTER}><ul>{ for ways }</ul></nav> }
}

fn cards(props: &VerificationProps, shown: &[Text]) -> Html {
    let rubric = &props.work.rubric;
    let edit = props.edit.reform(|edit: Edit| match edit {
        Edit::Answer(id, change) => Edit::Verify(VerificationEdit::Answer(id, change)),
        other => other,
    });
    let mut cards = Vec::new();
    let mut heading = None;
    for (place, dimension) in rubric.dimensions.iter().enumerate() {
        for (at, indicator) in dimension.indicators.iter().enumerate() {
            let Some(scale) = rubric.scale_at(place, at) else { continue };
            if !shown.contains(&indicator.id) {
                continue;
            }
            if heading.replace(place) != Some(place) {
                cards.push(html! { <h3 class="part" key={&*dimension.id}>{ dimension.name.clone() }</h3> });
            }
            cards.push(card(props, indicator, scale, &edit));
        }
    }
    html! { <div class="stack">{ for cards }</div> }
}

fn card(props: &VerificationProps, indicator: &Indicator, scale: &Scale, edit: &Callback<Edit>) -> Html {
    let Work { rubric, assessment, .. } = &props.work;
    let id = &indicator.id;
    let own = assessment.answer(id);
    let none = Verification::default();
    let verification = assessment.verification.as_ref().unwrap_or(&none);
    let blank = Answer::default();
    let (ready, asked) = own.unwrap_or(&blank).evidence_ready(indicator, assessment.day());
    let official = published(&props.work, indicator);
    let beside = mark(rubric, &props.work, indicator);
    let finding = verification.findings.get(id).copied();
    let state = match finding {
        None => "open",
        Some(Finding::Agree) => "agree",
        Some(_) => "different",
    };
    html! {
        <article class="card verdict" id={format!("verify-{id}")} data-state={state} key={&**id} aria-labelledby={format!("verify-{id}-name")}>
            <h4 id={format!("verify-{id}-name")} tabindex="-1">
                { id }{ " · " }{ indicator.name.clone() }{ " " }<span class="tag">{ finding.map_or(words::NO_FINDING, words::finding) }</span>
            </h4>
            if is_outdated(assessment, id) {
                <p class="remark">{ words::OUTDATED }</p>
            }
            <p class="hint">{ indicator.question.clone() }</p>
            <div class="columns">
                <div class="stack own" data-gap="small">
                    <p class="column">{ rubric.terms.own.clone() }</p>
                    { sheet::answer(&props.work, indicator, own, false) }
                    if asked > 0 {
                        <p class="hint">{ words::evidence(ready, asked) }</p>
                    }
                </div>
                <fieldset class="stack" data-gap="small" disabled={props.locked}>
                    <legend class="column">{ rubric.terms.verified.clone() }<span class="visually-hidden">{ " " }{ id }</span></legend>
                    { findings(indicator, finding, &props.edit) }
                    { level(props, indicator, scale, verification, edit) }
                    if !beside.is_empty() {
                        <p class="against">{ beside }</p>
                    }
                    { note(indicator, verification, edit) }
                </fieldset>
                if let Some(official) = official {
                    <div class="stack" data-gap="small">
                        <p class="column">{ rubric.terms.official.clone() }</p>
                        <p><strong>{ resmi::value(Some(scale), official) }</strong></p>
                    </div>
                }
            </div>
        </article>
    }
}

/// The three findings as native radios.
fn findings(indicator: &Indicator, finding: Option<Finding>, edit: &Callback<Edit>) -> Html {
    let id = &indicator.id;
    let mut rows = Vec::new();
    for (at, one) in Finding::ALL.into_iter().enumerate() {
        let (own, row) = (id.clone(), format!("finding-{id}-{at}"));
        let onchange =
            edit.reform(move |_: Event| Edit::Verify(VerificationEdit::Find(own.clone(), Some(one))));
        rows.push(html! {
            <div class="check">
                <input type="radio" name={format!("finding-{id}")} id={row.clone()} checked={finding == Some(one)} {onchange} />
                <label for={row}>{ words::finding(one) }</label>
            </div>
        });
    }
    html! {
        <div role="radiogroup" class="findings" aria-label={AttrValue::from(format!("{} {id}", words::FINDING))}>{ for rows }</div>
    }
}

/// The verified level, one for each product or person where the office answers so.
fn level(
    props: &VerificationProps,
    indicator: &Indicator,
    scale: &Scale,
    verification: &Verification,
    edit: &Callback<Edit>,
) -> Html {
    let Work { rubric, assessment, .. } = &props.work;
    let id = &indicator.id;
    let blank = Answer::default();
    let held = verification.answers.get(id).map_or(&blank, |held| held);
    let ScaleKind::Levels(levels) = &scale.kind else {
        let face = Face {
            rubric,
            indicator,
            scale,
            answer: held,
            samples: Vec::new(),
            mode: assessment.mode,
            today: None,
            locked: props.locked,
            ask: &props.ask,
            edit,
        };
        return value::view(&face);
    };
    let select = |label: String, part: &str, choice, change: Callback<Text>| {
        let name = format!("verified-{id}{part}");
        html! {
            <div class="field">
                <label for={name.clone()}>{ label }</label>
                <select id={name} onchange={chosen(&change)}>{ for options(rubric, indicator, levels, words::UNDECIDED, choice) }</select>
            </div>
        }
    };
    let own = assessment.answer(id).unwrap_or(&blank);
    let sampled = own.choice.is_none() && !own.samples.is_empty() && held.choice.is_none();
    let panel = rubric.panel_of(indicator).filter(|_| sampled);
    let mut rows = Vec::new();
    for sample in panel.iter().flat_map(|panel| assessment.samples_of(rubric, panel)) {
        let (own, of) = (id.clone(), sample.id.clone());
        let change = edit.reform(move |value: Text| {
            let choice = match read(&value) {
                AnswerEdit::Choose(choice) => Some(choice),
                _ => None,
            };
            Edit::Answer(own.clone(), AnswerEdit::ChooseFor(of.clone(), choice))
        });
        let label = format!("{}, {}", words::LEVEL, sample.name);
        rows.push(select(label, &format!("-{}", sample.id), held.samples.get(&sample.id).copied(), change));
    }
    if rows.is_empty() {
        let own = id.clone();
        let change = edit.reform(move |value: Text| Edit::Answer(own.clone(), read(&value)));
        rows.push(select(words::LEVEL.to_owned(), "", held.choice, change));
    }
    html! { <>{ for rows }</> }
}

/// What the verifier writes beside it.
fn note(indicator: &Indicator, verification: &Verification, edit: &Callback<Edit>) -> Html {
    let id = indicator.id.clone();
    let name = format!("verify-{id}-note");
    let onedit =
        edit.reform(move |text| Edit::Answer(id.clone(), AnswerEdit::Write(AnswerField::Note, text)));
    Field::new(name, words::NOTE, &verification.note(&indicator.id), onedit).long().guarded().view()
}
