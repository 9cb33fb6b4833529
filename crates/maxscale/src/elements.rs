//! A list of the API read element by element: as one value it would take many times the memory of
//! its text, and there may be ten thousand sessions.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::resource::ParseError;

/// Gives each element of the list `data` to `take`, in order. The result is `meta`.
pub(crate) fn elements(body: &str, take: &mut dyn FnMut(&Value)) -> Result<Value, ParseError> {
    let mut reader = serde_json::Deserializer::from_str(body);
    let read = reader.deserialize_any(Document { take });
    let read = read.and_then(|document| reader.end().map(|()| document));
    match read {
        Ok((true, meta)) => Ok(meta),
        Err(error) if !error.is_data() => Err(ParseError::new(texts::api::not_json(error))),
        _ => Err(ParseError::new(texts::api::no_list())),
    }
}

struct Document<'a> {
    take: &'a mut dyn FnMut(&Value),
}

impl<'de> Visitor<'de> for Document<'_> {
    /// Whether there was a list, and `meta`.
    type Value = (bool, Value);

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut listed, mut meta) = (false, Value::Null);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "data" => {
                    map.next_value_seed(List { take: &mut *self.take })?;
                    listed = true;
                }
                "meta" => meta = map.next_value()?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok((listed, meta))
    }
}

struct List<'a> {
    take: &'a mut dyn FnMut(&Value),
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element::<Value>()? {
            (self.take)(&element);
        }
        Ok(())
    }
}
