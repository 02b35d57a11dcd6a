//! Own, verified and official side by side: the result, the dimensions, and what was found.
//!
//! Invariant: columns are called as the instrument calls them; what differs bears a mark besides its place.

use yew::prelude::*;

use crate::domain::assessment::Answer;
use crate::domain::number::{Decimal, Score};
use crate::domain::rubric::{Indicator, Rubric};
use crate::domain::scorecard::Scorecard;
use crate::domain::verification::{
    Finding, beside, count, official_count, official_item, official_scorecard, outdated, so_far,
};
use crate::state::{Route, Work};
use crate::ui::components::sheet::said;
use crate::ui::components::simulation::outcome;
use crate::ui::components::workings::{grid, line, or_dash};
use crate::ui::markup::html;
use crate::ui::text::{number, verifikasi as words};

/// The section for Hasil: nothing where nothing was verified.
pub fn section(work: &Work) -> Html {
    if work.assessment.verification.is_none() || work.assessment.practice {
        return Html::default();
    }
    html! {
        <section class="stack" data-gap="small">
            <h2 id="columns">{ words::TITLE }</h2>
            { columns(work) }
            { findings(work) }
        </section>
    }
}

/// The three results, and the dimensions under them.
pub fn columns(work: &Work) -> Html {
    let Work { rubric, assessment, scorecard: own, .. } = work;
    let verified = so_far(rubric, assessment);
    let reckoned = official_scorecard(rubric, assessment);
    let published = assessment.official.as_ref().and_then(|official| official.score);
    let terms = &rubric.terms;
    let (done, all) = count(rubric, assessment);
    let count = words::count((done, all));
    html! {
        <>
            <div class="shares columns">
                { outcome(&terms.own, rubric, own, "") }
                if let Some(card) = verified.as_ref().filter(|_| done < all) {
                    { partly(&terms.verified, card, &count) }
                } else if let Some(card) = &verified {
                    { outcome(&terms.verified, rubric, card, &count) }
                } else {
                    { none(&terms.verified, &count) }
                }
                { official(rubric, published, reckoned.as_ref(), &words::official_count(official_count(rubric, assessment))) }
            </div>
            if let Some(changed) = words::changed_since(&outdated(assessment)) {
                <p class="notice" data-kind="info">{ changed }</p>
            }
            { dimensions(work, verified.as_ref(), reckoned.as_ref()) }
        </>
    }
}

/// A column of which a part is known: from where to where, and how much of it was looked at.
fn partly(title: &str, card: &Scorecard, hint: &str) -> Html {
    html! { <div class="outcome"><h3>{ title.to_owned() }</h3><p>{ number::ends(card.score.full) }</p><p class="hint">{ hint.to_owned() }</p></div> }
}

/// A column with nothing in it yet.
fn none(title: &str, hint: &str) -> Html {
    html! { <div class="outcome"><h3>{ title.to_owned() }</h3><p>{ words::NO_OFFICIAL }</p><p class="hint">{ hint.to_owned() }</p></div> }
}

/// The published score, and what published answers come to.
fn official(rubric: &Rubric, published: Option<Score>, reckoned: Option<&Scorecard>, hint: &str) -> Html {
    let title = &*rubric.terms.official;
    match (published, reckoned) {
        (None, Some(card)) => outcome(title, rubric, card, hint),
        (None, None) => {
            let href = Route::Tonggak.hash();
            html! { <div class="outcome"><h3>{ title.to_owned() }</h3><p>{ words::NO_OFFICIAL }</p><p class="screen"><a {href}>{ words::TO_OFFICIAL }</a></p></div> }
        }
        (Some(score), _) => {
            let category = rubric.categories.items.get(rubric.categories.place(score));
            html! {
                <div class="outcome">
                    <h3>{ title.to_owned() }</h3>
                    <p class="outcome-score">{ number::score(score) }</p>
                    <p>{ category.map(|category| category.unit_name.clone()).unwrap_or_default() }</p>
                    if let Some(point) = reckoned.and_then(|card| card.score.point) {
                        <p class="hint">{ number::score(point) }{ ": " }{ hint.to_owned() }</p>
                    }
                </div>
            }
        }
    }
}

