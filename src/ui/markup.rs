//! What `html!` is written out as: one builder for every view.
//!
//! Invariant: nothing here is compiled once per element; what depends on a type is a few lines. No text that was not
//! written here reaches the page with characters that cannot be seen.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VNode, VTag, VText,
};

pub use markup::html;

use crate::format::wording::{is_hidden, seen};

/// What is known of an element beforehand.
#[derive(Clone, Copy, Default)]
struct Known {
    name: &'static str,
    /// Attributes with their values.
    set: &'static [(&'static str, AttributeOrProperty)],
    /// The names of these, then of those that are set at each draw.
    names: &'static [&'static str],
}

/// What was known of the elements opened so far, by where it stands in the program: read once, and not again at every
/// draw. Lists that are the same are held against each other at a glance.
struct Read(Vec<((*const u8, usize), Known)>);

thread_local! {
    static READ: RefCell<Read> = const { RefCell::new(Read(Vec::new())) };
}

impl Read {
    fn known(&mut self, text: &'static str) -> Known {
        let key = (text.as_ptr(), text.len());
        match self.0.binary_search_by_key(&key, |(own, _)| *own) {
            Ok(place) => self.0[place].1,
            Err(place) => {
                let mut lines = text.split('\n');
                let name = lines.next().unwrap_or_default();
                let (mut set, mut names) = (Vec::new(), Vec::new());
                for line in lines {
                    names.push(line.split_once('=').map_or(line, |(name, value)| {
                        set.push((name, AttributeOrProperty::Attribute(AttrValue::Static(value))));
                        name
                    }));
                }
                // As many as there are elements in the program, however often they are drawn.
                let known = Known { name, set: set.leak(), names: names.leak() };
                self.0.insert(place, (key, known));
                known
            }
        }
    }
}

/// A view in the making.
#[derive(Default)]
pub struct Markup {
    /// The innermost of what is open.
    inner: Level,
    /// What it is in, innermost last.
    outer: Vec<Level>,
}

/// An element that is open, or a list where there is none, with what it holds so far.
#[derive(Default)]
struct Level {
    tag: Option<VTag>,
    known: Known,
    /// Values of its attributes, where some are set at each draw.
    values: Vec<Option<AttributeOrProperty>>,
    nodes: Vec<VNode>,
}

impl Markup {
    /// An empty view. In a box, because its address is then a number and no reckoning at every call.
    #[inline(never)]
    pub fn new() -> Box<Self> {
        Box::default()
    }

    /// Opens an element: its name, a line for each attribute that is known beforehand, and the names of those that will
    /// be [`set`](Self::set).
    #[inline(never)]
    pub fn open(&mut self, known: &'static str) {
        let known = READ.with_borrow_mut(|read| read.known(known));
        let mut values = Vec::new();
        if known.names.len() > known.set.len() {
            values.reserve_exact(known.names.len());
            values.extend(known.set.iter().map(|(_, value)| Some(value.clone())));
        }
        self.enter(Level { tag: Some(VTag::new(known.name)), known, values, nodes: Vec::new() });
    }

    /// Opens a list: several nodes, or none, that count as one.
    #[inline(never)]
    pub fn list(&mut self) {
        self.enter(Level::default());
    }

