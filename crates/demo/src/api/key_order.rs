//! The order in which the parameters of a body were given: MaxScale tells problems in that order.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use std::fmt;

#[derive(Default, Deserialize)]
struct Body {
    data: Data,
}

#[derive(Default, Deserialize)]
struct Data {
    attributes: Attributes,
}

#[derive(Default, Deserialize)]
struct Attributes {
    parameters: Keys,
}

#[derive(Default)]
struct Keys(Vec<String>);

struct Collector;

impl<'de> Visitor<'de> for Collector {
    type Value = Keys;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
        let mut keys = Vec::new();
        while let Some((key, _)) = map.next_entry::<String, IgnoredAny>()? {
            keys.push(key);
        }
        Ok(Keys(keys))
    }
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collector)
    }
}

/// The names of the parameters in `/data/attributes/parameters`; none for a body without.
#[must_use]
pub fn of_parameters(body: &[u8]) -> Vec<String> {
    serde_json::from_slice::<Body>(body).unwrap_or_default().data.attributes.parameters.0
}

#[cfg(test)]
mod tests {
    use super::of_parameters;

    #[test]
    fn parameters_keep_their_order() {
        let body =
            br#"{ "data": { "id": 1, "attributes": { "parameters": { "b": {}, "a": [] } } } }"#;
        assert_eq!(of_parameters(body), ["b", "a"]);
        assert!(of_parameters(b"[1]").is_empty());
    }
}
