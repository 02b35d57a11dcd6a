//! Instruments that files carry.
//!
//! Invariant: told apart by the digest of their rules, and held only while a file is here that carries them; of two with
//! one digest it does not matter which came first.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::Text;
use crate::domain::rubric::Rubric;
use crate::format::document::Opened;
use crate::format::rubric::digest;

/// An instrument from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    rubric: Rc<Rubric>,
    digest: Text,
    /// Tells words apart, where the rules are the same.
    print: String,
}

impl Carried {
    /// The instrument in a file; none where there is none that can be used.
    pub fn of(opened: &Opened) -> Option<Self> {
        let rubric = opened.rubric_copy()?.ok()?;
        let print = opened.copy_print()?;
        Some(Self { digest: digest(&rubric).into(), rubric: Rc::new(rubric), print })
    }
}

/// All of them, by digest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Copies(BTreeMap<Text, Carried>);

impl Copies {
    /// Adds one.
    pub fn add(&mut self, one: Carried) {
        let is_better = self.0.get(&one.digest).is_none_or(|own| one.print < own.print);
        if is_better {
            self.0.insert(one.digest.clone(), one);
        }
    }

    /// The one with this digest.
    pub fn get(&self, digest: &Text) -> Option<&Rc<Rubric>> {
        self.0.get(digest).map(|one| &one.rubric)
    }

    /// Lets those go that no file carries any more.
    pub fn keep(&mut self, is_carried: &dyn Fn(&Text) -> bool) {
        self.0.retain(|digest, _| is_carried(digest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_with_the_same_rules_the_same_one_is_held_in_any_order() {
        let text = include_str!("../../../rubrics/pekppp-2023-luring.json");
        let rubric = Rc::new(crate::format::rubric::decode(text).unwrap());
        let one = |print: &str| Carried { rubric: rubric.clone(), digest: "d".into(), print: print.into() };
        let held = |prints: [&str; 2]| {
            let mut all = Copies::default();
            for print in prints {
                all.add(one(print));
            }
            all
        };
        assert_eq!(held(["a", "b"]), held(["b", "a"]));
        let mut all = held(["a", "b"]);
        all.keep(&|_| false);
        assert_eq!(all, Copies::default());
    }
}
