//! What the office wants to reach, and what it can do for it, as it chose and typed it.
//!
//! Invariant: what was typed is held as typed; [`Wanted::goal`] goes by what of it can be read.

use super::Text;
use super::assessment::Kept;
use super::map::Map;
use super::number::Decimal;
use super::plan::{Aim, By, Goal, MAX_EFFORT};
use super::rubric::{Indicator, Rubric, StepKind};

/// The goal of an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Id of the category wanted; empty for the next one up.
    pub target: Text,
    /// The figure that has to reach it.
    pub aim: Aim,
    /// What is made least.
    pub by: By,
    /// Whether each sample of an indicator may rise by itself.
    pub each: bool,
    /// The kinds of steps that fit before a date; empty for any.
    pub kinds: Vec<StepKind>,
    /// Ids of indicators that stay as they are this year.
    pub locked: Vec<Text>,
    /// Highest level by indicator id, as far as it can rise this year.
    pub ceilings: Map<Decimal>,
    /// Effort of one step by indicator id, as typed.
    pub efforts: Map<Text>,
    /// When the assessors come, as typed.
    pub visit: Text,
    /// Unknown members.
    pub kept: Kept,
}

/// What to change about the goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WantedEdit {
    /// Want the category with this id; empty for the next one up.
    Target(Text),
    /// Have this figure reach it.
    Aim(Aim),
    /// Make this least.
    By(By),
    /// Say whether samples may rise by themselves.
    Each(bool),
    /// Take only steps of these kinds; none for any.
    Kinds(Vec<StepKind>),
    /// Say whether an indicator stays as it is.
    Lock(Text, bool),
    /// Set how far an indicator can rise; none for all the way.
    Ceiling(Text, Option<Decimal>),
    /// Set the effort of one step, as typed; empty for that of the instrument.
    Effort(Text, Text),
    /// Note when the assessors come, as typed.
    Visit(Text),
}

impl Wanted {
    /// Place of the category wanted, where this instrument has it.
    #[must_use]
    pub fn place(&self, rubric: &Rubric) -> Option<usize> {
        rubric.categories.items.iter().position(|category| category.id == self.target)
    }

    /// The effort of one step of an indicator, by what is typed of it that can be read.
    #[must_use]
    pub fn effort_of(&self, indicator: &Indicator) -> u16 {
        let own = self.efforts.get(&indicator.id).and_then(|typed| effort(typed));
        own.unwrap_or_else(|| indicator.step_effort())
    }

    /// Whether another figure than the point is aimed at, or something keeps indicators from rising.
    #[must_use]
    pub fn is_bound(&self) -> bool {
        let free = self.kinds.is_empty() && self.locked.is_empty() && self.ceilings.is_empty();
        self.aim != Aim::Point || !free
    }

    /// The goal, as far as it can be read with this instrument.
    #[must_use]
    pub fn goal(&self, rubric: &Rubric) -> Goal {
        let mut efforts = Map::new();
        for (id, typed) in self.efforts.iter() {
            if let Some(effort) = effort(typed) {
                efforts.insert(id.clone(), effort);
            }
        }
        Goal {
            target: self.place(rubric),
            aim: self.aim,
            by: self.by,
            each: self.each,
            kinds: self.kinds.clone(),
            locked: self.locked.clone(),
            ceilings: self.ceilings.clone(),
            efforts,
        }
    }
}

/// The effort that a text names: a whole number from 1 to [`MAX_EFFORT`].
#[must_use]
pub fn effort(typed: &str) -> Option<u16> {
    typed.trim().parse().ok().filter(|effort| (1..=MAX_EFFORT).contains(effort))
}

impl WantedEdit {
    /// Makes the change.
    pub fn apply(&self, wanted: &mut Wanted) {
        match self {
            Self::Target(id) => wanted.target = id.clone(),
            Self::Aim(aim) => wanted.aim = *aim,
            Self::By(by) => wanted.by = *by,
            Self::Each(each) => wanted.each = *each,
            Self::Kinds(kinds) => wanted.kinds.clone_from(kinds),
            Self::Lock(id, locked) => {
                wanted.locked.retain(|other| other != id);
                if *locked {
                    wanted.locked.push(id.clone());
                }
            }
            Self::Ceiling(id, Some(level)) => drop(wanted.ceilings.insert(id.clone(), *level)),
            Self::Ceiling(id, None) => drop(wanted.ceilings.remove(id)),
            Self::Effort(id, typed) if typed.is_empty() => drop(wanted.efforts.remove(id)),
            Self::Effort(id, typed) => drop(wanted.efforts.insert(id.clone(), typed.clone())),
            Self::Visit(text) => wanted.visit = text.clone(),
        }
    }

    /// Whether this change continues the typing of `earlier`.
    #[must_use]
    pub fn continues(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Visit(_), Self::Visit(_)) => true,
            (Self::Effort(new, _), Self::Effort(old, _)) => new == old,
            _ => false,
        }
    }
}
