//! Client sessions.

use maxscale::Page;
use maxscale::name::{ServiceName, SessionId, path_part};
use maxscale::object::Object;
use maxscale::session::Session;

use super::ask::Ask;
use super::read::{collection, get, page, single};

/// What lists need of a session; whole ones carry buffers and logs.
const IN_LISTS: &str =
    "user,remote,connected,idle,memory/total,io_activity,connections,services/data";

/// All sessions. The API's filters look at one position of a session's connections only, so
/// whoever holds a given server is found here.
pub fn all() -> Ask<Vec<Session>> {
    Ask::of(get("sessions", "fields[sessions]", IN_LISTS), collection)
}

/// Which sessions are asked for: MaxScale takes one filter at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// All.
    Everyone,
    /// Those of one user.
    User(String),
    /// Those that came to one service.
    Service(ServiceName),
    /// The one with this number, if there is one.
    Number(String),
}

impl Of {
    /// The value of `filter=` (recording sparse-and-paging): a pointer and a JSON text.
    fn filter(&self) -> Option<String> {
        let (pointer, text) = match self {
            Self::Everyone => return None,
            Self::User(user) => ("/attributes/user", user.as_str()),
            Self::Number(number) => ("/id", number.as_str()),
            Self::Service(name) => ("/relationships/services/data/0/id", name.as_str()),
        };
        Some(format!("{pointer}={}", path_part(&serde_json::Value::from(text).to_string())))
    }
}

/// What `made` makes of a page of sessions, `size` a page; `number` counts from 0, as in the API.
pub fn some<T: Send + Sync + 'static>(
    of: &Of,
    size: u64,
    number: u64,
    made: impl FnOnce(Page<Session>) -> T + 'static,
) -> Ask<T> {
    let mut request = get("sessions", "fields[sessions]", IN_LISTS)
        .option("page[size]", &size.to_string())
        .option("page[number]", &number.to_string());
    if let Some(filter) = of.filter() {
        request = request.option("filter", &filter);
    }
    Ask::of(request, |body| page(body).map(made))
}

/// As many sessions of one user as a search shows.
const FOUND: u64 = 50;

/// The sessions that a search for a number or for `user@host` means: a page, as a whole list would
/// count as all there are.
pub fn meant(text: &str) -> Ask<Page<Session>> {
    let (of, host) = match text.split_once('@') {
        Some((user, host)) => (Of::User(user.to_owned()), host.to_owned()),
        None => (Of::Number(text.to_owned()), String::new()),
    };
    some(&of, FOUND, 0, move |mut page| {
        page.items.retain(|one| one.remote.as_deref().unwrap_or_default().starts_with(&host));
        page
    })
}

/// One session, whole.
pub fn one(id: SessionId) -> Ask<Session> {
    Ask::of(get(Object::from(id).path(), "", ""), single)
}
