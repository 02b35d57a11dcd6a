//! What lies under every view of ours: Yew and five radios, and the core without a view. An instrument and a document are
//! read, the score is reckoned with both ranges, the document is written and kept.

mod form;

use swanilai::domain::scorecard::Scorecard;
use swanilai::edge::storage::Drafts;
use swanilai::format::{document, rubric};

/// All of the core once, from what is kept here: nothing the compiler could reckon beforehand.
fn work() -> Option<usize> {
    let drafts = Drafts::open("");
    let stored = drafts.load_all().pop()?;
    let rubric = rubric::decode(&drafts.setting("rubric")?).ok()?;
    let decoded = document::open(stored.text.as_bytes()).ok()?.read(&rubric).ok()?;
    let given = Scorecard::of(&rubric, &decoded.assessment).given;
    let stamp = document::Stamp { app_version: &stored.at, saved_at: &stored.at };
    let text = document::encode(&decoded.assessment, &rubric, &stamp);
    drafts.save(&stored.id, &text, &stored.at).ok()?;
    Some(given + decoded.problems.len())
}

fn main() {
    if work().is_none() {
        yew::Renderer::<form::Form>::new().render();
    }
}
