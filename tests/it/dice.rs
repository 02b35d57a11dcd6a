//! Chance that falls the same way every time.
//!
//! Invariant: the same seed gives the same throws on every machine.

/// A linear congruential generator; good enough to vary inputs.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `sides`, which is above nought.
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    /// One of a few.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.throw(from.len())]
    }

    /// True once in `sides` throws.
    pub fn once_in(&mut self, sides: usize) -> bool {
        self.throw(sides) == 0
    }
}
