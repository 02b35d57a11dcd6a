//! Values of the whole local government: entered once, handed out as a file.
//!
//! Invariant: only what the indicator takes becomes a value; anything else stays where it was typed, and is said to be none.

use yew::prelude::*;

use super::room::Room;
use super::state::Act;
use crate::domain::Text;
use crate::domain::number::Decimal;
use crate::domain::recap::units::{UnitsEdit, Value, of_pemda};
use crate::domain::rubric::{Indicator, Rubric};
use crate::format::recap::units;
use crate::ui::components::field::Field;
use crate::ui::markup::html;
use crate::ui::text::{daftar as words, number};

/// The section; nothing where no instrument asks for such a value.
pub fn section(room: &Room) -> Html {
    let view = &room.view;
    let all: Vec<_> =
        view.library.values().filter(|rubric| rubric.fillable && of_pemda(rubric).next().is_some()).collect();
    if all.is_empty() {
        return Html::default();
    }
    let list = view.units.clone();
    html! {
        <section class="stack" data-gap="small" aria-labelledby="recap-values">
            <h2 id="recap-values">{ words::VALUES }</h2>
            <p class="measure">{ words::VALUES_HINT }</p>
            { for all.into_iter().map(|rubric| html! {
                <fieldset key={&*rubric.id} class="stack" data-gap="small">
                    <legend>{ rubric.short_name.clone() }</legend>
                    <div class="entry-fields">{ for of_pemda(rubric).flat_map(|indicator| fields(room, rubric, indicator)) }</div>
                </fieldset>
            }) }
            if !view.units.values.is_empty() {
                <div class="actions screen">
                    <button class="button" type="button" onclick={room.hand_out(words::VALUES_NAME.to_owned(), move || units::handed_out(&list))}>{ words::VALUES_OUT }</button>
                </div>
            }
        </section>
    }
}

/// The value and what it rests on.
fn fields(room: &Room, rubric: &Rubric, indicator: &Indicator) -> [Html; 2] {
    let view = &room.view;
    let key = Text::from(format!("{}-{}", rubric.id, indicator.id));
    let held = view
        .units
        .values
        .iter()
        .find(|value| value.rubric == rubric.id && value.indicator == indicator.id)
        .cloned();
    let typed = view.typed.get(&key).cloned();
    let shown = typed
        .clone()
        .unwrap_or_else(|| held.as_ref().map(|held| number::decimal(held.value).into()).unwrap_or_default());
    let scale = rubric.scale_of(indicator);
    let takes = |text: &str| {
        Decimal::parse(&text.trim().replace(',', "."))
            .ok()
            .filter(|value| scale.is_some_and(|scale| scale.takes(*value)))
    };
    let wrong = !shown.trim().is_empty() && takes(&shown).is_none();
    let problem = wrong.then(|| AttrValue::from(words::value_problem(scale)));
    let write = {
        let (session, scale) = (room.session.clone(), scale.cloned());
        let (rubric, indicator, key, held) =
            (rubric.id.clone(), indicator.id.clone(), key.clone(), held.clone());
        Callback::from(move |text: Text| {
            let value = Decimal::parse(&text.trim().replace(',', ".")).ok();
            let value = value.filter(|value| scale.as_ref().is_some_and(|scale| scale.takes(*value)));
            session.tell(Act::Typed(key.clone(), text));
            session.tell(Act::Units(vec![match value {
                Some(value) => UnitsEdit::Value(Value {
                    rubric: rubric.clone(),
                    indicator: indicator.clone(),
                    value,
                    ..held.clone().unwrap_or_default()
                }),
                None => UnitsEdit::DropValue(rubric.clone(), indicator.clone()),
            }]));
        })
    };
    let ground = {
        let held = held.clone().unwrap_or_default();
        room.on(move |ground: Text| {
            let value = Value { ground, ..held.clone() };
            Act::Units(if value.rubric.is_empty() { Vec::new() } else { vec![UnitsEdit::Value(value)] })
        })
    };
    let grounded = held.as_ref().map(|held| held.ground.clone()).unwrap_or_default();
    let mut own = Field::new(format!("value-{key}"), indicator.name.clone(), &shown, write)
        .digits("decimal", None)
        .problem(problem);
    own = own.hint(words::value_hint(scale));
    let basis = if held.is_some() {
        Field::new(format!("ground-{key}"), words::ground(&indicator.name), &grounded, ground)
            .guarded()
            .view()
    } else {
        Html::default()
    };
    [own.view(), basis]
}
