//! An instrument: what is asked, what it weighs, and how the result is read.
//!
//! Invariant: a [`Rubric`] exists only after every check of [`Rubric::new`]; it never changes again.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use super::Text;
use super::extremes::{End, part};
use super::number::Range;
use super::problem::Problem;

mod check;
mod draft;
mod probe;
mod question;
mod scale;
mod step;
mod weights;

pub use draft::*;
pub use probe::*;
pub use question::*;
pub use scale::*;
pub use step::*;
pub use weights::{Group, Share};

/// Most digits after the point of a bound multiple.
pub const BOUND_PLACES: u32 = 2;
/// Highest maximum a result may have, in points.
pub const MAX_RESULT: i32 = 1_000;
/// Most dimensions of an instrument.
pub const MAX_DIMENSIONS: usize = 50;
/// Most indicators of an instrument.
pub const MAX_INDICATORS: usize = 2_000;
/// Most samples an item may be answered for.
pub const MAX_SAMPLES: usize = 50;

/// A checked instrument. Clones share what the file says.
#[derive(Clone, Debug)]
pub struct Rubric {
    draft: Rc<Draft>,
    /// The draft it came as, where other weights have been put into it.
    came: Option<Rc<Draft>>,
    groups: Vec<Group>,
    whole: Group,
    scales_of: Vec<Vec<usize>>,
    /// What stands for its scoring rules, once it was asked for.
    digest: OnceCell<Text>,
}

impl PartialEq for Rubric {
    /// Whether one is a clone of the other, reckoned alike. What is read twice is not held text by text.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.draft, &other.draft) && self.groups == other.groups && self.whole == other.whole
    }
}

impl Eq for Rubric {}

impl Deref for Rubric {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.draft
    }
}

