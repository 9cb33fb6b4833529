//! The database servers themselves: processes, replication, Galera clusters, and their faults.
//!
//! All of it is in [`Databases`]; a copy of that costs next to nothing.

mod database;
mod faults;
mod galera;
mod pace;
mod replication;
mod threads;

pub use database::{Access, Condition, Database, Gtid, Replication, Source};
pub use pace::Pace;
pub use threads::Io;

use super::address::{Address, AddressRef};
use indexmap::IndexMap;
use std::sync::Arc;

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

    /// The database at an address that is not copied.
    #[must_use]
    pub fn at(&self, address: AddressRef<'_>) -> Option<&Database> {
        self.0.get(&address).map(Arc::as_ref)
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
