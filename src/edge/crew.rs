//! Workers of this build that read files beside the page.
//!
//! Invariant: every file handed over is answered; where no worker can, by none, and the page reads it itself.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, MessageEvent, Worker};

use super::page::Watch;
use super::root::Root;

/// Most workers at once: more are of no use to whoever works beside.
const MOST: u32 = 4;
/// After how many milliseconds without an answer the page reads a file itself.
const PATIENCE: u32 = 10_000;
/// By what name the page's script is asked for the worker's address.
const SCRIPT: &str = "script";

/// The workers. They end when it is dropped.
pub struct Crew {
    members: Vec<Member>,
    turn: Cell<u32>,
}

struct Member {
    worker: Worker,
    /// Who waits for an answer, by turn.
    waiting: Rc<RefCell<Vec<(u32, Function)>>>,
    /// Whether it can still be asked.
    fit: Rc<Cell<bool>>,
    _hears: Watch,
}

impl Drop for Member {
    fn drop(&mut self) {
        self.worker.terminate();
        release(&self.waiting);
    }
}

impl Crew {
    /// Workers with the instruments at these addresses and those in these texts; none where no worker can be had: in a
    /// frame, an element or a file.
    #[must_use]
    pub fn open<'a>(
        root: &Root,
        rubrics: &[(String, String)],
        own: impl Iterator<Item = &'a String>,
    ) -> Option<Self> {
        let addresses: Array = rubrics.iter().map(|(_, address)| JsValue::from_str(address)).collect();
        let texts: Array = own.map(|text| JsValue::from_str(text)).collect();
        let instruments = object(&[("rubrics", addresses.into()), ("own", texts.into())]);
        let window = web_sys::window()?;
        let cores = get(&window.navigator(), "hardwareConcurrency")?.as_f64().unwrap_or(1.0);
        let wanted = (1..=MOST).rev().find(|count| f64::from(*count) <= cores).unwrap_or(1);
        let mut members = Vec::new();
        for _ in 0..wanted {
            let address = root.ask_loader(SCRIPT, "worker")?;
            members.push(Member::start(&address, &instruments)?);
        }
        Some(Self { members, turn: Cell::default() })
    }

    /// How many work at once.
    #[must_use]
    pub fn size(&self) -> usize {
        self.members.len()
    }

    /// The packed row of a file; none where the page has to read it itself.
    pub async fn read(&self, name: &str, file: &Blob) -> Option<Vec<u8>> {
        let fit = self.members.iter().filter(|member| member.fit.get());
        let member = fit.min_by_key(|member| member.waiting.borrow().len())?;
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        let asked = object(&[("turn", turn.into()), ("name", name.into()), ("file", file.into())]);
        let answer = Promise::new(&mut |resolve, _| member.waiting.borrow_mut().push((turn, resolve)));
        if member.worker.post_message(&asked).is_err() {
            member.answer(turn, &JsValue::NULL);
        }
        let silent = {
            let waiting = member.waiting.clone();
            Timeout::new(PATIENCE, move || settle(&waiting, |own| own == turn, &JsValue::NULL))
        };
        let answer = JsFuture::from(answer).await;
        drop(silent);
        let row = answer.ok()?.dyn_into::<Uint8Array>().ok()?;
        Some(row.to_vec())
    }
}

impl Member {
    fn start(address: &JsValue, instruments: &Object) -> Option<Self> {
        let class: Function = get(&js_sys::global(), "Worker")?.dyn_into().ok()?;
        let options = object(&[("type", "module".into())]);
        let made = Reflect::construct(&class, &Array::of2(address, &options)).ok()?;
        let worker: Worker = made.dyn_into().ok()?;
        worker.post_message(instruments).ok()?;
        let waiting: Rc<RefCell<Vec<(u32, Function)>>> = Rc::default();
        let fit = Rc::new(Cell::new(true));
        let (heard, lost, unfit) = (waiting.clone(), waiting.clone(), fit.clone());
        let hears = Watch::default()
            .also(&worker, "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                let (turn, row) = (get(&event.data(), "turn"), get(&event.data(), "row"));
                if let (Some(turn), Some(row)) = (turn.and_then(|turn| turn.as_f64()), row) {
                    settle(&heard, |own| f64::from(own).total_cmp(&turn).is_eq(), &row);
                }
            })
            // It could not be loaded, or stopped.
            .also(&worker, "error", move |event| {
                event.prevent_default();
                unfit.set(false);
                release(&lost);
            });
        Some(Self { worker, waiting, fit, _hears: hears })
    }

    fn answer(&self, turn: u32, row: &JsValue) {
        settle(&self.waiting, |own| own == turn, row);
    }
}

/// Answers the one that waits under a turn.
fn settle(waiting: &RefCell<Vec<(u32, Function)>>, is_meant: impl Fn(u32) -> bool, row: &JsValue) {
    let place = waiting.borrow().iter().position(|(turn, _)| is_meant(*turn));
    if let Some(place) = place {
        let (_, resolve) = waiting.borrow_mut().swap_remove(place);
        let _ = resolve.call1(&JsValue::NULL, row);
    }
}

/// Answers everyone with none.
fn release(waiting: &RefCell<Vec<(u32, Function)>>) {
    for (_, resolve) in waiting.take() {
        let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
    }
}

/// Ends when all of these have.
pub async fn all(work: impl Iterator<Item = impl Future<Output = ()> + 'static>) {
    let started: Array = work
        .map(|one| {
            future_to_promise(async move {
                one.await;
                Ok(JsValue::UNDEFINED)
            })
        })
        .collect();
    // None of them fails.
    let _ = JsFuture::from(Promise::all(&started)).await;
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok()
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A fresh object refuses nothing.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