/// The dimensions in three columns.
fn dimensions(work: &Work, verified: Option<&Scorecard>, reckoned: Option<&Scorecard>) -> Html {
    let Work { rubric, assessment, scorecard: own, .. } = work;
    let terms = &rubric.terms;
    let point = |card: Option<&Scorecard>, at: usize| {
        card.and_then(|card| card.dimensions.get(at)).and_then(|dimension| dimension.score.point)
    };
    let mut lines = Vec::new();
    for (at, dimension) in rubric.dimensions.iter().enumerate() {
        let own = point(Some(own), at);
        // Reckoned from published answers only where nothing of the office's own is in it.
        let all = || dimension.indicators.iter().filter(|one| one.is_scored());
        let whole = all().all(|one| official_item(rubric, assessment, one).is_some());
        let published =
            assessment.official.as_ref().and_then(|official| official.dimensions.get(&dimension.id));
        let published = published.map(|number| Score::rounded(*number));
        let official = published.or_else(|| point(reckoned, at).filter(|_| whole));
        let beside = |other: Option<Score>| {
            or_dash(other.map(|other| {
                let mark = own.map_or("", |own| words::mark(other.hundredths(), own.hundredths()));
                format!("{mark}{}", number::score(other))
            }))
        };
        // As long as a part of it is open, from where to where.
        let found = verified.and_then(|card| card.dimensions.get(at));
        let open = found.filter(|found| found.progress.answered < found.progress.total);
        let found = match open {
            Some(open) if open.progress.answered > 0 => number::ends(open.score.full),
            Some(_) => or_dash(None),
            None => beside(point(verified, at)),
        };
        let figures = [or_dash(own.map(number::score)), found, beside(official)];
        lines.push(line(html! { { dimension.name.clone() } }, None, &figures));
    }
    let heads = [&*terms.dimension, &*terms.own, &*terms.verified, &*terms.official];
    grid("columns".to_owned(), &heads, lines)
}

/// Everything the verifier did not agree with, each a way to its card.
fn findings(work: &Work) -> Html {
    let Work { rubric, assessment, .. } = work;
    let Some(verification) = &assessment.verification else { return Html::default() };
    let none = Answer::default();
    let mut lines = Vec::new();
    for (place, indicator) in rubric.indicators() {
        let finding = verification.findings.get(&indicator.id).copied();
        let Some(finding) = finding.filter(|finding| *finding != Finding::Agree) else { continue };
        let own = assessment.answer(&indicator.id).unwrap_or(&none);
        let note = verification.note(&indicator.id);
        let dimension = rubric.dimensions.get(place).map(|own| own.id.clone()).unwrap_or_default();
        let href = Route::Pengisian(dimension, indicator.id.clone()).hash();
        lines.push(html! {
            <li key={&*indicator.id}>
                <div>
                    <p><a {href}>{ indicator.id.clone() }{ " · " }{ indicator.name.clone() }</a></p>
                    <p class="hint">{ rubric.terms.own.clone() }{ ": " }{ said(rubric, indicator, own) }</p>
                    if let Some(verified) = verification.answer(&indicator.id) {
                        <p>{ rubric.terms.verified.clone() }{ ": " }{ said(rubric, indicator, verified) }</p>
                        <p class="hint">{ mark(rubric, work, indicator) }</p>
                    }
                    if !note.is_empty() {
                        <p>{ words::NOTE }{ ": " }{ note }</p>
                    }
                </div>
                <strong>{ words::finding(finding) }</strong>
            </li>
        });
    }
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ words::FINDINGS }</h3>
            <ol class="ranking">{ for lines }</ol>
        </>
    }
}

/// How the verified answer stands beside the own one, in words.
pub fn mark(rubric: &Rubric, work: &Work, indicator: &Indicator) -> &'static str {
    beside(rubric, &work.assessment, indicator).map_or("", words::beside)
}

/// A published number of an indicator as the instrument writes it.
pub fn published(work: &Work, indicator: &Indicator) -> Option<Decimal> {
    work.assessment.official.as_ref()?.indicators.get(&indicator.id).copied()
}
