//! Whole numbers from nought up, of any size: what exact means need, and nothing more.
//!
//! Invariant: nothing overflows or rounds, and equal numbers have equal limbs. A general library would be
//! a tenth of the page for signs, roots and quick products of numbers far longer than any here.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul};

/// A whole number from nought up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole(Held);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Held {
    /// It fits a word of the machine, as nearly all do until dimensions are brought together.
    Word(u64),
    /// Limbs of 32 bits, the lowest first, the last one never nought; always more than two.
    Limbs(Vec<u32>),
}

/// The lowest 32 bits.
const fn low(bits: u64) -> u32 {
    (bits & 0xffff_ffff) as u32
}

/// The limbs of a number, without noughts at the end.
enum Limbs<'a> {
    Own([u32; 2], usize),
    Of(&'a [u32]),
}

impl std::ops::Deref for Limbs<'_> {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        match self {
            Self::Own(limbs, count) => limbs.get(..*count).unwrap_or_default(),
            Self::Of(limbs) => limbs,
        }
    }
}

impl Whole {
    /// The number of these limbs, whose last ones may be nought.
    fn of(mut limbs: Vec<u32>) -> Self {
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        match limbs.as_slice() {
            [] => Self(Held::Word(0)),
            [one] => Self(Held::Word(u64::from(*one))),
            [one, two] => Self(Held::Word((u64::from(*two) << 32) | u64::from(*one))),
            _ => Self(Held::Limbs(limbs)),
        }
    }

    fn limbs(&self) -> Limbs<'_> {
        match &self.0 {
            Held::Limbs(limbs) => Limbs::Of(limbs),
            Held::Word(word) => {
                let count = if *word >> 32 > 0 { 2 } else { usize::from(*word > 0) };
                Limbs::Own([low(*word), low(*word >> 32)], count)
            }
        }
    }

    /// Both as words, where both are.
    const fn words(&self, other: &Self) -> Option<(u64, u64)> {
        match (&self.0, &other.0) {
            (Held::Word(one), Held::Word(other)) => Some((*one, *other)),
            _ => None,
        }
    }

    /// Two limbs as one, above `skip` others.
    fn pair(&self, skip: usize) -> u64 {
        let limbs = self.limbs();
        let limb = |at: usize| limbs.get(at).map_or(0, |limb| u64::from(*limb));
        (limb(skip + 1) << 32) | limb(skip)
    }

    /// The number less a part of it; nought where it is no part.
    #[must_use]
    pub fn less(&self, part: &Self) -> Self {
        if let Some((own, part)) = self.words(part) {
            return Self(Held::Word(own.saturating_sub(part)));
        }
        let (own, part) = (self.limbs(), part.limbs());
        let mut limbs = Vec::with_capacity(own.len());
        let mut borrowed = 0;
        for (at, limb) in own.iter().enumerate() {
            let taken = part.get(at).map_or(0, |limb| u64::from(*limb)) + borrowed;
            let lent = (1 << 32) + u64::from(*limb) - taken;
            borrowed = 1 - (lent >> 32);
            limbs.push(low(lent));
        }
        if borrowed == 0 && part.len() <= own.len() { Self::of(limbs) } else { Self::default() }
    }

    /// Bytes that hold the number.
    #[must_use]
    pub fn size(&self) -> usize {
        self.limbs().len() * 4
    }

    /// How many times `den` goes into the number; none where `den` is nought or goes into it so often that
    /// the answer needs more than 64 bits, and perhaps where it needs more than 32.
    #[must_use]
    pub fn times_of(&self, den: &Self) -> Option<u64> {
        if let Some((own, den)) = self.words(den) {
            return own.checked_div(den);
        }
        if den > self {
            return Some(0);
        }
        // The highest limbs alone leave hardly any choice; what they leave is tried.
        let skip = self.limbs().len().saturating_sub(2);
        let (num, top) = (self.pair(skip), den.pair(skip));
        let mut most = num.checked_div(top)?;
        let mut least = num / top.saturating_add(1);
        while least < most {
            let middle = most - (most - least) / 2;
            if &(den * &Self::from(middle)) <= self {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        Some(least)
    }
}

impl Default for Whole {
    fn default() -> Self {
        Self(Held::Word(0))
    }
}

impl From<u64> for Whole {
    fn from(number: u64) -> Self {
        Self(Held::Word(number))
    }
}

impl From<i64> for Whole {
    /// A number below nought, which no weight and no answer is, counts as nought.
    fn from(number: i64) -> Self {
        Self::from(u64::try_from(number).unwrap_or(0))
    }
}

impl fmt::Display for Whole {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = self.limbs().to_vec();
        let mut text = String::new();
        while left.last().is_some() {
            let mut rest = 0;
            for limb in left.iter_mut().rev() {
                rest = (rest << 32) | u64::from(*limb);
                *limb = low(rest / 10);
                rest %= 10;
            }
            text.insert(0, char::from_digit(low(rest), 10).unwrap_or('0'));
            while left.last() == Some(&0) {
                left.pop();
            }
        }
        out.write_str(if text.is_empty() { "0" } else { &text })
    }
}

