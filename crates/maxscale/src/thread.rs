//! A worker thread of MaxScale.

use serde_json::Value;

use crate::resource::{FromResource, Resource};

/// A worker thread as the REST API describes it (rest-api.md 3.9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Its number, which the API gives as text.
    pub id: String,
    /// How much of the last second it was busy, in percent.
    pub load_percent: Option<u64>,
}

impl FromResource for Thread {
    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let load = resource.attributes.object("stats").object("load");
        Some(Self { id: resource.id.to_owned(), load_percent: load.count("last_second") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Recording sparse-and-paging asks for `stats`.
    #[test]
    fn a_thread_without_a_load_is_still_a_thread() {
        let busy =
            json!({ "id": "1", "attributes": { "stats": { "load": { "last_second": 7 } } } });
        assert_eq!(Thread::from_resource(&busy).unwrap().load_percent, Some(7));
        let silent = json!({ "id": "2", "attributes": { "stats": { "load": "none" } } });
        assert_eq!(Thread::from_resource(&silent).unwrap().load_percent, None);
    }
}
