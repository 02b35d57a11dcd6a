//! Tokens as nodes.
//!
//! Invariant: every token ends up in exactly one node, or the whole is refused.

use std::iter::Peekable;

use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree, token_stream};

use crate::Refused;

/// A piece of a view.
pub enum Node {
    /// `<p class="lead">..</p>`
    Element(Element),
    /// `<>..</>`
    Fragment(Vec<Node>),
    /// `<Card .. />`
    Component { name: Ident, properties: TokenStream, children: Option<Vec<Node>> },
    /// `{ value }` or `"text"`
    Value(TokenStream),
    /// `{ for values }`
    Each(TokenStream),
    /// `if .. { .. } else { .. }`
    Choice(Vec<Branch>),
}

/// One way of an `if`: what stands before its braces, and what they hold.
pub struct Branch {
    pub head: TokenStream,
    pub nodes: Vec<Node>,
}

/// An element of the page.
pub struct Element {
    pub name: String,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Node>,
}

/// `name={value}`, or a value that is known already.
pub struct Attribute {
    pub name: String,
    pub value: Value,
}

/// What an attribute is set to.
pub enum Value {
    /// Text from the source.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// An expression.
    Expression(TokenStream),
}

/// A closing tag: its name, and where it stands.
type Closing = (String, Span);
type Tokens = Peekable<token_stream::IntoIter>;

/// A whole view: nodes, or an expression that stands alone.
pub fn view(input: TokenStream) -> Result<Vec<Node>, Refused> {
    match input.clone().into_iter().next() {
        Some(TokenTree::Ident(word)) if word.to_string() != "if" => Ok(vec![Node::Value(input)]),
        _ => nodes(input),
    }
}

/// All nodes of a block.
fn nodes(input: TokenStream) -> Result<Vec<Node>, Refused> {
    let mut tokens = input.into_iter().peekable();
    let (nodes, end) = until_end(&mut tokens)?;
    match end {
        Some((name, at)) => Err(Refused::new(format!("`</{name}>` closes nothing"), at)),
        None => Ok(nodes),
    }
}

/// Nodes up to a closing tag, whose name is given, or to the last token.
fn until_end(tokens: &mut Tokens) -> Result<(Vec<Node>, Option<Closing>), Refused> {
    let mut nodes = Vec::new();
    while let Some(token) = tokens.next() {
        let at = token.span();
        let node = match token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => {
                if eat(tokens, '/') {
                    let name = name(tokens)?;
                    need(tokens, '>', at)?;
                    return Ok((nodes, Some((name, at))));
                }
                tag(tokens, at)?
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => block(group.stream()),
            TokenTree::Literal(literal) => Node::Value(TokenTree::from(literal).into()),
            TokenTree::Ident(word) if word.to_string() == "if" => choice(word.into(), tokens)?,
            other => return Err(Refused::new("expected a tag, `{ .. }`, a text or `if`", other.span())),
        };
        nodes.push(node);
    }
    Ok((nodes, None))
}

/// What follows a `<` that opens.
fn tag(tokens: &mut Tokens, at: Span) -> Result<Node, Refused> {
    if eat(tokens, '>') {
        return Ok(Node::Fragment(children(tokens, "", at)?));
    }
    if matches!(tokens.peek(), Some(TokenTree::Ident(name)) if name.to_string().starts_with(char::is_uppercase))
    {
        return component(tokens, at);
    }
    let name = name(tokens)?;
    let mut attributes = Vec::new();
    let closed = loop {
        match tokens.next() {
            Some(TokenTree::Punct(punct)) if punct.as_char() == '>' => break false,
            Some(TokenTree::Punct(punct)) if punct.as_char() == '/' => {
                need(tokens, '>', at)?;
                break true;
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let value = group.stream();
                attributes.push(Attribute { name: value.to_string(), value: Value::Expression(value) });
            }
            Some(TokenTree::Ident(first)) => {
                let name = rest_of_name(first.to_string(), tokens)?;
                need(tokens, '=', first.span())?;
                attributes.push(Attribute { name, value: value(tokens, first.span())? });
            }
            _ => return Err(Refused::new(format!("`<{name}` is not closed"), at)),
        }
    };
    let children = if closed { Vec::new() } else { children(tokens, &name, at)? };
    Ok(Node::Element(Element { name, attributes, children }))
}

