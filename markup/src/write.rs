//! Nodes as calls of the builder.
//!
//! Invariant: what is known beforehand of an element goes into one text, the names of its other attributes behind; each
//! other thing is one call, in the order of those names.

use proc_macro::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

use crate::parse::{Attribute, Element, Node, Value};

/// The builder's name in the code written out; no expression of the caller can see it.
fn builder() -> TokenTree {
    Ident::new("markup", Span::mixed_site()).into()
}

/// A whole view.
pub fn root(nodes: &[Node]) -> TokenStream {
    let mut code = source("let mut");
    code.extend([builder()]);
    code.extend(source("= crate::ui::markup::Markup::new();"));
    match nodes {
        [Node::Each(_)] => code.extend(list(nodes)),
        [node] => code.extend(one(node)),
        several => code.extend(list(several)),
    }
    code.extend([builder()]);
    code.extend(source(".done()"));
    TokenTree::from(Group::new(Delimiter::Brace, code)).into()
}

fn one(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => whole(element),
        Node::Fragment(nodes) => list(nodes),
        Node::Component { name, properties, children } => {
            let name = || TokenStream::from(TokenTree::from(name.clone()));
            let mut tags = [source("<"), name(), properties.clone()].into_iter().collect::<TokenStream>();
            match children {
                None => tags.extend(source("/>")),
                Some(nodes) => {
                    let children = TokenTree::from(Group::new(Delimiter::Brace, root(nodes))).into();
                    tags.extend([source(">"), children, source("</"), name(), source(">")]);
                }
            }
            let mut view = source("::yew::html!");
            view.extend([TokenTree::from(Group::new(Delimiter::Brace, tags))]);
            call("add", [view])
        }
        Node::Value(value) => call("add", [value.clone()]),
        Node::Each(values) => {
            let item = || TokenTree::from(Ident::new("item", Span::mixed_site()));
            let mut code = source("for");
            code.extend([item()]);
            code.extend(source("in"));
            code.extend(values.clone());
            code.extend([TokenTree::from(Group::new(Delimiter::Brace, call("add", [item().into()])))]);
            code
        }
        Node::Choice(branches) => {
            let mut code = call("list", []);
            for branch in branches {
                code.extend(branch.head.clone());
                code.extend([TokenTree::from(Group::new(Delimiter::Brace, all(&branch.nodes)))]);
            }
            code.extend(call("close", []));
            code
        }
    }
}

fn all(nodes: &[Node]) -> TokenStream {
    nodes.iter().map(one).collect()
}

/// Nodes as one.
fn list(nodes: &[Node]) -> TokenStream {
    let mut code = call("list", []);
    code.extend(all(nodes));
    code.extend(call("close", []));
    code
}

fn whole(element: &Element) -> TokenStream {
    let mut known = element.name.clone();
    let mut named = String::new();
    let mut later = TokenStream::new();
    for Attribute { name, value } in &element.attributes {
        let control = matches!(element.name.as_str(), "input" | "textarea");
        match (value, name.as_str()) {
            (Value::Flag(set), "checked") => later.extend(call("checked", [source(&set.to_string())])),
            (Value::Flag(false), _) => {}
            (Value::Flag(true), _) => known.extend(["\n", name, "=", name]),
            (Value::Text(text), "value") if control => later.extend(call("value", [quoted(text)])),
            (Value::Text(text), "key") => later.extend(call("key", [quoted(text)])),
            (Value::Text(text), _) => known.extend(["\n", name, "=", text]),
            (Value::Expression(value), "key" | "checked") => later.extend(call(name, [value.clone()])),
            (Value::Expression(value), "value") if control => later.extend(call("value", [value.clone()])),
            (Value::Expression(value), name) if name.starts_with("on") => {
                let kind = source(&format!("|| ::yew::virtual_dom::ListenerKind::{name}"));
                later.extend(call("on", [kind, value.clone()]));
            }
            (Value::Expression(value), name) => {
                named.extend(["\n", name]);
                later.extend(call("set", [value.clone()]));
            }
        }
    }
    let mut code = call("open", [quoted(&(known + &named))]);
    code.extend(later);
    code.extend(all(&element.children));
    code.extend(call("close", []));
    code
}

/// `markup.method(arguments);`
fn call<const N: usize>(method: &str, arguments: [TokenStream; N]) -> TokenStream {
    let mut inside = TokenStream::new();
    for argument in arguments {
        inside.extend(argument);
        inside.extend(source(","));
    }
    let mut code = TokenStream::from(builder());
    code.extend(source(&format!(".{method}")));
    code.extend([TokenTree::from(Group::new(Delimiter::Parenthesis, inside))]);
    code.extend(source(";"));
    code
}

fn quoted(text: &str) -> TokenStream {
    TokenTree::from(Literal::string(text)).into()
}

/// Code written down here.
fn source(code: &str) -> TokenStream {
    code.parse().unwrap_or_default()
}
