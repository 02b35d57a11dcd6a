//! Official weights that the office holds: a fold a group, its sum, and the way back.
//!
//! Invariant: what is typed stays as typed; what came of it stands under each group in words.

use yew::prelude::*;

use crate::domain::Text;
use crate::domain::edit::Edit;
use crate::domain::office_weights::{Reading, WeightOf, read, readings};
use crate::domain::rubric::Rubric;
use crate::state::Work;
use crate::ui::components::field::Field;
use crate::ui::markup::html;
use crate::ui::text::simulasi;

/// Whether any weight of the instrument as shipped is open.
pub fn has_open_weights(work: &Work) -> bool {
    !readings(&work.rubric, &work.assessment.weights).is_empty()
}

/// The section of the page; nothing where every weight is published.
pub fn office(work: &Work, edit: &Callback<Edit>) -> Html {
    let weights = &work.assessment.weights;
    let rubric = work.rubric.shipped();
    let groups = readings(&rubric, weights);
    if groups.is_empty() {
        return Html::default();
    }
    let back = edit.reform(|_: MouseEvent| Edit::DropWeights);
    html! {
        <section class="stack screen" data-gap="small">
            <h2 id="weights">{ simulasi::WEIGHTS }</h2>
            <p class="hint measure">{ simulasi::WEIGHTS_LEAD }</p>
            { for groups.iter().map(|reading| group(&rubric, work, reading, edit)) }
            if !weights.is_empty() {
                <div class="actions"><button class="button" type="button" onclick={back}>{ simulasi::WEIGHTS_BACK }</button></div>
            }
        </section>
    }
}

fn group(rubric: &Rubric, work: &Work, reading: &Reading, edit: &Callback<Edit>) -> Html {
    let weights = &work.assessment.weights;
    let mut fields = Vec::new();
    let mut name = AttrValue::Static(simulasi::WEIGHTS_OF_ALL);
    if let Some(dimension) = reading.group.and_then(|place| rubric.dimensions.get(place)) {
        name = dimension.name.clone().into();
        for indicator in &dimension.indicators {
            if indicator
                .weight
                .as_ref()
                .is_some_and(|weight| weight.value.is_none() || weight.bounds.is_some())
            {
                let label = [&*indicator.id, " · ", &indicator.name].concat();
                let typed = weights.indicators.get(&indicator.id);
                fields.push(field(WeightOf::Indicator, &indicator.id, label, typed, edit));
            }
        }
    } else {
        for dimension in &rubric.dimensions {
            if dimension.weight.value.is_none() || dimension.weight.bounds.is_some() {
                let typed = weights.dimensions.get(&dimension.id);
                fields.push(field(
                    WeightOf::Dimension,
                    &dimension.id,
                    dimension.name.to_string(),
                    typed,
                    edit,
                ));
            }
        }
    }
    html! {
        <details key={reading.group.map_or(0, |place| place + 1)}>
            <summary>{ name }</summary>
            <div class="stack" data-gap="small">
                <div class="elements">{ for fields }</div>
                <p role="status">{ simulasi::weights(reading) }</p>
            </div>
        </details>
    }
}

fn field(of: WeightOf, id: &Text, label: String, typed: Option<&Text>, edit: &Callback<Edit>) -> Html {
    let none = Text::default();
    let typed = typed.unwrap_or(&none);
    let wrong = !typed.is_empty() && read(typed).is_none();
    let own = id.clone();
    let set = edit.reform(move |text| Edit::Weigh(of, own.clone(), text));
    Field::new(["weight-", id].concat(), label, typed, set)
        .problem(wrong.then_some(AttrValue::Static(simulasi::WEIGHT_PROBLEM)))
        .digits("decimal", Some(AttrValue::Static("%")))
        .view()
}
