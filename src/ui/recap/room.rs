//! What every part of the view is given, and what they share.
//!
//! Invariant: a part changes nothing but by telling the session what happened.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::reading;
use super::session::Session;
use super::state::{Act, Look, Picture, View, Which};
use crate::domain::Text;
use crate::domain::number::Score;
use crate::domain::rubric::Rubric;
use crate::domain::standing::{Span, Standing};
use crate::domain::zone::Zone;
use crate::edge::files;
use crate::edge::root::Root;
use crate::ui::components::zone_mark::zone_mark;
use crate::ui::markup::html;
use crate::ui::text::{masuk, number, rekap as words};

/// What a part is drawn from.
#[derive(Clone)]
pub struct Room {
    /// What is shown.
    pub view: Rc<View>,
    /// Who is told what happened.
    pub session: Session,
    /// What the app stands in.
    pub root: Root,
    /// Opens the document of one office.
    pub open: Callback<String>,
}

impl Room {
    /// Tells the session what an event comes to.
    pub fn on<E: 'static>(&self, act: impl Fn(E) -> Act + 'static) -> Callback<E> {
        let session = self.session.clone();
        Callback::from(move |event: E| session.tell(act(event)))
    }

    /// A click that has a table looked at otherwise.
    pub fn look(&self, change: impl FnOnce(&mut Look)) -> Callback<MouseEvent> {
        let mut look = self.view.look.clone();
        change(&mut look);
        self.on(move |_: MouseEvent| Act::Looked(look.clone()))
    }

    /// A text that has a table looked at otherwise.
    pub fn looked(&self, change: fn(&mut Look, Text)) -> Callback<Text> {
        let look = self.view.look.clone();
        self.on(move |text: Text| {
            let mut look = look.clone();
            change(&mut look, text);
            Act::Looked(look)
        })
    }

    /// Hands a file to the browser, and says where that is refused.
    pub fn hand_out(&self, name: String, text: impl Fn() -> String + 'static) -> Callback<MouseEvent> {
        let (root, session) = (self.root.clone(), self.session.clone());
        Callback::from(move |_: MouseEvent| {
            let sent = files::download(&root, &name, "application/json", text().as_bytes()).is_ok();
            session.tell(Act::Told(
                if sent { words::handed_out(&name) } else { words::BLOCKED.to_owned() }.into(),
            ));
        })
    }

    /// A button that opens the document of one office.
    pub fn opener(&self, which: Which, file: &Text, office: &str) -> Html {
        let (session, open, name) = (self.session.clone(), self.open.clone(), file.clone());
        let click = Callback::from(move |_: MouseEvent| {
            let (session, open, name) = (session.clone(), open.clone(), name.clone());
            spawn_local(async move {
                match reading::text(session.clone(), which, name.clone()).await {
                    Some(text) => {
                        session.note_opened(&name);
                        open.emit(text);
                    }
                    None => session.tell(Act::Told(masuk::GONE_SINCE.into())),
                }
            });
        });
        html! {
            <button class="button" data-kind="quiet" type="button" onclick={click}>
                { words::OPEN }<span class="visually-hidden">{ " " }{ office.to_owned() }</span>
            </button>
        }
    }
}

/// What is said where there is nothing to show yet.
pub fn nothing(view: &View) -> Html {
    let words =
        if view.files(Which::Now).entries().is_empty() { words::NO_FILES } else { words::NO_INSTRUMENT };
    html! { <p>{ words }{ " " }<a href="#/rekap">{ words::TO_FILES }</a></p> }
}

/// Which instrument is looked at: a choice where there are several.
pub fn instrument(room: &Room) -> Html {
    let view = &room.view;
    let all = view.files(Which::Now).instruments_or_all();
    let shown = view.shown();
    let name = |id: &Text| {
        view.rubric(id).map_or_else(|| id.to_string(), |(rubric, _)| rubric.short_name.to_string())
    };
    if shown.is_empty() {
        return Html::default();
    }
    if all.len() < 2 {
        return html! { <p>{ words::instrument(&name(&shown)) }</p> };
    }
    let options = all
        .iter()
        .map(|(id, count)| (id.clone(), AttrValue::from(words::of_files(&name(id), *count))))
        .collect();
    crate::ui::components::plan::select(
        "recap-instrument",
        words::INSTRUMENT,
        options,
        &shown,
        &room.on(Act::Chosen),
    )
}

