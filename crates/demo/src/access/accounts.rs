//! The accounts of the REST API (rest-api.md 3.13, recording auth-and-users).

use super::roles::Roles;
use serde_json::{Value, json};
use std::time::SystemTime;

/// More accounts than this cannot be created.
const MAX_ACCOUNTS: usize = 1_000;

/// One account.
#[derive(Clone)]
pub struct Account {
    /// Name to sign in with.
    pub name: String,
    /// The name of its role, which tells what it may do.
    pub role: String,
    /// When it was created, if since the start.
    pub created: Option<SystemTime>,
    /// When its password was changed last.
    pub last_update: Option<SystemTime>,
    /// When somebody signed in with the password last.
    pub last_login: Option<SystemTime>,
    password: String,
}

/// All accounts, the newest first, as MaxScale lists them, and the roles that they have.
#[derive(Clone)]
pub struct Accounts {
    all: Vec<Account>,
    /// The roles.
    pub roles: Roles,
}

impl Accounts {
    /// No account yet, and these roles.
    #[must_use]
    pub fn with(roles: Roles) -> Self {
        Self { all: Vec::new(), roles }
    }

    /// The accounts, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = &Account> {
        self.all.iter()
    }

    /// The account of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Account> {
        self.all.iter().find(|account| account.name == name)
    }

    fn get_mut(&mut self, name: &str) -> Option<&mut Account> {
        self.all.iter_mut().find(|account| account.name == name)
    }

    /// The role of who has that name and password; the sign-in is noted.
    pub fn log_in(&mut self, name: &str, password: &str, now: SystemTime) -> Option<String> {
        let account = self.get_mut(name).filter(|account| account.password == password)?;
        account.last_login = Some(now);
        Some(account.role.clone())
    }

    /// Adds an account; `created` is `None` for those that were there at the start.
    ///
    /// # Errors
    /// Why not, in MaxScale's words.
    pub fn add(
        &mut self,
        name: &str,
        password: &str,
        role: &str,
        created: Option<SystemTime>,
    ) -> Result<(), String> {
        if self.get(name).is_some() {
            return Err(format!("Failed to add user '{name}': Duplicate username specified"));
        }
        if self.all.len() >= MAX_ACCOUNTS {
            return Err(format!("Failed to add user '{name}': this simulation has no room for it"));
        }
        let account = Account {
            name: name.to_owned(),
            role: role.to_owned(),
            created,
            last_update: None,
            last_login: None,
            password: password.to_owned(),
        };
        self.all.insert(0, account);
        Ok(())
    }

    /// Changes a password; says whether there is such an account.
    pub fn change_password(&mut self, name: &str, password: &str, now: SystemTime) -> bool {
        self.change(name, now, |account| password.clone_into(&mut account.password))
    }

    /// Gives an account another role; says whether there is such an account.
    pub fn change_role(&mut self, name: &str, role: &str, now: SystemTime) -> bool {
        self.change(name, now, |account| role.clone_into(&mut account.role))
    }

    fn change(&mut self, name: &str, now: SystemTime, change: impl FnOnce(&mut Account)) -> bool {
        let Some(account) = self.get_mut(name) else {
            return false;
        };
        change(account);
        account.last_update = Some(now);
        true
    }

    /// Something that differs when the accounts differ.
    #[must_use]
    pub fn fingerprint(&self) -> Value {
        let each = |account: &Account| json!([account.name, account.role, account.password]);
        let roles: Vec<Value> = self.roles.iter().map(|role| json!(role)).collect();
        json!([self.all.iter().map(each).collect::<Vec<_>>(), roles])
    }

    /// Removes an account.
    ///
    /// # Errors
    /// The last account stays.
    pub fn remove(&mut self, name: &str) -> Result<(), Vec<String>> {
        if self.all.len() == 1 {
            return Err(vec![
                format!("Cannot delete the last user {name}. "),
                format!("Failed to remove user '{name}': Cannot delete last user"),
            ]);
        }
        self.all.retain(|account| account.name != name);
        Ok(())
    }
}
