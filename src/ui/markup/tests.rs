use yew::html as theirs;

use super::*;

/// A view as text: names, attributes by name, keys and, in brackets, which nodes count as one.
fn shown(node: &VNode) -> String {
    match node {
        VNode::VText(text) => text.text.to_string(),
        VNode::VList(list) => format!("[{}]", list.iter().map(shown).collect::<String>()),
        VNode::VTag(tag) => {
            let mut attributes: Vec<String> =
                tag.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            attributes.extend(tag.key.as_ref().map(|key| format!(" key={key}")));
            attributes.extend(tag.value().map(|value| format!(" value={value}")));
            attributes.extend(tag.checked().map(|checked| format!(" checked={checked}")));
            attributes.sort();
            // A list that is all an element holds says nothing of its own.
            let held = tag.children().map(shown).unwrap_or_default();
            let held = held.strip_prefix('[').and_then(|held| held.strip_suffix(']')).unwrap_or(&held);
            format!("<{}{}>{held}</>", tag.tag(), attributes.concat())
        }
        _ => "component".to_owned(),
    }
}

macro_rules! same {
    ($($view:tt)*) => {
        assert_eq!(shown(&html! { $($view)* }), shown(&theirs! { $($view)* }))
    };
}

#[test]
fn attributes_mean_what_they_mean_to_yew() {
    let (name, none, wide) = ("q-1", None::<String>, true);
    same! { <p class="lead" id={name.to_owned()} data-gap="large" aria-label={none.clone()} /> }
    same! { <fieldset disabled={wide} hidden=true /> }
    same! { <fieldset disabled={!wide} hidden=false aria-describedby={Some("a b")} /> }
    same! { <input type="radio" value="yes" checked={wide} name={name} /> }
    same! { <textarea {name} readonly=true value={AttrValue::from("long")} /> }
    same! { <option value="a" selected={wide}>{ "A" }</option> }
    same! { <li key={7} /> }
    same! { <h2 key="known" tabindex="-1">{ "Title" }</h2> }
}

#[test]
fn what_an_element_holds_comes_in_the_same_order_and_number() {
    let (text, none, some) = (Rc::<str>::from("shared"), None::<VNode>, Some(html! { <b /> }));
    same! { <p>{ "a" }{ text.clone() }{ 3_usize }{ none.clone() }{ some.clone() }<i>{ "b" }</i></p> }
    same! { <ul>{ for (0..3_usize).map(|at| html! { <li key={at}>{ at }</li> }) }<li>{ "last" }</li></ul> }
    same! { <>{ "a" }{ "b" }</> }
    same! { <></> }
    same! { { "alone" } }
    same! { text.to_string() }
    same! { { for ["a", "b"].map(|word| theirs! { <p>{ word }</p> }) } }
}

#[test]
fn an_if_is_one_node_whatever_it_holds() {
    for (first, second) in [(true, true), (false, true), (false, false)] {
        let held = second.then_some("held");
        same! { <div>if first { <p /><p /> } else if second { { "b" } } else { <i /> }<b /></div> }
        same! { <div>if let Some(text) = held { { text } }<b /></div> }
    }
}

#[test]
fn events_are_heard() {
    let hear = Callback::from(|_: MouseEvent| ());
    let button = html! { <button type="button" onclick={hear}>{ "Go" }</button> };
    assert!(format!("{button:?}").contains("onclick"));
}

#[test]
fn what_is_known_of_an_element_is_read_once_and_held_against_itself_at_a_glance() {
    let plain = || html! { <p class="lead" data-gap="large" /> };
    let named = |id: Option<&'static str>| html! { <p class="lead" data-gap="large" {id} /> };
    let list = |view: &VNode| match view {
        VNode::VTag(tag) => match &tag.attributes {
            Attributes::Static(list) => list.as_ptr().addr(),
            Attributes::Dynamic { keys, .. } => keys.as_ptr().addr(),
            Attributes::IndexMap(_) => 0,
        },
        _ => 0,
    };
    assert_ne!(list(&plain()), 0);
    assert_eq!(list(&plain()), list(&plain()));
    assert_ne!(list(&named(None)), 0);
    assert_eq!(list(&named(None)), list(&named(Some("q-1"))));
    assert_eq!(shown(&named(Some("q-1"))), "<p class=lead data-gap=large id=q-1></>");
    assert_eq!(shown(&named(None)), shown(&plain()));
}