/// What the sheet says of its beginnings: whose picture it is.
pub fn over(room: &Room, picture: &Picture) -> Html {
    let counted = picture.recap.counted.len();
    html! {
        <div class="stack" data-gap="small">
            { instrument(room) }
            <p>{ words::counted_of(counted, picture.recap.lines.len()) }{ " " }
                if picture.recap.not_counted() > 0 {
                    <a href="#/rekap/masalah">{ words::WHY_NOT }</a>
                }
            </p>
        </div>
    }
}

/// Category and zone of a figure, marks beside the words.
pub fn reading_of(rubric: &Rubric, standing: &Standing) -> Html {
    let (low, high) = standing.full_category.ends();
    let letter = |place: usize| {
        rubric.categories.items.get(place).map(|category| category.id.clone()).unwrap_or_default()
    };
    let zones: Vec<Zone> = match standing.full_zone {
        Some(Span::One(zone)) => vec![zone],
        Some(Span::Between(low, high)) => vec![low, high],
        None => Vec::new(),
    };
    let words = words::reading(
        &letter(low),
        &letter(high),
        &zones.iter().map(|zone| zone.word()).collect::<Vec<_>>(),
    );
    html! { <span class="zone">{ for zones.into_iter().map(zone_mark) }<span>{ words }</span></span> }
}

/// Category and zone of one score.
pub fn reading_at(rubric: &Rubric, score: Score) -> Html {
    let Some(category) = rubric.categories.of(score) else { return Html::default() };
    let zone: Vec<Zone> = category.zone.into_iter().collect();
    let words =
        words::reading(&category.id, &category.id, &zone.iter().map(|zone| zone.word()).collect::<Vec<_>>());
    html! { <span class="zone">{ for zone.into_iter().map(zone_mark) }<span>{ words }</span></span> }
}

/// A score, or the dash that stands where there is none.
pub fn score(score: Option<Score>) -> String {
    crate::ui::components::workings::or_dash(score.map(number::score))
}

/// A cell of a table whose rows stand as cards on a phone: there its heading stands beside it.
pub fn cell(head: &str, class: Option<&'static str>, inside: Html) -> Html {
    html! { <td role="cell" {class} data-head={head.to_owned()}>{ inside }</td> }
}

/// The heading of a column of such a table.
pub fn head(words: &str) -> Html {
    html! { <th role="columnheader" scope="col">{ words.to_owned() }</th> }
}

/// A table whose rows stand as cards on a phone; the roles say that it stays one.
pub fn cards(id: &'static str, heads: Vec<Html>, bodies: Html) -> Html {
    html! {
        <div class="scroll" role="region" aria-labelledby={id} tabindex="0">
            <table role="table" class="recap-table recap-cards" aria-labelledby={id}>
                <thead role="rowgroup"><tr role="row">{ for heads }</tr></thead>
                { bodies }
            </table>
        </div>
    }
}

/// Such a table of figures: what each line is, and its figures.
pub fn figures(id: &'static str, heads: &[&str], lines: Vec<(Html, Vec<String>)>) -> Html {
    let line = |(name, figures): (Html, Vec<String>)| {
        let cells = heads.iter().skip(1).zip(figures);
        let cells = cells.map(|(head, figure)| cell(head, Some("number"), html! { { figure } }));
        html! { <tr role="row"><th role="rowheader" scope="row">{ name }</th>{ for cells }</tr> }
    };
    let body = html! { <tbody role="rowgroup">{ for lines.into_iter().map(line) }</tbody> };
    cards(id, heads.iter().map(|words| head(words)).collect(), body)
}

/// The way through the pages of a list: where one stands, and the pages before and after.
pub fn pager(room: &Room, count: usize, each: usize, at: usize, turn: fn(&mut Look, usize)) -> Html {
    let pages = count.div_ceil(each);
    if pages < 2 {
        return Html::default();
    }
    let to = |page: usize| room.look(move |look| turn(look, page));
    // Never `disabled`: a button that is loses the focus on the last page.
    let idle = |is: bool| is.then_some("true");
    html! {
        <div class="actions pager">
            <button class="button" type="button" onclick={to(at.saturating_sub(1))} aria-disabled={idle(at == 0)}>{ words::EARLIER }</button>
            <p>{ words::page(at, pages, count) }</p>
            <button class="button" type="button" onclick={to((at + 1).min(pages - 1))} aria-disabled={idle(at + 1 == pages)}>{ words::LATER }</button>
        </div>
    }
}

/// Whether a box is ticked.
pub fn ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}
