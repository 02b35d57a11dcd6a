//! Five radios and what was chosen.

use yew::prelude::*;

/// The smallest form there is.
#[component]
pub fn Form() -> Html {
    let chosen = use_state(|| 0_u32);
    let rows = (0..5_u32).map(|row| {
        let own = chosen.clone();
        let choose = Callback::from(move |_: Event| own.set(row));
        html! {
            <div class="level">
                <input type="radio" name="a" id={format!("a-{row}")} checked={*chosen == row} onchange={choose} />
                <label for={format!("a-{row}")}>{ row }</label>
            </div>
        }
    });
    html! {
        <main>
            <h1>{ "Form" }</h1>
            <fieldset><legend>{ "Question" }</legend>{ for rows }</fieldset>
            <p role="status">{ *chosen }</p>
        </main>
    }
}
