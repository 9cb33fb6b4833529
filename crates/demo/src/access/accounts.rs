//! The accounts of the REST API (rest-api.md 3.13, recording auth-and-users).

use serde_json::{Value, json};
use std::time::SystemTime;

/// More accounts than this cannot be created.
const MAX_ACCOUNTS: usize = 1_000;

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Everything.
    Admin,
    /// Reading.
    Basic,
}

impl Role {
    /// The role of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "admin" => Some(Self::Admin),
            "basic" => Some(Self::Basic),
            _ => None,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Basic => "basic",
        }
    }
}

/// One account.
#[derive(Clone)]
pub struct Account {
    /// Name to sign in with.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// When it was created, if since the start.
    pub created: Option<SystemTime>,
    /// When its password was changed last.
    pub last_update: Option<SystemTime>,
    /// When somebody signed in with the password last.
    pub last_login: Option<SystemTime>,
    password: String,
}

/// All accounts, the newest first, as MaxScale lists them.
#[derive(Clone, Default)]
pub struct Accounts(Vec<Account>);

impl Accounts {
    /// The accounts, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = &Account> {
        self.0.iter()
    }

    /// The account of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Account> {
        self.0.iter().find(|account| account.name == name)
    }

    fn get_mut(&mut self, name: &str) -> Option<&mut Account> {
        self.0.iter_mut().find(|account| account.name == name)
    }

    /// The role of who has that name and password; the sign-in is noted.
    pub fn log_in(&mut self, name: &str, password: &str, now: SystemTime) -> Option<Role> {
        let account = self.get_mut(name).filter(|account| account.password == password)?;
        account.last_login = Some(now);
        Some(account.role)
    }

    /// Adds an account; `created` is `None` for those that were there at the start.
    ///
    /// # Errors
    /// Why not, in MaxScale's words.
    pub fn add(
        &mut self,
        name: &str,
        password: &str,
        role: Role,
        created: Option<SystemTime>,
    ) -> Result<(), String> {
        if self.get(name).is_some() {
            return Err(format!("Failed to add user '{name}': Duplicate username specified"));
        }
        if self.0.len() >= MAX_ACCOUNTS {
            return Err(format!("Failed to add user '{name}': this simulation has no room for it"));
        }
        let account = Account {
            name: name.to_owned(),
            role,
            created,
            last_update: None,
            last_login: None,
            password: password.to_owned(),
        };
        self.0.insert(0, account);
        Ok(())
    }

    /// Changes a password; says whether there is such an account.
    pub fn change_password(&mut self, name: &str, password: &str, now: SystemTime) -> bool {
        let Some(account) = self.get_mut(name) else {
            return false;
        };
        password.clone_into(&mut account.password);
        account.last_update = Some(now);
        true
    }

    /// Something that differs when the accounts differ.
    #[must_use]
    pub fn fingerprint(&self) -> Value {
        let each = |account: &Account| json!([account.name, account.role.name(), account.password]);
        self.0.iter().map(each).collect()
    }

    /// Removes an account.
    ///
    /// # Errors
    /// The last account stays.
    pub fn remove(&mut self, name: &str) -> Result<(), Vec<String>> {
        if self.0.len() == 1 {
            return Err(vec![
                format!("Cannot delete the last user {name}. "),
                format!("Failed to remove user '{name}': Cannot delete last user"),
            ]);
        }
        self.0.retain(|account| account.name != name);
        Ok(())
    }
}