/// The nodes of an element that has been opened, to the end of it.
fn children(tokens: &mut Tokens, opened: &str, at: Span) -> Result<Vec<Node>, Refused> {
    match until_end(tokens)? {
        (nodes, Some((name, _))) if name == opened => Ok(nodes),
        (_, Some((name, at))) => Err(Refused::new(format!("`</{name}>` where `<{opened}>` is open"), at)),
        (_, None) => Err(Refused::new(format!("`<{opened}>` is not closed"), at)),
    }
}

/// `<Card .. />` or `<Fold ..>..</Fold>`: its properties are left to Yew.
fn component(tokens: &mut Tokens, at: Span) -> Result<Node, Refused> {
    let Some(TokenTree::Ident(name)) = tokens.next() else {
        return Err(Refused::new("expected a component's name", at));
    };
    let mut properties = TokenStream::new();
    while let Some(token) = tokens.next() {
        if is(&token, '>') {
            let children = children(tokens, &name.to_string(), at)?;
            return Ok(Node::Component { name, properties, children: Some(children) });
        }
        if is(&token, '/') {
            need(tokens, '>', at)?;
            return Ok(Node::Component { name, properties, children: None });
        }
        properties.extend([token]);
    }
    Err(Refused::new(format!("`<{name}` is not closed"), at))
}

/// `{ .. }`
fn block(stream: TokenStream) -> Node {
    let mut tokens = stream.clone().into_iter();
    match tokens.next() {
        Some(TokenTree::Ident(word)) if word.to_string() == "for" => Node::Each(tokens.collect()),
        _ => Node::Value(stream),
    }
}

/// `if` and all that belongs to it.
fn choice(word: TokenTree, tokens: &mut Tokens) -> Result<Node, Refused> {
    let mut branches = Vec::new();
    let mut head = TokenStream::from(word);
    loop {
        let Some(token) = tokens.next() else {
            return Err(Refused::new("`if` without a block", Span::call_site()));
        };
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                branches.push(Branch { head, nodes: nodes(group.stream())? });
                let Some(word) = tokens.next_if(|token| is_word(token, "else")) else {
                    return Ok(Node::Choice(branches));
                };
                head = word.into();
            }
            other => head.extend([other]),
        }
    }
}

/// What follows an attribute's `=`.
fn value(tokens: &mut Tokens, at: Span) -> Result<Value, Refused> {
    match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            Ok(Value::Expression(group.stream()))
        }
        Some(TokenTree::Ident(word)) if word.to_string() == "true" => Ok(Value::Flag(true)),
        Some(TokenTree::Ident(word)) if word.to_string() == "false" => Ok(Value::Flag(false)),
        Some(TokenTree::Literal(literal)) => {
            let source = literal.to_string();
            let text = source.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            match text {
                Some(text) if !text.contains(['\\', '\n']) => Ok(Value::Text(text.to_owned())),
                _ => Err(Refused::new("expected a plain text, `true`, `false` or `{ .. }`", literal.span())),
            }
        }
        _ => Err(Refused::new("expected a plain text, `true`, `false` or `{ .. }`", at)),
    }
}

/// The name of a tag, or none for a fragment.
fn name(tokens: &mut Tokens) -> Result<String, Refused> {
    match tokens.next_if(|token| matches!(token, TokenTree::Ident(_))) {
        Some(first) => rest_of_name(first.to_string(), tokens),
        None => Ok(String::new()),
    }
}

/// A name with what follows its hyphens.
fn rest_of_name(mut name: String, tokens: &mut Tokens) -> Result<String, Refused> {
    while eat(tokens, '-') {
        match tokens.next() {
            Some(TokenTree::Ident(part)) => name = format!("{name}-{part}"),
            _ => return Err(Refused::new(format!("`{name}-` breaks off"), Span::call_site())),
        }
    }
    Ok(name)
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident.to_string() == word)
}

fn eat(tokens: &mut Tokens, sign: char) -> bool {
    tokens.next_if(|token| is(token, sign)).is_some()
}

fn need(tokens: &mut Tokens, sign: char, at: Span) -> Result<(), Refused> {
    if eat(tokens, sign) { Ok(()) } else { Err(Refused::new(format!("expected `{sign}`"), at)) }
}