impl Ord for Whole {
    fn cmp(&self, other: &Self) -> Ordering {
        if let Some((own, other)) = self.words(other) {
            return own.cmp(&other);
        }
        let (own, other) = (self.limbs(), other.limbs());
        let highest_first = || own.iter().rev().cmp(other.iter().rev());
        own.len().cmp(&other.len()).then_with(highest_first)
    }
}

impl PartialOrd for Whole {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Add for &Whole {
    type Output = Whole;

    fn add(self, other: Self) -> Whole {
        if let Some(sum) = self.words(other).and_then(|(own, other)| own.checked_add(other)) {
            return Whole::from(sum);
        }
        let (own, other) = (self.limbs(), other.limbs());
        let (long, short) = if own.len() < other.len() { (other, own) } else { (own, other) };
        let mut limbs = Vec::with_capacity(long.len() + 1);
        let mut carry = 0;
        for (at, limb) in long.iter().enumerate() {
            carry += u64::from(*limb) + short.get(at).map_or(0, |limb| u64::from(*limb));
            limbs.push(low(carry));
            carry >>= 32;
        }
        limbs.push(low(carry));
        Whole::of(limbs)
    }
}

impl Mul for &Whole {
    type Output = Whole;

    fn mul(self, other: Self) -> Whole {
        if let Some(product) = self.words(other).and_then(|(own, other)| own.checked_mul(other)) {
            return Whole::from(product);
        }
        let (own, other) = (self.limbs(), other.limbs());
        let mut limbs = vec![0; own.len() + other.len()];
        for (at, one) in own.iter().enumerate() {
            // The largest product and two of the largest limbs just fit in 64 bits.
            let mut carry = 0;
            for (limb, other) in limbs.iter_mut().skip(at).zip(other.iter().chain([&0])) {
                carry += u64::from(*one) * u64::from(*other) + u64::from(*limb);
                *limb = low(carry);
                carry >>= 32;
            }
        }
        Whole::of(limbs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    fn whole(limbs: &[u32]) -> (Whole, BigUint) {
        (Whole::of(limbs.to_vec()), BigUint::from_slice(limbs))
    }

    fn same(ours: &Whole, theirs: &BigUint) -> bool {
        *ours.limbs() == *theirs.to_u32_digits()
    }

    /// Limbs that often are the ones at which carries go wrong.
    fn limbs() -> impl Strategy<Value = Vec<u32>> {
        let limb = prop_oneof![Just(0), Just(1), Just(u32::MAX), Just(1 << 31), any::<u32>()];
        prop::collection::vec(limb, 0..9)
    }

    proptest! {
        #[test]
        fn sums_products_and_order_are_those_of_a_general_library(one in limbs(), other in limbs()) {
            let ((one, big), (other, large)) = (whole(&one), whole(&other));
            prop_assert!(same(&(&one + &other), &(&big + &large)));
            prop_assert!(same(&(&one * &other), &(&big * &large)));
            prop_assert_eq!(one.cmp(&other), big.cmp(&large));
        }

        #[test]
        fn differences_and_digits_are_those_of_a_general_library(one in limbs(), other in limbs()) {
            let ((one, big), (other, large)) = (whole(&one), whole(&other));
            prop_assert!(same(&(&one + &other).less(&other), &big));
            let rest = if big < large { BigUint::ZERO } else { &big - &large };
            prop_assert!(same(&one.less(&other), &rest));
            prop_assert_eq!(one.to_string(), big.to_string());
        }

        #[test]
        fn how_often_one_goes_into_another_is_exact(den in limbs(), times in any::<u32>(), rest in limbs()) {
            let ((den, big), (rest, left)) = (whole(&den), whole(&rest));
            let (num, large) = (&(&den * &Whole::from(u64::from(times))) + &rest, &big * times + left);
            let expected = (big != BigUint::ZERO).then(|| large / big).and_then(|found| u64::try_from(found).ok());
            let found = num.times_of(&den);
            prop_assert!(found == expected || (found.is_none() && expected.is_some_and(|times| times > u64::from(u32::MAX))));
        }
    }

    #[test]
    fn numbers_of_the_machine_are_taken_as_they_are() {
        for number in [0, 1, u64::from(u32::MAX), 1 << 32, u64::MAX] {
            assert!(same(&Whole::from(number), &BigUint::from(number)));
        }
        assert_eq!(Whole::from(-1_i64), Whole::default());
    }
}
