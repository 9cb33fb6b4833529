//! Which sessions one looks for: whose, from where, to which server, in what state, idle for how
//! long.

use maxscale::session::Session;

/// What a session must be like; what is empty does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionCriteria {
    /// A part of the user's name.
    pub user: String,
    /// A part of the client's host.
    pub host: String,
    /// The name of a server that it holds a connection to.
    pub server: String,
    /// The name of its service.
    pub service: String,
    /// A part of its state.
    pub state: String,
    /// Seconds without a request, at least.
    pub idle_seconds: Option<u64>,
}

impl SessionCriteria {
    /// Whether any session is meant.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a session is meant.
    pub fn matches(&self, session: &Session) -> bool {
        let is_named = |wanted: &str, mut names: Box<dyn Iterator<Item = &str> + '_>| {
            wanted.is_empty() || names.any(|name| name == wanted)
        };
        let idle = session.idle_seconds.unwrap_or_default();
        contains(session.user.as_deref(), &self.user)
            && contains(session.remote.as_deref(), &self.host)
            && contains(session.state.as_deref(), &self.state)
            && is_named(&self.server, Box::new(session.servers.iter().map(|one| one.as_str())))
            && is_named(&self.service, Box::new(session.service.iter().map(|one| one.as_str())))
            && self.idle_seconds.is_none_or(|least| idle >= least as f64)
    }
}

fn contains(text: Option<&str>, part: &str) -> bool {
    let part = part.trim().to_ascii_lowercase();
    part.is_empty() || text.is_some_and(|text| text.to_ascii_lowercase().contains(&part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use maxscale::single;

    fn session() -> Session {
        single(
            r#"{"data":{"id":"7","attributes":{"user":"App","remote":"10.0.0.7","idle":61.5,
            "state":"Session started","connections":[{"server":"db1"},{"server":"db2"}]},
            "relationships":{"services":{"data":[{"id":"shop"}]}}}}"#,
        )
        .unwrap()
    }

    #[test]
    fn what_is_empty_does_not_count() {
        assert!(SessionCriteria::default().is_empty());
        assert!(SessionCriteria::default().matches(&session()));
    }

    #[test]
    fn each_criterion_counts_for_itself() {
        let text = |text: &str| text.to_owned();
        let none = SessionCriteria::default();
        for (criteria, expected) in [
            (SessionCriteria { user: text("app"), ..none.clone() }, true),
            (SessionCriteria { user: text("root"), ..none.clone() }, false),
            (SessionCriteria { host: text("10.0."), ..none.clone() }, true),
            (SessionCriteria { server: text("db2"), ..none.clone() }, true),
            (SessionCriteria { server: text("db"), ..none.clone() }, false),
            (SessionCriteria { service: text("shop"), ..none.clone() }, true),
            (SessionCriteria { state: text("STARTED"), ..none.clone() }, true),
            (SessionCriteria { idle_seconds: Some(60), ..none.clone() }, true),
            (SessionCriteria { idle_seconds: Some(600), ..none.clone() }, false),
            (SessionCriteria { user: text("app"), server: text("db9"), ..none.clone() }, false),
        ] {
            assert_eq!(criteria.matches(&session()), expected, "{criteria:?}");
        }
    }

    #[test]
    fn a_busy_session_is_not_idle() {
        let busy = Session { idle_seconds: None, ..session() };
        let criteria = SessionCriteria { idle_seconds: Some(1), ..SessionCriteria::default() };
        assert!(!criteria.matches(&busy));
    }
}
