//! The databases by where they listen; a copy of all of them costs next to nothing.

use super::database::{Address, Database};
use indexmap::{Equivalent, IndexMap};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// An address that belongs to somebody else: to look a database up without copying it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Host name or address.
    pub host: &'a str,
    /// TCP port.
    pub port: u64,
}

impl Hash for Place<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // As an [`Address`] does it.
        self.host.hash(state);
        self.port.hash(state);
    }
}

impl Equivalent<Address> for Place<'_> {
    fn equivalent(&self, address: &Address) -> bool {
        self.port == address.port && self.host == address.host
    }
}

/// All databases, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Databases(IndexMap<Address, Arc<Database>>);

impl Databases {
    /// Adds a database; it takes the place of one with the same address.
    pub fn insert(&mut self, address: Address, database: Database) {
        self.0.insert(address, Arc::new(database));
    }

    /// The database at an address.
    #[must_use]
    pub fn get(&self, address: &Address) -> Option<&Database> {
        self.0.get(address).map(Arc::as_ref)
    }

    /// The database at an address, to change it.
    pub fn get_mut(&mut self, address: &Address) -> Option<&mut Database> {
        self.0.get_mut(address).map(Arc::make_mut)
    }

    /// The database at a place.
    #[must_use]
    pub fn at(&self, place: Place) -> Option<&Database> {
        self.0.get(&place).map(Arc::as_ref)
    }

    /// The addresses.
    pub fn keys(&self) -> impl Iterator<Item = &Address> {
        self.0.keys()
    }

    /// The databases.
    pub fn values(&self) -> impl Iterator<Item = &Database> {
        self.0.values().map(Arc::as_ref)
    }

    /// Both.
    pub fn iter(&self) -> impl Iterator<Item = (&Address, &Database)> {
        self.0.iter().map(|(address, database)| (address, database.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::BuildHasher;

    #[test]
    fn a_place_is_found_like_its_address() {
        let address = Address { host: "db1".to_owned(), port: 3306 };
        let place = Place { host: "db1", port: 3306 };
        let map: IndexMap<Address, ()> = IndexMap::new();
        assert_eq!(map.hasher().hash_one(&address), map.hasher().hash_one(place));
        assert!(place.equivalent(&address));
        assert!(!Place { port: 3307, ..place }.equivalent(&address));
    }
}
