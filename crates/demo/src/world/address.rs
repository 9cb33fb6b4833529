//! Where databases listen.

use indexmap::Equivalent;
use std::hash::{Hash, Hasher};

/// Where a database listens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u64,
}

/// An address that belongs to somebody else: to look a database up without copying it.
#[derive(Clone, Copy, Debug)]
pub struct AddressRef<'a> {
    /// Host name or address.
    pub host: &'a str,
    /// TCP port.
    pub port: u64,
}

impl Hash for AddressRef<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // As an [`Address`] does it.
        self.host.hash(state);
        self.port.hash(state);
    }
}

impl Equivalent<Address> for AddressRef<'_> {
    fn equivalent(&self, address: &Address) -> bool {
        self.port == address.port && self.host == address.host
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use indexmap::IndexMap;
    use std::hash::BuildHasher;

    #[test]
    fn a_reference_is_found_like_its_address() {
        let address = Address { host: "db1".to_owned(), port: 3306 };
        let reference = AddressRef { host: "db1", port: 3306 };
        let map: IndexMap<Address, ()> = IndexMap::new();
        assert_eq!(map.hasher().hash_one(&address), map.hasher().hash_one(reference));
        assert!(reference.equivalent(&address));
        assert!(!AddressRef { port: 3307, ..reference }.equivalent(&address));
    }
}
