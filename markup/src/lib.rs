//! `html!`: Yew's syntax for views, written out as calls of one builder.
//!
//! Yew's own macro writes every element out as code that fills its fields in place, a third of a
//! kilobyte each. This one writes out one short call for an element and one for each thing that is
//! not known beforehand; the builder, `crate::ui::markup::Markup`, does the rest.
//!
//! Invariant: what the macro takes means what it means to Yew: an `if` is one node whatever it
//! holds, `{ .. }` may hold none, one or many, and components are left to Yew.

mod parse;
mod write;

use proc_macro::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// A view in Yew's syntax, as a `yew::Html`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    match parse::view(input) {
        Ok(nodes) => write::root(&nodes),
        Err(refused) => refused.into_error(),
    }
}

/// What cannot be understood, and where.
struct Refused {
    what: String,
    at: Span,
}

impl Refused {
    fn new(what: impl Into<String>, at: Span) -> Self {
        Self { what: what.into(), at }
    }

    /// `::core::compile_error!("..")`, pointing at the place.
    fn into_error(self) -> TokenStream {
        let colon = |spacing| TokenTree::from(Punct::new(':', spacing));
        let path = [
            colon(Spacing::Joint),
            colon(Spacing::Alone),
            Ident::new("core", self.at).into(),
            colon(Spacing::Joint),
            colon(Spacing::Alone),
            Ident::new("compile_error", self.at).into(),
            Punct::new('!', Spacing::Alone).into(),
        ];
        let text = TokenTree::from(Literal::string(&self.what));
        let mut error: TokenStream = path.into_iter().collect();
        error.extend([TokenTree::from(Group::new(Delimiter::Brace, text.into()))]);
        error
            .into_iter()
            .map(|mut tree| {
                tree.set_span(self.at);
                tree
            })
            .collect()
    }
}
