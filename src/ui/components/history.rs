//! Published results of other years: a picture, the table behind it, and a way to note one more.
//!
//! Invariant: no line joins results of different rules, and the projected score never stands among them.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::catalog::Entry;
use crate::domain::edit::Edit;
use crate::domain::history::{Past, before, by_year, is_comparable};
use crate::domain::map::Map;
use crate::domain::number::Score;
use crate::domain::rubric::Rubric;
use crate::domain::zone::{Category, Zone};
use crate::format::number::read_comma;
pub use crate::papers::office::subject;
use crate::ui::components::field::{Field, chosen};
use crate::ui::components::start::read_year;
use crate::ui::components::workings::{grid, line};
use crate::ui::components::zone_mark::{shape, zone_mark};
use crate::ui::markup::html;
use crate::ui::text::{number, riwayat};

/// How many of the latest results the picture has room for.
const ROOM: usize = 7;

/// What is being noted, as typed.
#[derive(Clone, Default, PartialEq)]
pub struct Noted {
    year: Text,
    rubric: Text,
    score: Text,
    /// Whether it was to be noted already: then what is wrong is named.
    tried: bool,
}

/// What [`history`] is given.
pub struct HistoryProps<'a> {
    /// The open assessment.
    pub assessment: &'a Assessment,
    /// Instruments fetched so far.
    pub library: &'a Map<Rc<Rubric>>,
    /// What there is of instruments.
    pub catalog: &'a [Entry],
    /// What is being noted.
    pub noted: &'a UseStateHandle<Noted>,
    /// The year it is.
    pub this_year: Option<u16>,
    /// Whether nothing can be changed here.
    pub locked: bool,
    /// Told of changes to the assessment.
    pub edit: &'a Callback<Edit>,
}

/// The section of the page.
pub fn history(props: &HistoryProps<'_>) -> Html {
    let results = by_year(&props.assessment.history);
    if props.locked && results.is_empty() {
        return Html::default();
    }
    let lines = results.iter().map(|(place, past)| row(props, *place, past, &results)).collect();
    html! {
        <section class="stack" data-gap="small">
            <h2 id="history">{ riwayat::TITLE }</h2>
            <p class="hint">{ riwayat::LEAD }</p>
            if results.len() > 1 {
                { chart(props, &results) }
            }
            if !results.is_empty() {
                { grid("history".to_owned(), &[riwayat::YEAR_AND_READING, riwayat::SCORE, riwayat::CHANGE], lines) }
            }
            if !props.locked {
                <details class="screen">
                    <summary>{ riwayat::NOTE }</summary>
                    { form(props) }
                </details>
            }
        </section>
    }
}

fn category<'a>(props: &HistoryProps<'a>, past: &Past) -> Option<&'a Category> {
    props.library.get(&past.rubric).and_then(|rule| past.category(rule))
}

fn row(props: &HistoryProps<'_>, place: usize, past: &Past, results: &[(usize, &Past)]) -> Html {
    let entry = props.catalog.iter().find(|entry| entry.id == past.rubric);
    let category = category(props, past);
    let name = entry.map_or_else(|| past.rubric.clone(), |entry| entry.short_name.clone());
    let remark = match entry {
        _ if category.is_none() && props.library.contains_key(&past.rubric) => Some(riwayat::BEYOND),
        None => Some(riwayat::RULE_UNKNOWN),
        Some(_) if category.is_none() => Some(riwayat::RULE_AWAY),
        Some(entry) => past
            .is_outside_years(entry.year_from, entry.year_to.or(props.this_year))
            .then_some(riwayat::OUTSIDE_YEARS),
    };
    let forget = props.edit.reform(move |_: MouseEvent| Edit::ForgetPast(place));
    let head = html! {
        <>
            { usize::from(past.year) }{ " " }<span class="code">{ name }</span>
            <p class="reading">
                if let Some(zone) = category.and_then(|category| category.zone) {
                    { zone_mark(zone) }{ " " }
                }
                { category.map(|category| riwayat::reading(category, subject(props.assessment))).unwrap_or_default() }
                if let Some(remark) = remark {
                    { " " }<span class="code">{ remark }</span>
                }
            </p>
            if !props.locked {
                <button class="button screen" data-kind="quiet" type="button" onclick={forget}>{ riwayat::FORGET }<span class="visually-hidden">{ riwayat::which(past) }</span></button>
            }
        </>
    };
    line(head, None, &[number::score(past.score), riwayat::change(props.assessment, results, past)])
}