impl Rubric {
    /// Checks a draft.
    ///
    /// # Errors
    /// Every problem with its path, all at once: sums that are not 100, bounds that cannot hold,
    /// unknown references, gaps or overlaps of categories, zones that fall, duplicate ids, limits.
    pub fn new(draft: Draft) -> Result<Self, Vec<Problem>> {
        let problems = check::problems(&draft);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self::of(Rc::new(draft)))
    }

    /// The instrument of a draft that was checked, or made from one that was.
    fn of(draft: Rc<Draft>) -> Self {
        let groups = draft
            .dimensions
            .iter()
            .map(|dimension| {
                let weights: Vec<_> = dimension.indicators.iter().filter_map(|i| i.weight.as_ref()).collect();
                Group::of(&weights)
            })
            .collect();
        let weights: Vec<_> = draft.dimensions.iter().map(|dimension| &dimension.weight).collect();
        let whole = Group::of(&weights);
        let place = |id: &Text| draft.scales.iter().position(|scale| scale.id == *id).unwrap_or(0);
        let scales_of = draft
            .dimensions
            .iter()
            .map(|dimension| dimension.indicators.iter().map(|i| place(&i.scale)).collect())
            .collect();
        Self { draft, came: None, groups, whole, scales_of, digest: OnceCell::new() }
    }

    /// The instrument as it came, whatever weights an office has entered.
    #[must_use]
    pub fn shipped(&self) -> Self {
        self.came.as_ref().map_or_else(|| self.clone(), |draft| Self::of(draft.clone()))
    }

    /// What stands for its scoring rules, made when it is first asked for: it never changes, and every saving names it.
    pub fn digest(&self, make: impl FnOnce(&Self) -> Text) -> &Text {
        self.digest.get_or_init(|| make(self))
    }

    /// Whether no office's weights are in it.
    #[must_use]
    pub const fn is_as_it_came(&self) -> bool {
        self.came.is_none()
    }

    /// The same instrument with other weights, each group of them summing to 100 or meant to be scaled to it.
    #[must_use]
    pub(super) fn reweighed(&self, draft: Draft) -> Self {
        Self { came: Some(self.draft.clone()), ..Self::of(Rc::new(draft)) }
    }

    /// The weights inside dimension number `dimension`, scored indicators only, in order.
    #[must_use]
    pub fn group(&self, dimension: usize) -> Option<&Group> {
        self.groups.get(dimension)
    }

    /// The weights of the dimensions.
    #[must_use]
    pub const fn whole(&self) -> &Group {
        &self.whole
    }

    /// The same instrument, reckoned as if the working weights inside one dimension were published; with no
    /// dimension, those of the dimensions themselves.
    #[must_use]
    pub(super) fn settled(&self, dimension: Option<usize>) -> Self {
        let group = dimension.map_or(Some(&self.whole), |place| self.group(place));
        self.with_group(dimension, group.map(Group::settled).unwrap_or_default())
    }

    /// The same instrument, reckoned with another group of weights inside one dimension; with no dimension, for the
    /// dimensions themselves.
    #[must_use]
    pub(super) fn with_group(&self, dimension: Option<usize>, group: Group) -> Self {
        let mut with = self.clone();
        match dimension {
            None => with.whole = group,
            Some(place) => {
                if let Some(own) = with.groups.get_mut(place) {
                    *own = group;
                }
            }
        }
        with
    }

    /// Whether the weight of a dimension in the whole follows from its weight in a subtotal.
    #[must_use]
    pub fn is_derived(&self, dimension: &Dimension) -> bool {
        self.subtotals.iter().any(|subtotal| subtotal.dimensions.contains(&dimension.id))
    }

    /// The scale of an indicator, by the places of its dimension and itself.
    #[must_use]
    pub fn scale_at(&self, dimension: usize, indicator: usize) -> Option<&Scale> {
        let place = *self.scales_of.get(dimension)?.get(indicator)?;
        self.draft.scales.get(place)
    }

    /// The scale of an indicator.
    #[must_use]
    pub fn scale_of(&self, indicator: &Indicator) -> Option<&Scale> {
        self.draft.scales.iter().find(|scale| scale.id == indicator.scale)
    }

    /// The panel an indicator may be answered for.
    #[must_use]
    pub fn panel_of(&self, indicator: &Indicator) -> Option<&Panel> {
        self.draft.panels.iter().find(|panel| panel.id == indicator.panel)
    }

    /// All indicators with the place of their dimension, in the order of the form.
    pub fn indicators(&self) -> impl Iterator<Item = (usize, &Indicator)> {
        self.draft
            .dimensions
            .iter()
            .enumerate()
            .flat_map(|(place, dimension)| dimension.indicators.iter().map(move |i| (place, i)))
    }

    /// The indicator with this id, and the place of its dimension.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<(usize, &Indicator)> {
        self.indicators().find(|(_, indicator)| &*indicator.id == id)
    }

    /// What a full answer to the indicator adds to the result, over the bounds of its weight as far as
    /// the weights beside it leave room, in points. None for indicators that never count.
    #[must_use]
    pub fn worth(&self, id: &str) -> Option<Range> {
        let (place, _) = self.indicator(id)?;
        let group = self.group(place)?;
        let mut scored = self.dimensions.get(place)?.indicators.iter().filter(|i| i.is_scored());
        let at = scored.position(|indicator| &*indicator.id == id)?;
        let points = |end| {
            let staying = |group: &Group| vec![true; group.shares().len()];
            let inner = part(group, &staying(group), at, end)?;
            let outer = part(&self.whole, &staying(&self.whole), place, end)?;
            Some(inner.times(&outer).points(self.maximum))
        };
        Some(Range { low: points(End::Low)?, high: points(End::High)? })
    }

    /// Whether the instrument offers this way of counting.
    #[must_use]
    pub fn offers(&self, mode: Mode) -> bool {
        mode == Mode::PerLevel || self.modes.iter().any(|offered| offered.mode == mode)
    }
}
