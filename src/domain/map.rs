//! A small map from text, in the order of its keys.
//!
//! Invariant: keys rise strictly. Members lie in one list, which for the few hundred that an assessment
//! has is as quick as a tree, and far less code.

use super::Text;

/// Values by text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Map<V>(Vec<(Text, V)>);

impl<V> Map<V> {
    /// A map without members.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many members there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a key is, or where it would be.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| (**own).cmp(key))
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&V> {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        let place = self.place(key).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// The value of a key, with the key.
    #[must_use]
    pub fn get_key_value(&self, key: &str) -> Option<(&Text, &V)> {
        let (key, value) = self.0.get(self.place(key).ok()?)?;
        Some((key, value))
    }

    /// Whether there is a value of a key.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Sets the value of a key; the one before, if there was one.
    pub fn insert(&mut self, key: Text, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(place) => self.0.get_mut(place).map(|(_, held)| std::mem::replace(held, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// Takes the value of a key out.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        self.place(key).ok().map(|place| self.0.remove(place).1)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// All members.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Text, &V)> + Clone {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &Text> + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// All values.
    pub fn values(&self) -> impl Iterator<Item = &V> + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// All values, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }
}

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V> FromIterator<(Text, V)> for Map<V> {
    fn from_iter<I: IntoIterator<Item = (Text, V)>>(members: I) -> Self {
        let mut map = Self::new();
        for (key, value) in members {
            map.insert(key, value);
        }
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stay_in_order_and_the_last_value_counts() {
        let mut map: Map<u8> =
            [("b", 1), ("a", 2), ("c", 3), ("b", 4)].map(|(k, v)| (k.into(), v)).into_iter().collect();
        let members: Vec<(&str, u8)> = map.iter().map(|(key, value)| (&**key, *value)).collect();
        assert_eq!(members, [("a", 2), ("b", 4), ("c", 3)]);
        assert_eq!(map.insert("a".into(), 5), Some(2));
        assert_eq!((map.remove("b"), map.remove("b"), map.get("a"), map.len()), (Some(4), None, Some(&5), 2));
        assert!(map.contains_key("c") && !map.contains_key("b"));
    }
}
