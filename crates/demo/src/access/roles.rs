//! Roles: names for what accounts may do (rest-api.md 2.3, maxscale-25.md 2.7 and 6.2).

use std::collections::BTreeMap;

/// The roles of a new MaxScale, and what each may do. Up to 25.01 there are the first two, and
/// nobody can see or change what they may do.
const BUILT_IN: [(&str, &[Permission]); 4] = [
    ("admin", &[Permission::Admin, Permission::Edit, Permission::View, Permission::Sql]),
    ("basic", &[Permission::View, Permission::Sql]),
    ("editor", &[Permission::Edit, Permission::View, Permission::Sql]),
    ("sql", &[Permission::Sql]),
];

/// How many of the built-in roles there are before roles can be changed.
const FIXED: usize = 2;

/// What a request may need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See everything but users and roles.
    View,
    /// Change everything but users and roles.
    Edit,
    /// Use SQL connections.
    Sql,
    /// See and change users and roles.
    Admin,
}

impl Permission {
    fn word(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Edit => "edit",
            Self::Sql => "sql",
            Self::Admin => "admin",
        }
    }
}

/// The roles, each with the words for what it may do: an application may have words of its own.
#[derive(Clone)]
pub struct Roles(BTreeMap<String, Vec<String>>);

impl Roles {
    /// The built-in ones: all of them, or those of a MaxScale whose roles are fixed.
    #[must_use]
    pub fn built_in(can_be_changed: bool) -> Self {
        let count = if can_be_changed { BUILT_IN.len() } else { FIXED };
        let words = |permissions: &[Permission]| {
            permissions.iter().map(|permission| permission.word().to_owned()).collect()
        };
        let roles = BUILT_IN.iter().take(count);
        Self(roles.map(|(name, permissions)| ((*name).to_owned(), words(permissions))).collect())
    }

    /// The roles by name, each with its permissions.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(name, permissions)| (name.as_str(), permissions.as_slice()))
    }

    /// The permissions of a role; `None` when there is no such role.
    #[must_use]
    pub fn get(&self, role: &str) -> Option<&[String]> {
        self.0.get(role).map(Vec::as_slice)
    }

    /// Whether a role has one of these permissions.
    #[must_use]
    pub fn allows(&self, role: &str, one_of: &[Permission]) -> bool {
        let permissions = self.get(role).unwrap_or_default();
        one_of.iter().any(|needed| permissions.iter().any(|word| word == needed.word()))
    }

    /// Sets what a role may do, which may be a new one.
    pub fn set(&mut self, role: &str, permissions: Vec<String>) {
        self.0.insert(role.to_owned(), permissions);
    }

    /// Takes a role away; whoever has it may do nothing any more.
    pub fn remove(&mut self, role: &str) {
        self.0.remove(role);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_may_do_what_their_permissions_tell() {
        let mut roles = Roles::built_in(true);
        assert!(roles.allows("editor", &[Permission::Edit]));
        assert!(!roles.allows("editor", &[Permission::Admin]));
        assert!(roles.allows("sql", &[Permission::View, Permission::Sql]));
        roles.set("own", vec!["billing".to_owned()]);
        assert!(!roles.allows("own", &[Permission::View]) && roles.get("own").is_some());
        roles.remove("own");
        assert!(roles.get("own").is_none());
        assert!(Roles::built_in(false).get("editor").is_none());
    }
}