/// The latest results from left to right, each on its own rule's scale; only those of one rule are joined.
fn chart(props: &HistoryProps<'_>, results: &[(usize, &Past)]) -> Html {
    let shown = results.get(results.len().saturating_sub(ROOM)..).unwrap_or_default();
    let across = |half: usize| format!("{}%", half * 50 / shown.len().max(1));
    let (mut lines, mut marks) = (Vec::new(), Vec::new());
    for (at, (_, past)) in shown.iter().enumerate() {
        let Some(rule) = props.library.get(&past.rubric) else { continue };
        let Some(category) = past.category(rule) else { continue };
        let maximum = Score::rounded(rule.maximum);
        let y = height(past.score, maximum);
        if let Some((place, earlier)) = before(shown, past) {
            lines.push(if is_comparable(earlier, past) {
                let from = height(earlier.score, maximum);
                html! { <line class="trend" x1={across(2 * place + 1)} y1={from} x2={across(2 * at + 1)} y2={y.clone()} /> }
            } else {
                html! { <line class="break" x1={across(2 * at)} y1="0" x2={across(2 * at)} y2="128" /> }
            });
        }
        marks.push(html! {
            <>
                <svg x={across(2 * at + 1)} y={y.clone()} overflow="visible">
                    <g data-zone={category.zone.map(Zone::word)} transform="translate(-8 -8)">
                        if let Some(zone) = category.zone {
                            { shape(zone) }
                        } else {
                            <circle class="point" cx="8" cy="8" r="6" />
                        }
                    </g>
                    <text y="-14" text-anchor="middle">{ number::score(past.score) }</text>
                </svg>
                <text x={across(2 * at + 1)} y="148" text-anchor="middle">{ usize::from(past.year) }</text>
            </>
        });
    }
    picture(riwayat::CHART, lines, marks)
}

/// The picture of scores side by side: lines behind, marks before them.
pub(super) fn picture(label: &'static str, lines: Vec<Html>, marks: Vec<Html>) -> Html {
    html! {
        <svg class="band history" width="100%" height="156" role="img" aria-label={label} focusable="false">
            <rect class="groove" y="128" width="100%" height="1" />
            { for lines }
            { for marks }
        </svg>
    }
}

/// Where a score stands, from the top: nought at 128, the highest there is at 28.
pub(super) fn height(score: Score, maximum: Score) -> String {
    (128 - score.hundredths() * 100 / maximum.hundredths().max(1)).to_string()
}

fn form(props: &HistoryProps<'_>) -> Html {
    let Noted { year, rubric, score, tried } = &**props.noted;
    let entry = props.catalog.iter().find(|entry| entry.id == *rubric);
    let maximum = entry.map(|entry| Score::rounded(entry.maximum));
    let read = read_score(score, maximum);
    let of_year =
        read_year(year).ok().flatten().filter(|year| props.this_year.is_none_or(|this| *year <= this));
    let set = |change: fn(&mut Noted, Text)| {
        let noted = props.noted.clone();
        Callback::from(move |text: Text| {
            let mut next = (*noted).clone();
            change(&mut next, text);
            noted.set(next);
        })
    };
    let rule = chosen(&set(|noted, text| noted.rubric = text));
    let note = {
        let (noted, edit) = (props.noted.clone(), props.edit.clone());
        let past = match (of_year, entry, read) {
            (Some(year), Some(entry), Some(score)) => {
                Some(Past { year, rubric: entry.id.clone(), score, ..Past::default() })
            }
            _ => None,
        };
        Callback::from(move |_: MouseEvent| {
            if let Some(past) = &past {
                edit.emit(Edit::NotePast(past.clone()));
                noted.set(Noted { rubric: noted.rubric.clone(), ..Noted::default() });
            } else {
                noted.set(Noted { tried: true, ..(*noted).clone() });
            }
        })
    };
    let problem = |wrong: bool, text: AttrValue| (*tried && wrong).then_some(text);
    let no_rule = problem(entry.is_none(), riwayat::RULE_PROBLEM.into());
    html! {
        <div class="stack measure" data-gap="small">
            { Field::new("past-year".to_owned(), riwayat::YEAR, year, set(|noted, text| noted.year = text))
                .problem(problem(of_year.is_none(), riwayat::YEAR_PROBLEM.into())).digits("numeric", None).view() }
            <div class="field" data-state={no_rule.is_some().then_some("problem")}>
                <label for="past-rule">{ riwayat::RULE }</label>
                if let Some(problem) = no_rule {
                    <p class="problem" id="past-rule-problem">{ problem }</p>
                }
                <select id="past-rule" aria-describedby="past-rule-problem" onchange={rule}>
                    <option value="" selected={rubric.is_empty()}>{ riwayat::RULE_NONE }</option>
                    { for props.catalog.iter().map(|entry| html! {
                        <option key={&*entry.id} value={entry.id.clone()} selected={entry.id == *rubric}>{ entry.short_name.clone() }</option>
                    }) }
                </select>
            </div>
            { Field::new("past-score".to_owned(), riwayat::SCORE, score, set(|noted, text| noted.score = text))
                .problem(problem(read.is_none(), riwayat::score_problem(maximum).into())).digits("decimal", None).view() }
            <div class="actions"><button class="button" type="button" onclick={note}>{ riwayat::KEEP }</button></div>
        </div>
    }
}

/// A published score of at most two places, within the scale where that is known.
fn read_score(text: &str, maximum: Option<Score>) -> Option<Score> {
    let read = read_comma(text).ok()?;
    let score = Score::rounded(read);
    let fits = score.decimal() == read && score.hundredths() >= 0 && maximum.is_none_or(|most| score <= most);
    fits.then_some(score)
}
