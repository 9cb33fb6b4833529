//! What an account of the REST API may do (rest-api.md 2.3).

use serde_json::Value;

use crate::fieldset::Fieldset;
use crate::json::Fields;
use crate::resource::{FromResource, Resource};

/// The kind of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Account {
    /// May change things.
    Admin,
    /// May only look.
    Basic,
    /// MaxScale does not say: accounts of PAM or of another server are not in its list.
    /// It is the server that decides then.
    Unlisted,
    /// A kind this version does not know.
    Other(String),
}

impl Account {
    /// Whether the server is known to refuse every change by this account.
    pub fn is_read_only(&self) -> bool {
        *self == Self::Basic
    }

    /// The kind in words.
    pub fn words(&self) -> &str {
        match self {
            Self::Admin => "administrator",
            Self::Basic => "read-only",
            Self::Unlisted => "external account",
            Self::Other(word) => word,
        }
    }
}

impl FromResource for Account {
    const FIELDS: Fieldset =
        Fieldset { option: "fields[inet]", list: &["account"], configuration: &[], details: &[] };

    fn from_resource(value: &Value) -> Option<Self> {
        let attributes = Resource::of(value)?.attributes;
        Some(match attributes.text("account").as_deref() {
            Some("admin") => Self::Admin,
            Some("basic") => Self::Basic,
            Some(other) => Self::Other(other.to_owned()),
            None => Self::Unlisted,
        })
    }
}

/// Somebody who may sign in to MaxScale itself (rest-api.md 3.13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The name to sign in with.
    pub name: String,
    /// From where: `inet` over the network, `unix` on MaxScale's own host.
    pub origin: Option<String>,
    /// What it may do.
    pub account: Account,
    /// When it was created, as an HTTP date. MaxScale forgets all dates when it restarts.
    pub created: Option<String>,
    /// When its password was changed last.
    pub updated: Option<String>,
    /// When it signed in last.
    pub signed_in: Option<String>,
}

impl FromResource for User {
    const FIELDS: Fieldset = Fieldset {
        option: "fields[inet]",
        list: &["account", "created", "last_update", "last_login"],
        configuration: &[],
        details: &[],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let attributes = resource.attributes;
        Some(Self {
            name: resource.id.to_owned(),
            origin: Fields::of(value).text("type"),
            account: Account::from_resource(value)?,
            created: attributes.text("created"),
            updated: attributes.text("last_update"),
            signed_in: attributes.text("last_login"),
        })
    }
}
