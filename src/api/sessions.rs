//! Client sessions.

use maxscale::Page;
use maxscale::name::{ServiceName, SessionId, path_part};
use maxscale::object::Object;
use maxscale::session::Session;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// All sessions. The API's filters look at one position of a session's connections only, so
/// whoever holds a given server is found here.
pub fn all() -> Get<Vec<Session>> {
    Get::list(ResourceKind::Sessions)
}

/// Which sessions are asked for: MaxScale takes one filter at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionFilter {
    /// All.
    None,
    /// Those of one user.
    User(String),
    /// Those that came to one service.
    Service(ServiceName),
    /// The one with this number, if there is one.
    Number(String),
}

impl SessionFilter {
    /// The value of `filter=` (recording sparse-and-paging): a pointer and a JSON text.
    fn value(&self) -> Option<String> {
        let (pointer, text) = match self {
            Self::None => return None,
            Self::User(user) => ("/attributes/user", user.as_str()),
            Self::Number(number) => ("/id", number.as_str()),
            Self::Service(name) => ("/relationships/services/data/0/id", name.as_str()),
        };
        Some(format!("{pointer}={}", path_part(&serde_json::Value::from(text).to_string())))
    }
}

/// A page of sessions, `size` a page; `number` counts from 0, as in the API.
pub fn page(filter: &SessionFilter, size: u64, number: u64) -> Get<Page<Session>> {
    let page = Get::page(ResourceKind::Sessions, size, number);
    match filter.value() {
        Some(value) => page.option("filter", &value),
        None => page,
    }
}

/// One session, whole.
pub fn one(id: SessionId) -> Get<Session> {
    Get::object(ResourceKind::Sessions, Object::from(id).path())
}
