//! Views drawn of a document whose every text turns the line around.
//!
//! Invariant: what stands in a box is as it was typed; all else that is read shows such a character as its code.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::{BaseComponent, Callback, LocalServerRenderer};

use super::*;
use crate::domain::Text;
use crate::domain::assessment::Assessment;
use crate::domain::map::Map;
use crate::format::json::is_hidden;
use crate::format::{document, rubric};
use crate::state::Work;

/// Members that hold what someone wrote.
const WRITTEN: [&str; 22] = [
    "action",
    "at",
    "by",
    "date",
    "due",
    "evidence",
    "finding",
    "ground",
    "indicator",
    "name",
    "note",
    "number",
    "output",
    "pemda",
    "reason",
    "responsible",
    "returned",
    "rubric",
    "sent",
    "sha256",
    "title",
    "where",
];

fn text(name: &str) -> String {
    std::fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Everything an assessment can hold, each text with a character that turns what follows around.
fn hostile() -> Work {
    let mut file = String::new();
    for line in text("tests/fixtures/full-1.0.json").lines() {
        let member = line.trim().strip_prefix('"').and_then(|rest| rest.split_once("\": \""));
        let turned = member.filter(|(name, _)| WRITTEN.contains(name) || name.ends_with("At"));
        file.push_str(&match turned {
            Some((name, _)) => {
                line.replacen(&format!("\"{name}\": \""), &format!("\"{name}\": \"\u{202e}"), 1)
            }
            None => line.to_owned(),
        });
        file.push('\n');
    }
    let opened = document::open(file.as_bytes()).unwrap();
    let rubric = rubric::decode(&text(&format!("rubrics/{}.json", opened.rubric().id))).unwrap();
    let read = opened.read(&rubric).unwrap();
    assert!(read.problems.iter().filter(|problem| problem.kind.code() == "hiddenCharacters").count() > 60);
    let assessment = Assessment { practice: false, part: Text::default(), ..read.assessment };
    Work::on(rubric.into(), assessment.into())
}

/// What is drawn, as HTML. Nothing here waits.
fn drawn<V: BaseComponent>(props: V::Properties) -> String {
    let mut html = pin!(LocalServerRenderer::<V>::with_props(props).hydratable(false).render());
    match html.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => html,
        Poll::Pending => panic!("a view waits"),
    }
}

/// The texts of a page, without what stands in boxes.
fn read(html: &str) -> String {
    let mut texts = String::new();
    for piece in html.split('<').filter(|piece| !piece.starts_with("textarea")) {
        texts.push_str(piece.split_once('>').map_or("", |(_, text)| text));
        texts.push('\n');
    }
    texts
}

macro_rules! sound {
    ($view:ty, $props:expr, $codes:literal) => {
        let texts = read(&drawn::<$view>($props));
        let hidden =
            texts.lines().find(|line| line.chars().any(|letter| letter != '\t' && is_hidden(letter)));
        assert_eq!(hidden, None, "{}", stringify!($view));
        let codes = texts.matches("\\u{202e}").count();
        assert!(codes >= $codes, "{} shows {codes}", stringify!($view));
    };
}

#[test]
fn no_text_of_a_file_turns_around_what_the_page_says() {
    let (work, today) = (hostile(), None);
    let (edit, dispatch, ask) = (Callback::noop, Callback::noop, Callback::noop);
    for locked in [false, true] {
        let work = || work.clone();
        sound!(
            milestones::MilestonesView,
            milestones::MilestonesProps {
                work: work(),
                library: Map::default(),
                catalog: Vec::new().into(),
                held: Map::default(),
                locked,
                edit: edit(),
                dispatch: dispatch(),
                ask: ask(),
            },
            8
        );
        sound!(
            actions::ActionsView,
            actions::ActionsProps {
                work: work(),
                today,
                locked,
                edit: edit(),
                dispatch: dispatch(),
                ask: ask()
            },
            15
        );
        sound!(
            verification::VerificationView,
            verification::VerificationProps {
                work: work(),
                list: "semua".into(),
                locked,
                from_recap: false,
                edit: edit(),
                ask: ask(),
            },
            100
        );
        sound!(
            result::ResultView,
            result::ResultProps {
                work: work(),
                whole: true,
                library: Map::default(),
                catalog: Vec::new().into(),
                today,
                locked,
                edit: edit(),
                ask: ask(),
            },
            5
        );
    }
}
