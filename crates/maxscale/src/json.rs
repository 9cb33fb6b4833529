//! Lenient reading of JSON: what is absent or of another type is `None`, never an error.

use serde_json::{Map, Value};

use crate::path::Path;

/// A JSON object seen through the eyes of a reader who does not trust it.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    members: Option<&'a Map<String, Value>>,
    path: Path,
}

impl<'a> Fields<'a> {
    pub(crate) fn of(value: &'a Value) -> Self {
        Self { members: value.as_object(), path: Path::UNKNOWN }
    }

    /// The same, as the place that the paths of fields begin at.
    pub(crate) fn as_root(self) -> Self {
        Self { path: Path::ROOT, ..self }
    }

    fn member(self, name: &str) -> Option<&'a Value> {
        self.members?.get(name).filter(|value| !value.is_null())
    }

    pub(crate) fn value(self, name: &str) -> Option<&'a Value> {
        self.path.read(name);
        self.member(name)
    }

    pub(crate) fn object(self, name: &str) -> Fields<'a> {
        let members = self.member(name).and_then(Value::as_object);
        Self { members, path: self.path.join(name) }
    }

    pub(crate) fn list(self, name: &str) -> &'a [Value] {
        self.value(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// A text that says something: the empty string counts as absent.
    pub(crate) fn text(self, name: &str) -> Option<String> {
        self.value(name)?.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    }

    pub(crate) fn count(self, name: &str) -> Option<u64> {
        let value = self.value(name)?;
        value.as_u64().or_else(|| value.as_str()?.parse().ok())
    }

    pub(crate) fn real(self, name: &str) -> Option<f64> {
        self.value(name)?.as_f64()
    }

    pub(crate) fn truth(self, name: &str) -> Option<bool> {
        self.value(name)?.as_bool()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_of_another_type_reads_as_absent() {
        let value = json!({"text": 7, "count": -1, "list": {}, "null": null, "empty": ""});
        let fields = Fields::of(&value);
        assert_eq!(fields.text("text"), None);
        assert_eq!(fields.count("count"), None);
        assert!(fields.list("list").is_empty());
        assert_eq!(fields.text("null"), None);
        assert_eq!(fields.text("empty"), None);
        assert_eq!(fields.object("text").text("x"), None);
    }

    #[test]
    fn large_counts_stay_exact() {
        let value: Value = serde_json::from_str(r#"{"n": 18446744073709551615}"#).unwrap();
        assert_eq!(Fields::of(&value).count("n"), Some(u64::MAX));
    }
}
