//! Collections that are searched fast and copied for next to nothing: what is in them is shared
//! until one of the copies changes it.

use super::monitor::Monitor;
use super::server::Server;
use super::service::{Filter, Listener, Service};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something that has a name which nothing else of its kind has.
pub trait Named {
    /// Its name; it never changes.
    fn name(&self) -> &str;
}

/// Objects of one kind, in order and found by name.
#[derive(Clone, Debug)]
pub struct Objects<T>(IndexMap<Arc<str>, Arc<T>>);

impl<T> Default for Objects<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T: Named + Clone> Objects<T> {
    /// Adds an object at the end; it takes the place of one with the same name.
    pub fn push(&mut self, object: T) {
        self.0.insert(object.name().into(), Arc::new(object));
    }

    /// Adds an object before all others.
    pub fn put_first(&mut self, object: T) {
        self.0.shift_insert(0, object.name().into(), Arc::new(object));
    }

    /// The object of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.get(name).map(Arc::as_ref)
    }

    /// The object of that name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.0.get_mut(name).map(Arc::make_mut)
    }

    /// Whether there is one of that name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The objects, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.values().map(Arc::as_ref)
    }

    /// The objects, in order, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.values_mut().map(Arc::make_mut)
    }

    /// Puts them in the order of these names.
    pub fn arrange(&mut self, names: &[&str]) {
        let place = |name: &str| names.iter().position(|known| *known == name);
        self.0.sort_by(|one, _, other, _| place(one).cmp(&place(other)));
    }

    /// Keeps only some of them.
    pub fn retain(&mut self, keeps: impl Fn(&T) -> bool) {
        self.0.retain(|_, object| keeps(object));
    }

    /// Takes one away.
    pub fn remove(&mut self, name: &str) {
        self.0.shift_remove(name);
    }
}

/// Things by a key.
#[derive(Clone, Debug)]
pub struct Shared<K, T>(BTreeMap<K, Arc<T>>);

impl<K, T> Default for Shared<K, T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord, T: Clone> Shared<K, T> {
    /// Adds an item; it takes the place of one with the same key.
    pub fn insert(&mut self, key: K, item: T) {
        self.0.insert(key, Arc::new(item));
    }

    /// The item with that key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&T> {
        self.0.get(key).map(Arc::as_ref)
    }

    /// The item with that key, to change it.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut T> {
        self.0.get_mut(key).map(Arc::make_mut)
    }

    /// Takes the item with that key away.
    pub fn remove(&mut self, key: &K) -> Option<T> {
        self.0.remove(key).map(Arc::unwrap_or_clone)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    /// The items, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.values().map(Arc::as_ref)
    }
}

macro_rules! named {
    ($($kind:ty),*) => {
        $(impl Named for $kind {
            fn name(&self) -> &str {
                &self.name
            }
        })*
    };
}

named!(Server, Monitor, Service, Listener, Filter);

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Item(&'static str, u8);

    impl Named for Item {
        fn name(&self) -> &str {
            self.0
        }
    }

    fn three() -> Objects<Item> {
        let mut items = Objects::default();
        for name in ["c", "a", "b"] {
            items.push(Item(name, 0));
        }
        items
    }

    #[test]
    fn they_are_found_by_name_and_keep_their_order() {
        let mut items = three();
        items.remove("a");
        assert_eq!(items.iter().map(Named::name).collect::<Vec<_>>(), ["c", "b"]);
        assert_eq!(items.get("b"), Some(&Item("b", 0)));
        assert!(!items.has("a"));
    }

    #[test]
    fn a_copy_does_not_see_changes() {
        let mut items = three();
        let copy = items.clone();
        items.get_mut("a").unwrap().1 = 1;
        assert_eq!((copy.get("a").unwrap().1, items.get("a").unwrap().1), (0, 1));
    }
}
