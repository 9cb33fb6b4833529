//! A worker thread of MaxScale.

use serde_json::Value;

use crate::fieldset::Fieldset;
use crate::resource::{FromResource, Resource};

/// A worker thread as the REST API describes it (rest-api.md 3.9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Its number, which the API gives as text.
    pub id: String,
    /// How much of the last second it was busy, in percent.
    pub load_percent: Option<u64>,
    /// How many client sessions it serves.
    pub sessions: Option<u64>,
}

/// How many sessions all threads serve together, if they tell it. MaxScale knows these numbers
/// at once, where it describes every session to count those of its list (rest-api.md 3.7).
pub fn total_sessions(threads: &[Thread]) -> Option<u64> {
    threads.iter().filter_map(|thread| thread.sessions).reduce(|a, b| a.saturating_add(b))
}

impl FromResource for Thread {
    // A fiftieth of the whole.
    const FIELDS: Fieldset = Fieldset {
        option: "fields[threads]",
        list: &["stats/load/last_second", "stats/sessions"],
        configuration: &[],
        details: &[],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let stats = resource.attributes.object("stats");
        Some(Self {
            id: resource.id.to_owned(),
            load_percent: stats.object("load").count("last_second"),
            sessions: stats.count("sessions"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn thread(id: &str, stats: Value) -> Thread {
        Thread::from_resource(&json!({ "id": id, "attributes": { "stats": stats } })).unwrap()
    }

    /// Recording sparse-and-paging asks for `stats`.
    #[test]
    fn a_thread_without_a_load_is_still_a_thread() {
        let busy = thread("1", json!({ "load": { "last_second": 7 }, "sessions": 3 }));
        assert_eq!((busy.load_percent, busy.sessions), (Some(7), Some(3)));
        let silent = thread("2", json!({ "load": "none" }));
        assert_eq!((silent.load_percent, silent.sessions), (None, None));
    }

    #[test]
    fn sessions_are_summed_over_the_threads_that_tell_them() {
        let [one, three] = [1, 3].map(|n| thread("1", json!({ "sessions": n })));
        let silent = thread("2", json!({}));
        assert_eq!(total_sessions(&[one, three, silent.clone()]), Some(4));
        assert_eq!(total_sessions(&[silent]), None);
        assert_eq!(total_sessions(&[]), None);
    }
}
