//! Instruments and answers drawn from bytes.
//!
//! Invariant: any bytes give an instrument that `Rubric::new` takes; a byte changed changes one throw.

use crate::it::random::{AnswerSeed, AnswersSeed, DraftSeed, IndicatorSeed, Seeds, WeightSeed};

/// Most indicators of an instrument drawn here.
const MOST: usize = 20;

/// What is left of the bytes; noughts follow.
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `sides`, at most 256.
    fn below(&mut self, sides: usize) -> usize {
        usize::from(self.byte()) % sides
    }

    fn small(&mut self, sides: u8) -> u8 {
        self.byte() % sides
    }

    /// A number from `least` to `most`, a few thousand apart.
    fn between(&mut self, least: i64, most: i64) -> i64 {
        let wide = i64::from(u16::from_le_bytes([self.byte(), self.byte()]));
        least + wide % (most - least + 1)
    }

    fn flag(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    fn flags(&mut self, count: usize) -> Vec<bool> {
        (0..count).map(|_| self.flag()).collect()
    }

    fn weight(&mut self) -> WeightSeed {
        (self.between(1, 999), self.small(5), self.between(1, 100), self.between(100, 10_000))
    }

    fn indicator(&mut self) -> IndicatorSeed {
        let counts = (self.below(6), self.below(4), self.below(3), self.below(3));
        // Most may leave; few are always assumed or unscored.
        let flags = (!self.byte().is_multiple_of(5), self.byte() % 7 == 6, self.byte() % 10 == 9);
        (counts.0, counts.1, counts.2, counts.3, flags)
    }

    /// An instrument.
    pub fn draft(&mut self) -> DraftSeed {
        let dimensions = 1 + self.below(4);
        let group = |bytes: &mut Self| {
            let weight = bytes.weight();
            let indicators = 1 + bytes.below(MOST / 4);
            (weight, (0..indicators).map(|_| (bytes.indicator(), bytes.weight())).collect())
        };
        let groups = (0..dimensions).map(|_| group(self)).collect();
        let subtotals = self.below(3);
        (groups, self.small(3), self.flag(), (0..subtotals).map(|_| self.flags(4)).collect())
    }

    /// Answers to it.
    pub fn answers(&mut self) -> AnswersSeed {
        let switches = (self.flags(6), self.flag(), self.flag());
        let answers = (0..MOST).map(|_| (!self.byte().is_multiple_of(7), self.answer())).collect();
        (answers, switches.0, switches.1, switches.2)
    }

    fn answer(&mut self) -> Seeds {
        let alone = (self.choice(), self.flag());
        let samples = (0..6).map(|_| self.choice()).collect();
        let criteria = (0..3).map(|_| self.small(5)).collect();
        (alone, samples, criteria, (self.byte() % 5 == 4, (0..3).map(|_| self.small(3)).collect()))
    }

    fn choice(&mut self) -> AnswerSeed {
        let kind = [0, 1, 1, 1, 2, 3][self.below(6)];
        (kind, self.between(0, 65_535))
    }
}
