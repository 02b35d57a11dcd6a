//! Shares of one office: who prepares which indicators, and the document each of them is sent.
//!
//! Invariant: a share names a post and indicators; what was answered for them stands in `answers` alone.

use std::rc::Rc;

use super::Text;
use super::assessment::{Answer, Assessment, Kept, Sample};
use super::edit::{AnswerEdit, Field};
use super::map::Map;
use super::merge;
use super::rubric::Rubric;
use super::scorecard::Progress;
use super::scorecard::item::Item;

/// Most shares of one assessment.
pub const MAX_PARTS: usize = 100;

/// One post's share of the indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Unique within the assessment.
    pub id: Text,
    /// Who prepares it: a post, never a name.
    pub by: Text,
    /// The indicators, by id.
    pub indicators: Vec<Text>,
    /// When it was last handed out; may be empty.
    pub sent: Text,
    /// When what came back of it was last changed; empty before anything came back.
    pub returned: Text,
    /// Unknown members.
    pub kept: Kept,
}

impl Part {
    /// The same share, of which nothing went out yet.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self { sent: Text::default(), returned: Text::default(), ..self.clone() }
    }

    /// Whether an answer in its document was given there, and not before it went out. One without a time came along.
    #[must_use]
    pub fn gave(&self, answer: &Answer) -> bool {
        !answer.at.is_empty() && answer.at > self.sent
    }
}

/// One change to the shares, or to what came back of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartEdit {
    /// Add a share for a post that has none.
    Add(Text),
    /// Name the post of the share with this id; a blank name, or one that has another share, changes nothing.
    Name(Text, Text),
    /// Remove the share with this id.
    Remove(Text),
    /// Put indicators into the share with this id, or take them out.
    Assign(Text, Vec<Text>, bool),
    /// Note that the share with this id was handed out now.
    Send(Text),
    /// Merge what came back.
    Merge(Vec<Rc<Assessment>>),
    /// Choose one of the answers that stand side by side for an indicator.
    Decide(Text, Rc<Answer>),
}

impl PartEdit {
    pub(super) fn apply(&self, assessment: &mut Assessment, at: &Text) {
        let parts = &mut assessment.parts;
        match self {
            // One more could not be read again.
            Self::Add(_) if parts.len() >= MAX_PARTS => {}
            // Of two shares of one post each would correct what the other says.
            Self::Add(by) if has_share(parts, by, "") => {}
            Self::Name(id, by) if has_share(parts, by, id) => {}
            Self::Add(by) => {
                let id = fresh(parts, at);
                parts.push(Part { id, by: by.clone(), ..Part::default() });
            }
            Self::Remove(id) => parts.retain(|part| part.id != *id),
            Self::Name(id, _) | Self::Assign(id, ..) | Self::Send(id) => {
                if let Some(part) = parts.iter_mut().find(|part| part.id == *id) {
                    self.change(part, at);
                }
            }
            Self::Merge(returned) => {
                for part in returned {
                    // What does not fit was told before; it changes nothing.
                    let _ = merge::merge(assessment, part);
                }
            }
            Self::Decide(id, chosen) => merge::decide(assessment, id, chosen),
        }
    }

    /// Changes one share.
    fn change(&self, part: &mut Part, at: &Text) {
        match self {
            Self::Name(_, by) if !by.trim().is_empty() => part.by = by.clone(),
            Self::Assign(_, indicators, wanted) => {
                part.indicators.retain(|own| !indicators.contains(own));
                if *wanted {
                    part.indicators.extend(indicators.iter().cloned());
                }
            }
            Self::Send(_) => part.sent = at.clone(),
            _ => {}
        }
    }
}

/// Whether a post has a share, beside the one with the id `but`; letters differ by no size, words by no room between them.
#[must_use]
pub fn has_share(parts: &[Part], by: &str, but: &str) -> bool {
    let words =
        |post: &str| -> Vec<String> { post.split_whitespace().map(str::to_ascii_lowercase).collect() };
    let wanted = words(by);
    parts.iter().any(|part| *part.id != *but && words(&part.by) == wanted)
}

/// An id from the time, so that no share that is out still is taken for one made after it was removed.
fn fresh(parts: &[Part], at: &str) -> Text {
    let mut id: String = at.chars().filter(char::is_ascii_digit).take(14).collect();
    while id.is_empty() || parts.iter().any(|part| *part.id == *id) {
        id.push('1');
    }
    id.into()
}