    /// Closes what was opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let Level { tag, known, values, nodes } = mem::replace(&mut self.inner, outer);
        let list = VNode::from(VList::with_children(nodes, None));
        match tag {
            None => self.node(list),
            Some(mut tag) => {
                tag.attributes = if values.is_empty() {
                    Attributes::Static(known.set)
                } else {
                    Attributes::Dynamic { keys: known.names, values: values.into_boxed_slice() }
                };
                if let Some(children) = tag.children_mut() {
                    *children = list;
                }
                self.node(tag.into());
            }
        }
    }

    /// The view.
    #[allow(
        clippy::boxed_local,
        reason = "it is made in a box, and the lint sees that on small targets only"
    )]
    #[inline(never)]
    pub fn done(mut self: Box<Self>) -> VNode {
        self.inner.nodes.pop().unwrap_or_default()
    }

    /// Adds a value to what is open.
    pub fn add(&mut self, piece: impl Piece) {
        piece.add_to(self);
    }

    /// Sets the next attribute of the element that is open, or leaves it out.
    pub fn set(&mut self, value: impl Value) {
        let value = value.value(self.due());
        self.attribute(value);
    }

    /// Tells the element apart from its neighbours.
    pub fn key(&mut self, key: impl Into<Key>) {
        self.unlike(key.into());
    }

    /// Sets what a control holds.
    pub fn value(&mut self, value: impl Value) {
        self.holding(value.value("value"));
    }

    /// Sets whether a control is on.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.tag().set_checked(checked);
    }

    /// Tells a callback of an event.
    pub fn on<E: JsCast + 'static>(&mut self, kind: fn() -> ListenerKind, callback: Callback<E>) {
        self.listen(Rc::new(Ear { kind, callback }));
    }

    fn enter(&mut self, level: Level) {
        let outer = mem::replace(&mut self.inner, level);
        self.outer.push(outer);
    }

    #[inline(never)]
    fn node(&mut self, node: VNode) {
        self.inner.nodes.push(node);
    }

    /// Adds a text that may come from a file. Every one passes here, so no view has to remember to show what cannot be
    /// seen as its code.
    #[inline(never)]
    fn text(&mut self, text: AttrValue) {
        let text = if text.chars().any(is_hidden) { seen(&text).into() } else { text };
        self.node(VText::new(text).into());
    }

    #[inline(never)]
    fn known_text(&mut self, text: &'static str) {
        self.node(VText::new(AttrValue::Static(text)).into());
    }

    /// The name of the attribute that is set next.
    #[inline(never)]
    fn due(&self) -> &'static str {
        self.inner.known.names.get(self.inner.values.len()).copied().unwrap_or_default()
    }

    #[inline(never)]
    fn attribute(&mut self, value: Option<AttrValue>) {
        self.inner.values.push(value.map(AttributeOrProperty::Attribute));
    }

    #[inline(never)]
    fn holding(&mut self, value: Option<AttrValue>) {
        self.tag().set_value(value);
    }

    #[inline(never)]
    fn unlike(&mut self, key: Key) {
        self.tag().key = Some(key);
    }

    #[inline(never)]
    fn listen(&mut self, ear: Rc<dyn Listener>) {
        self.tag().add_listener(ear);
    }

    /// The element that is open; `html!` asks only where one is.
    fn tag(&mut self) -> &mut VTag {
        self.inner.tag.get_or_insert_with(|| VTag::new("p"))
    }
}

/// What an element may hold.
pub trait Piece {
    /// Adds it to what is open.
    fn add_to(self, markup: &mut Markup);
}

impl Piece for VNode {
    fn add_to(self, markup: &mut Markup) {
        markup.node(self);
    }
}

impl<P: Piece> Piece for Option<P> {
    fn add_to(self, markup: &mut Markup) {
        if let Some(piece) = self {
            piece.add_to(markup);
        }
    }
}

impl<P: Piece> Piece for Vec<P> {
    fn add_to(self, markup: &mut Markup) {
        for piece in self {
            piece.add_to(markup);
        }
    }
}

impl Piece for &'static str {
    fn add_to(self, markup: &mut Markup) {
        markup.known_text(self);
    }
}

impl Piece for Rc<str> {
    fn add_to(self, markup: &mut Markup) {
        markup.text(AttrValue::Rc(self));
    }
}

impl Piece for &Rc<str> {
    fn add_to(self, markup: &mut Markup) {
        markup.text(AttrValue::Rc(self.clone()));
    }
}

impl Piece for String {
    fn add_to(self, markup: &mut Markup) {
        markup.text(self.into());
    }
}

impl Piece for &String {
    fn add_to(self, markup: &mut Markup) {
        markup.text(self.clone().into());
    }
}

impl Piece for AttrValue {
    fn add_to(self, markup: &mut Markup) {
        markup.text(self);
    }
}

impl Piece for usize {
    fn add_to(self, markup: &mut Markup) {
        markup.text(self.to_string().into());
    }
}

/// What an attribute may be set to.
pub trait Value {
    /// The text, or none where the attribute is left out.
    fn value(self, name: &'static str) -> Option<AttrValue>;
}

impl Value for AttrValue {
    fn value(self, _: &'static str) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for &'static str {
    fn value(self, _: &'static str) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for Rc<str> {
    fn value(self, _: &'static str) -> Option<AttrValue> {
        Some(AttrValue::Rc(self))
    }
}

impl Value for String {
    fn value(self, _: &'static str) -> Option<AttrValue> {
        Some(self.into())
    }
}

/// A flag is there under its own name, or not at all.
impl Value for bool {
    fn value(self, name: &'static str) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(name))
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self, name: &'static str) -> Option<AttrValue> {
        self?.value(name)
    }
}

/// Hears one kind of event for one element.
struct Ear<E> {
    kind: fn() -> ListenerKind,
    callback: Callback<E>,
}

impl<E: JsCast> Listener for Ear<E> {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event.unchecked_into());
    }

    fn passive(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests;
