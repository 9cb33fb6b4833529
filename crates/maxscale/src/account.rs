//! What an account of the REST API may do (rest-api.md 2.3; since 25.10 by permissions, as
//! `/whoami` tells them).

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
    /// A role with these permissions.
    Role {
        /// What it is named after.
        named: Box<Account>,
        /// What it may do: `edit`, `view`, `sql`, `admin`, or a word of an application.
        permissions: Vec<String>,
    },
    /// A kind this version does not know.
    Other(String),
}

/// The permission to change objects.
const EDIT: &str = "edit";

impl Account {
    /// Whether the server is known to refuse every change by this account.
    pub fn is_read_only(&self) -> bool {
        match self {
            Self::Basic => true,
            Self::Role { permissions, .. } => !permissions.iter().any(|one| one == EDIT),
            Self::Admin | Self::Unlisted | Self::Other(_) => false,
        }
    }

    /// The kind in words.
    pub fn words(&self) -> &str {
        match self {
            Self::Admin => texts::account::administrator(),
            Self::Basic => texts::account::read_only(),
            Self::Unlisted => texts::account::external(),
            Self::Role { named, .. } => named.words(),
            Self::Other(name) => name,
        }
    }

    fn of_word(word: Option<String>) -> Self {
        match word.as_deref() {
            Some("admin") => Self::Admin,
            Some("basic") => Self::Basic,
            Some(other) => Self::Other(other.to_owned()),
            None => Self::Unlisted,
        }
    }
}

/// Who is signed in, as MaxScale itself says since 25.10: the claims of the token, by themselves
/// or as a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoAmI {
    /// The name of the user.
    pub name: Option<String>,
    /// What the user may do.
    pub account: Account,
}

impl WhoAmI {
    /// Reads the answer of `/whoami`; `None` when it is no JSON object.
    pub fn read(body: &str) -> Option<Self> {
        let whole: Value = serde_json::from_str(body).ok()?;
        let claims = whole.pointer("/data/attributes").unwrap_or(&whole);
        let fields = Fields::of(claims);
        let permissions = claims.get("permissions").and_then(Value::as_array);
        let named = Account::of_word(fields.text("account"));
        let account = match permissions {
            None => named,
            Some(all) => Account::Role {
                named: Box::new(named),
                permissions: all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            },
        };
        claims.is_object().then(|| Self { name: fields.text("sub"), account })
    }
}

impl FromResource for Account {
    const FIELDS: Fieldset =
        Fieldset { option: "fields[inet]", list: &["account"], configuration: &[], details: &[] };

    fn from_resource(value: &Value) -> Option<Self> {
        let attributes = Resource::of(value)?.attributes;
        Some(Self::of_word(attributes.text("account")))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_decide_where_they_are_told() {
        let who = |body: &str| WhoAmI::read(body).unwrap();
        let editor = who(
            r#"{"account":"editor","sub":"eve","iss":"maxscale","permissions":["edit","view"]}"#,
        );
        assert_eq!(editor.name.as_deref(), Some("eve"));
        assert!(!editor.account.is_read_only());
        let viewer = who(r#"{"account":"basic","sub":"bob","permissions":["view","sql"]}"#);
        assert!(viewer.account.is_read_only());
        assert_eq!(viewer.account.words(), "read-only");
        let own = who(r#"{"account":"night-shift","permissions":["view","coffee"]}"#);
        assert_eq!((own.account.words(), own.account.is_read_only()), ("night-shift", true));
    }

    #[test]
    fn an_answer_without_permissions_or_in_a_resource_is_read_as_well() {
        let who = WhoAmI::read(r#"{"data":{"attributes":{"account":"admin","sub":"ann"}}}"#);
        assert_eq!(who, Some(WhoAmI { name: Some("ann".to_owned()), account: Account::Admin }));
        assert_eq!(WhoAmI::read("[]"), None);
        assert_eq!(WhoAmI::read("nonsense"), None);
    }
}
