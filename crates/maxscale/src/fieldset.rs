//! Which fields of a resource are asked for, beside the code that reads them.
//!
//! `fields[servers]=a,b/c` makes MaxScale leave out all else (rest-api.md 1.6). Each type that is
//! read from a resource says what it reads; a test compares that with what it does read.

/// The fields of a resource: paths below `attributes`, and `services/data` for a relationship.
#[derive(Clone, Copy, Debug)]
pub struct Fieldset {
    /// The name of the query option: `fields[servers]`.
    pub option: &'static str,
    /// What lists show and what changes by itself.
    pub list: &'static [&'static str],
    /// What lists show and only somebody changes, or changes with the state (`configuration`).
    pub configuration: &'static [&'static str],
    /// What only the page of one object shows.
    pub details: &'static [&'static str],
}

impl Fieldset {
    /// What changes by itself, as the value of the option. Each word counts: it comes a thousand
    /// times in each round where there are as many servers.
    pub fn thin(&self) -> String {
        self.list.join(",")
    }

    /// What lists show.
    pub fn listed(&self) -> String {
        [self.list, self.configuration].concat().join(",")
    }

    /// What lists and pages show.
    pub fn all(&self) -> String {
        self.listed_with(self.details)
    }

    /// What lists show, with some of the details.
    pub fn listed_with(&self, details: &[&'static str]) -> String {
        let is_within = |field: &&str| details.iter().any(|whole| is_below(field, whole));
        let listed = [self.list, self.configuration].concat();
        let rest = listed.into_iter().filter(|field| !is_within(field));
        rest.chain(details.iter().copied()).collect::<Vec<_>>().join(",")
    }
}

fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::about::About;
    use crate::account::{Account, User};
    use crate::filter::Filter;
    use crate::listener::Listener;
    use crate::monitor::Monitor;
    use crate::path::paths_read;
    use crate::resource::FromResource;
    use crate::server::Server;
    use crate::service::Service;
    use crate::session::Session;
    use crate::thread::Thread;

    /// An object that has this field and no other.
    fn with_field(path: &str) -> Value {
        let value = path.rsplit('/').fold(json!("1"), |value, name| json!({ name: value }));
        json!({ "id": "x", "attributes": value })
    }

    fn covers(above: &str, path: &str) -> bool {
        above == path || is_below(path, above)
    }

    /// What is read and not asked for, and what is asked for and not read.
    fn differences<T: FromResource>() -> Vec<String> {
        let fields = T::FIELDS;
        let asked = [fields.list, fields.configuration, fields.details].concat();
        // Some fields are looked at only where another one is there, or is not.
        let objects = asked.iter().map(|path| with_field(path)).chain([json!({ "id": "x" })]);
        let read = paths_read(|| {
            objects.for_each(|object| drop(T::from_resource(&object)));
        });
        let not_asked = read.iter().filter(|path| !asked.iter().any(|above| covers(above, path)));
        let not_read = asked.iter().filter(|path| !read.iter().any(|below| covers(path, below)));
        not_asked
            .map(|path| format!("{path} is read and not asked for"))
            .chain(not_read.map(|path| format!("{path} is asked for and not read")))
            .collect()
    }

    #[test]
    fn what_is_read_is_asked_for_and_nothing_else() {
        let all = [
            ("servers", differences::<Server>()),
            ("services", differences::<Service>()),
            ("monitors", differences::<Monitor>()),
            ("listeners", differences::<Listener>()),
            ("filters", differences::<Filter>()),
            ("sessions", differences::<Session>()),
            ("threads", differences::<Thread>()),
            ("maxscale", differences::<About>()),
            ("users", [differences::<Account>(), differences::<User>()].concat()),
        ];
        for (resource, differences) in all {
            assert_eq!(differences, [""; 0], "{resource}");
        }
    }

    /// A type that asks for one field too many and one too few.
    struct Wrong;

    impl FromResource for Wrong {
        const FIELDS: Fieldset = Fieldset {
            option: "fields[wrongs]",
            list: &["state", "statistics/connections"],
            configuration: &[],
            details: &[],
        };

        fn from_resource(value: &Value) -> Option<Self> {
            let attributes = crate::resource::Resource::of(value)?.attributes;
            attributes.text("state");
            attributes.object("statistics").count("operations");
            Some(Self)
        }
    }

    #[test]
    fn a_difference_is_found() {
        assert_eq!(
            differences::<Wrong>(),
            [
                "statistics/operations is read and not asked for",
                "statistics/connections is asked for and not read",
            ]
        );
    }

    #[test]
    fn what_is_within_a_whole_is_not_asked_for_twice() {
        let fields = Fieldset {
            option: "fields[monitors]",
            list: &["state", "diagnostics/master", "diagnostics_of"],
            configuration: &["servers/data"],
            details: &["diagnostics"],
        };
        assert_eq!(fields.thin(), "state,diagnostics/master,diagnostics_of");
        assert_eq!(fields.listed(), "state,diagnostics/master,diagnostics_of,servers/data");
        assert_eq!(fields.all(), "state,diagnostics_of,servers/data,diagnostics");
    }
}
