//! What can be done to a server, and the requests that do it.

use crate::name::{ServerName, path_part};
use crate::request::{Request, Verb};
use crate::state::Mode;

/// An action on a server, by the verb people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Take it out of service; existing connections finish, or are closed at once.
    Maintain {
        /// Close every connection at once, open transactions included.
        force: bool,
    },
    /// Give it no new connections.
    Drain,
    /// Undo either of the two.
    Return,
    /// Remove it from MaxScale's configuration.
    Delete,
}

impl Action {
    /// All of them, each with the word by which an address asks for it.
    pub const OFFERED: [(&'static str, Self); 4] = [
        ("maintain", Self::Maintain { force: false }),
        ("drain", Self::Drain),
        ("return", Self::Return),
        ("delete", Self::Delete),
    ];

    /// The verb on buttons and in menus.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Maintain { .. } => "Maintain",
            Self::Drain => "Drain",
            Self::Return => "Return to service",
            Self::Delete => "Delete",
        }
    }

    /// The requests that carry it out, in order.
    ///
    /// Return clears both, whatever the state on the screen: maintenance hides a drain that is
    /// still set and would come back (rest-api.md 3.2.1), and clearing is never refused (4.2).
    pub fn requests(self, server: &ServerName, linked: bool) -> Vec<Request> {
        match self {
            Self::Maintain { force: false } => vec![set(server, "maintenance")],
            Self::Maintain { force: true } => {
                vec![set(server, "maintenance").option("force", "yes")]
            }
            Self::Drain => vec![set(server, "drain")],
            Self::Return => vec![clear(server, "maintenance"), clear(server, "drain")],
            Self::Delete => {
                let delete = Request::new(Verb::Delete, path(server)).maxctrl(&[
                    "destroy",
                    "server",
                    server.as_str(),
                ]);
                vec![if linked { delete.option("force", "yes") } else { delete }]
            }
        }
    }

    /// The requests that restore the mode a server had before the action; none for what cannot
    /// be undone or changed nothing.
    pub fn undo(self, server: &ServerName, before: Mode) -> Vec<Request> {
        match (self, before) {
            (Self::Maintain { .. }, Mode::Maintenance) | (Self::Delete, _) => vec![],
            (Self::Maintain { .. }, _) => vec![clear(server, "maintenance")],
            (Self::Drain, _) => vec![clear(server, "drain")],
            (Self::Return, Mode::Maintenance) => vec![set(server, "maintenance")],
            (Self::Return, Mode::Draining | Mode::Drained) => vec![set(server, "drain")],
            (Self::Return, Mode::InService) => vec![],
        }
    }
}

fn path(server: &ServerName) -> String {
    format!("servers/{}", path_part(server.as_str()))
}

fn set(server: &ServerName, state: &str) -> Request {
    Request::new(Verb::Put, format!("{}/set", path(server))).option("state", state).maxctrl(&[
        "set",
        "server",
        server.as_str(),
        state,
    ])
}

fn clear(server: &ServerName, state: &str) -> Request {
    Request::new(Verb::Put, format!("{}/clear", path(server))).option("state", state).maxctrl(&[
        "clear",
        "server",
        server.as_str(),
        state,
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(requests: &[Request]) -> Vec<String> {
        requests.iter().map(Request::url).collect()
    }

    #[test]
    fn maintain_is_one_request() {
        let db2 = ServerName::new("db2");
        let plain = Action::Maintain { force: false }.requests(&db2, true);
        assert_eq!(urls(&plain), ["servers/db2/set?state=maintenance"]);
        let forced = Action::Maintain { force: true }.requests(&db2, true);
        assert_eq!(urls(&forced), ["servers/db2/set?state=maintenance&force=yes"]);
    }

    #[test]
    fn return_also_lifts_a_drain_that_maintenance_hides() {
        let db2 = ServerName::new("d b");
        let from_maintenance = Action::Return.requests(&db2, true);
        assert_eq!(
            urls(&from_maintenance),
            ["servers/d%20b/clear?state=maintenance", "servers/d%20b/clear?state=drain"]
        );
    }

    #[test]
    fn only_a_linked_server_is_deleted_by_force() {
        let db2 = ServerName::new("db2");
        let delete = |linked| urls(&Action::Delete.requests(&db2, linked));
        assert_eq!(delete(true), ["servers/db2?force=yes"]);
        assert_eq!(delete(false), ["servers/db2"]);
    }

    #[test]
    fn undo_restores_the_mode_before() {
        let db2 = ServerName::new("db2");
        let maintain = Action::Maintain { force: true };
        assert_eq!(
            urls(&maintain.undo(&db2, Mode::Draining)),
            ["servers/db2/clear?state=maintenance"]
        );
        assert!(maintain.undo(&db2, Mode::Maintenance).is_empty());
        assert_eq!(
            urls(&Action::Return.undo(&db2, Mode::Drained)),
            ["servers/db2/set?state=drain"]
        );
        assert!(Action::Delete.undo(&db2, Mode::InService).is_empty());
    }
}
