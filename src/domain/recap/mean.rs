//! Means over offices, and how many of them are in which category.
//!
//! Invariant: means are those of [`pemda_score`]; what an instrument refuses to average is never averaged here.

use super::row::{Own, Row};
use super::{NoPemdaScore, pemda_score};
use crate::domain::Text;
use crate::domain::number::{Range, Score};
use crate::domain::rubric::Rubric;
use crate::domain::scorecard::Figure;
use crate::domain::standing::{Span, Standing};

/// A mean over offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mean {
    /// Low ends, points and high ends, each averaged by itself. The point is over the offices that have one.
    pub figure: Figure,
    /// How many offices have a point.
    pub units: usize,
    /// How many offices have low and high ends.
    pub ranged: usize,
    /// What can be said of category and zone.
    pub standing: Standing,
}

/// The columns side by side. Each is none where no office has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// By the offices themselves; its ranges are over all offices, whether something is answered or not.
    pub own: Option<Mean>,
    /// The same as far as documents support it.
    pub supported: Option<Mean>,
    /// Verified.
    pub verified: Option<Mean>,
    /// Published.
    pub official: Option<Mean>,
}

/// What a local government comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PemdaScore {
    /// Its name as the first file writes it; empty where none names one.
    pub pemda: Text,
    /// How many offices count.
    pub units: usize,
    /// The columns, or why there are none.
    pub sides: Result<Sides, NoPemdaScore>,
}

impl PemdaScore {
    /// The score of a local government over these offices.
    #[must_use]
    pub fn of(rubric: &Rubric, rows: &[&Row]) -> Self {
        let pemda = rows.iter().map(|row| &row.pemda).find(|pemda| !pemda.trim().is_empty());
        Self { pemda: pemda.cloned().unwrap_or_default(), units: rows.len(), sides: sides(rubric, rows) }
    }
}

impl Mean {
    /// The point, where each of so many offices has one: what can be held against a published figure.
    #[must_use]
    pub fn whole(&self, units: usize) -> Option<Score> {
        self.figure.point.filter(|_| self.units == units)
    }

    /// From the mean of low to that of high ends, where each of so many offices has them: of fewer it would say nothing
    /// about all.
    #[must_use]
    pub fn range(&self, units: usize) -> Option<Range> {
        (self.ranged == units).then_some(self.figure.full)
    }

    /// The mean of figures; none where there are none.
    fn of(rubric: &Rubric, figures: &[Figure], counts: (usize, usize)) -> Result<Option<Self>, NoPemdaScore> {
        if figures.is_empty() {
            return Ok(None);
        }
        let mean = |pick: &dyn Fn(&Figure) -> Option<Score>| {
            let scores: Vec<Score> = figures.iter().filter_map(pick).collect();
            match pemda_score(rubric, &scores) {
                Err(NoPemdaScore::NoUnits) => Ok((None, 0)),
                other => other.map(|score| (Some(score), scores.len())),
            }
        };
        let end = |pick: fn(&Figure) -> Score| {
            mean(&|figure| Some(pick(figure))).map(|(score, _)| score.unwrap_or_default())
        };
        let (point, units) = mean(&|figure| figure.point)?;
        let figure = Figure {
            point,
            answers: Range {
                low: end(|figure| figure.answers.low)?,
                high: end(|figure| figure.answers.high)?,
            },
            full: Range { low: end(|figure| figure.full.low)?, high: end(|figure| figure.full.high)? },
        };
        let standing = Standing::of(rubric, &figure, counts.0, counts.1, Vec::new());
        Ok(Some(Self { figure, units, ranged: figures.len(), standing }))
    }
}

/// A figure that is one score.
fn lone(score: Score) -> Figure {
    let range = Range { low: score, high: score };
    Figure { point: Some(score), answers: range, full: range }
}

fn sides(rubric: &Rubric, rows: &[&Row]) -> Result<Sides, NoPemdaScore> {
    if rows.is_empty() {
        // Where the rule refuses, that is the better reason.
        pemda_score(rubric, &[])?;
    }
    pemda_score(rubric, &[Score::default()])?;
    let own: Vec<&Own> = rows.iter().filter_map(|row| row.own.as_ref()).collect();
    let counts = (own.iter().map(|own| own.assumed).sum(), own.iter().map(|own| own.not_relevant).sum());
    let figures: Vec<Figure> = own.iter().map(|own| own.figure).collect();
    let supported: Vec<Figure> = own.iter().filter_map(|own| own.supported.map(lone)).collect();
    let verified: Vec<Figure> = rows.iter().filter_map(|row| row.verified).collect();
    let official: Vec<Figure> = rows.iter().filter_map(|row| row.official.map(lone)).collect();
    Ok(Sides {
        own: Mean::of(rubric, &figures, counts)?,
        supported: Mean::of(rubric, &supported, (0, 0))?,
        verified: Mean::of(rubric, &verified, (0, 0))?,
        official: Mean::of(rubric, &official, (0, 0))?,
    })
}

/// How many offices are in which category, the highest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// By the offices themselves, where their statement names one category.
    pub own: Vec<usize>,
    /// How many of them cannot be told yet.
    pub open: usize,
    /// Verified, by the point.
    pub verified: Vec<usize>,
    /// Published.
    pub official: Vec<usize>,
}

impl Distribution {
    /// The distribution of these offices.
    #[must_use]
    pub fn of(rubric: &Rubric, rows: &[&Row]) -> Self {
        let none = vec![0; rubric.categories.items.len()];
        let mut all = Self { own: none.clone(), open: 0, verified: none.clone(), official: none };
        let add = |counts: &mut Vec<usize>, place: usize| {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        };
        for row in rows {
            if let Some(own) = &row.own {
                match own.standing(rubric).category {
                    Span::One(place) if own.figure.point.is_some() => add(&mut all.own, place),
                    _ => all.open += 1,
                }
            }
            if let Some(point) = row.verified.and_then(|figure| figure.point) {
                add(&mut all.verified, rubric.categories.place(point));
            }
            if let Some(score) = row.official {
                add(&mut all.official, rubric.categories.place(score));
            }
        }
        all
    }
}