/// Puts the post that the share is for beneath an answer changed in it, unless another was put there meanwhile. An answer
/// that was made blank leaves a mark, or nobody would be told.
pub(super) fn sign(after: &mut Assessment, before: &Assessment, id: &Text, edit: &AnswerEdit) {
    if !before.is_part() {
        return merge::changed_here(after, id);
    }
    let Some(share) = before.share().filter(|_| !matches!(edit, AnswerEdit::Write(Field::By, _))) else {
        return;
    };
    let was = before.answer(id);
    if was.is_some_and(|answer| share.gave(answer) && !answer.by.is_empty() && answer.by != share.by)
        && after.answers.contains_key(id)
    {
        return;
    }
    let mark = Answer { by: share.by.clone(), at: after.updated_at.clone(), ..Answer::default() };
    let held = after.answers.get(id).map_or_else(|| mark.clone(), |held| (**held).clone());
    let signed = Answer { by: share.by.clone(), ..held };
    if was.is_none() && merge::is_emptied(&signed) {
        after.answers.remove(id);
    } else {
        after.answers.insert(id.clone(), signed.into());
    }
}

impl Assessment {
    /// Whether it is one share, and so says nothing of the office as a whole.
    #[must_use]
    pub fn is_part(&self) -> bool {
        !self.part.is_empty()
    }

    /// The share that it is.
    #[must_use]
    pub fn share(&self) -> Option<&Part> {
        self.parts.iter().find(|part| self.is_part() && part.id == self.part)
    }

    /// What it is kept under on a device: its id, and of a share that as well, so that neither takes the place of the other.
    #[must_use]
    pub fn kept_under(&self) -> Text {
        if self.is_part() { [&*self.id, "~", &*self.part].concat().into() } else { self.id.clone() }
    }

    /// Whether there is no room for another share.
    #[must_use]
    pub fn parts_are_full(&self) -> bool {
        self.parts.len() >= MAX_PARTS
    }

    /// Whether answers to this indicator wait for a choice.
    #[must_use]
    pub fn is_open(&self, indicator: &str) -> bool {
        self.conflicts.get(indicator).is_some_and(|conflict| !conflict.answers.is_empty())
    }

    /// How many indicators wait for a choice.
    #[must_use]
    pub fn open_count(&self) -> usize {
        self.conflicts.keys().filter(|id| self.is_open(id)).count()
    }
}

/// How many of a share's indicators have nothing left to answer.
#[must_use]
pub fn progress(rubric: &Rubric, assessment: &Assessment, part: &Part) -> Progress {
    let mut progress = Progress::default();
    for (_, indicator) in rubric.indicators().filter(|(_, one)| part.indicators.contains(&one.id)) {
        progress.total += 1;
        let scale = rubric.scale_of(indicator);
        let answered = scale.is_some_and(|scale| Item::of(rubric, indicator, scale, assessment).answered);
        progress.answered += usize::from(answered);
    }
    progress
}

/// The same with what came back and waits for a choice, and how many of them wait.
#[must_use]
pub fn arrived(rubric: &Rubric, assessment: &Assessment, part: &Part) -> (Progress, usize) {
    let mut progress = progress(rubric, assessment, part);
    let waits = |id: &&Text| assessment.is_open(id) && rubric.indicator(id).is_some();
    let waiting = part.indicators.iter().filter(waits).count();
    progress.answered = progress.total.min(progress.answered + waiting);
    (progress, waiting)
}

/// The document that goes out for a share: its indicators' answers, the samples they are asked of, and the instrument.
#[must_use]
pub fn cut_out(rubric: &Rubric, whole: &Assessment, part: &Part) -> Assessment {
    let mut answers = Map::new();
    for id in &part.indicators {
        if let Some(answer) = whole.answers.get(id) {
            answers.insert(id.clone(), answer.clone());
        }
    }
    let mut samples: Vec<Sample> = Vec::new();
    for panel in &rubric.panels {
        let asks = |id: &Text| rubric.indicator(id).is_some_and(|(_, one)| one.panel == panel.id);
        if part.indicators.iter().any(asks) {
            samples.extend(whole.samples_of(rubric, panel).cloned());
        }
    }
    Assessment {
        id: whole.id.clone(),
        part: part.id.clone(),
        parts: vec![Part { sent: part.sent.clone(), ..part.anew() }],
        rubric: whole.rubric.clone(),
        unit: whole.unit.clone(),
        assessment_year: whole.assessment_year,
        data_year: whole.data_year,
        mode: whole.mode,
        example: whole.example,
        created_at: whole.created_at.clone(),
        updated_at: whole.updated_at.clone(),
        samples,
        answers,
        ..Assessment::default()
    }
}
