//! What each answer comes to, by the law of samples, criteria and *tidak relevan*.
//!
//! Invariant: every indicator is a list of marks, and each figure a mean of them.

use swanilai::domain::assessment::{Assessment, Choice, EvidenceState, Met, Sample};
use swanilai::domain::rubric::{Draft, Indicator, Mode, ScaleKind};

use super::exact::{Frac, sum};

/// One question asked once: of the indicator, of a sample, or of a criterion.
enum Mark {
    Given(Frac),
    Blank,
    Leaving,
}

/// An indicator as parts of 1.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Resolved {
    pub low: Frac,
    pub high: Frac,
    pub point: Option<Frac>,
    pub supported: Option<Frac>,
    pub counts: bool,
    pub leaves: bool,
    pub blank: bool,
    pub assumed: bool,
}

fn ends_of(draft: &Draft, indicator: &Indicator) -> (Frac, Frac, Vec<Frac>, bool) {
    let scale = draft.scales.iter().find(|scale| scale.id == indicator.scale).expect("a scale");
    match &scale.kind {
        ScaleKind::Levels(levels) => {
            let values: Vec<_> = levels.iter().map(|level| Frac::of(level.value)).collect();
            (values[0].clone(), values[values.len() - 1].clone(), values, false)
        }
        ScaleKind::Continuous { minimum, maximum, .. } => {
            (Frac::of(*minimum), Frac::of(*maximum), Vec::new(), true)
        }
    }
}

pub fn resolve(draft: &Draft, indicator: &Indicator, assessment: &Assessment) -> Resolved {
    let (minimum, maximum, levels, continuous) = ends_of(draft, indicator);
    let answer = assessment.answers.get(&indicator.id).map(|held| (**held).clone()).unwrap_or_default();
    let mark = |choice: Option<&Choice>| match choice {
        Some(Choice::NotApplicable) if indicator.not_applicable => Mark::Leaving,
        Some(Choice::Level(given)) if !continuous && levels.contains(&Frac::of(*given)) => {
            Mark::Given(Frac::of(*given) / maximum.clone())
        }
        Some(Choice::Value(given))
            if continuous && minimum <= Frac::of(*given) && Frac::of(*given) <= maximum =>
        {
            Mark::Given(Frac::of(*given) / maximum.clone())
        }
        _ => Mark::Blank,
    };
    let offered = draft.modes.iter().any(|offered| offered.mode == Mode::PerCriterion);
    let counts_criteria = assessment.mode == Mode::PerCriterion && offered && !indicator.criteria.is_empty();
    let panel = draft.panels.iter().find(|panel| panel.id == indicator.panel);
    let samples: Vec<_> = panel.map_or(Vec::new(), |panel| {
        let first = draft.panels.iter().find(|other| other.kind == panel.kind).expect("itself at least");
        let home = |id: &str| if id.is_empty() { first.id.to_string() } else { id.to_owned() };
        let of_panel = |s: &&Sample| s.kind == panel.kind && home(&s.panel) == *panel.id;
        assessment.samples.iter().filter(of_panel).collect()
    });
    let whole = mark(answer.choice.as_ref());
    let mut worst = minimum.clone() / maximum.clone();
    let marks = if matches!(whole, Mark::Leaving) {
        vec![whole]
    } else if counts_criteria {
        worst = Frac::whole(0);
        let met = |id| match answer.criteria.get(id) {
            Some(Met::Yes) => Mark::Given(Frac::whole(1)),
            Some(Met::Partly) => Mark::Given(Frac::new(1, 2)),
            Some(Met::No) => Mark::Given(Frac::whole(0)),
            None => Mark::Blank,
        };
        indicator.criteria.iter().map(|criterion| met(&criterion.id)).collect()
    } else if answer.choice.is_none() && !samples.is_empty() {
        samples.iter().map(|sample| mark(answer.samples.get(&sample.id))).collect()
    } else {
        vec![whole]
    };
    let average = |blank: Option<&Frac>| {
        let counted = marks.iter().filter_map(|mark| match mark {
            Mark::Given(given) => Some(given.clone()),
            Mark::Blank => blank.cloned(),
            Mark::Leaving => None,
        });
        let counted: Vec<_> = counted.collect();
        (!counted.is_empty()).then(|| sum(counted.iter().cloned()) / Frac::new(counted.len(), 1))
    };
    // Days written year first stand in the order of their texts.
    let now = &assessment.updated_at;
    let over = |until: &str| until.len() == 10 && now.get(..10).is_some_and(|day| until < day);
    let good = |asked: Option<&str>| {
        let fits = |title: &str| asked.is_none_or(|asked| asked == title);
        answer
            .evidence
            .iter()
            .any(|held| held.state == EvidenceState::Good && fits(&held.asked) && !over(&held.valid_until))
    };
    let assumed = answer.assumed || indicator.always_assumed;
    let counts = if indicator.evidence.is_empty() {
        !assumed || good(None)
    } else {
        indicator.evidence.iter().all(|asked| good(Some(asked)))
    };
    let point = average(None);
    Resolved {
        low: average(Some(&worst)).unwrap_or(Frac::whole(0)),
        high: average(Some(&Frac::whole(1))).unwrap_or(Frac::whole(1)),
        counts: counts && point.is_some(),
        supported: point.clone().map(|point| if counts { point } else { worst }),
        leaves: marks.iter().all(|mark| matches!(mark, Mark::Leaving)),
        blank: marks.iter().any(|mark| matches!(mark, Mark::Blank)),
        assumed: assumed && point.is_some(),
        point,
    }
}
