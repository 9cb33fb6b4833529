//! Requests that change parameters and relationships, and calls of module commands.

use serde_json::{Map, Value, json};

use super::shell::Word;
use super::{Request, Secret, Verb};
use crate::name::path_part;
use crate::object::{Kind, Object};

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// As JSON has it: MaxScale is strict with types.
    Plain(Value),
    /// One that is never shown.
    Secret(Secret),
}

/// The arguments of a module command, whose form is one or the other for all of them
/// (recordings commands-arguments and commands-key-value).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arguments<'a> {
    /// In order, without names: what every version knows.
    Positional(&'a [&'a str]),
    /// By name, from 25.01 on for some commands.
    Named(&'a [(&'a str, &'a str)]),
}

impl Request {
    /// Changes parameters of an object.
    pub fn alter(object: &Object, parameters: &[(&str, Parameter)]) -> Self {
        let mut words: Vec<Word> =
            ["alter", object.kind().word(), object.name()].map(Word::from).to_vec();
        let mut shown = Map::new();
        for (name, value) in parameters {
            let (value, word) = match value {
                Parameter::Plain(value) => (value.clone(), Word::from(as_text(value).as_str())),
                Parameter::Secret(_) => (Value::Null, Word::Secret),
            };
            shown.insert((*name).to_owned(), value);
            words.extend([Word::from(*name), word]);
        }
        let document = json!({"data": {
            "id": object.name(),
            "type": object.kind().collection(),
            "attributes": {"parameters": shown},
        }});
        let mut request = Self::new(Verb::Patch, object.path()).with_body(document);
        request.maxctrl.push(words);
        for (name, value) in parameters {
            if let Parameter::Secret(secret) = value {
                let name = name.replace('~', "~0").replace('/', "~1");
                let pointer = format!("/data/attributes/parameters/{name}");
                request = request.with_secret(&pointer, secret.clone());
            }
        }
        request
    }

    /// Replaces all relatives of one kind that an object has. `before` are those it has now; the
    /// lines for maxctrl tell the difference.
    pub fn relate(object: &Object, kind: Kind, before: &[Object], after: &[Object]) -> Self {
        let one = |one: &Object| json!({"id": one.name(), "type": one.kind().collection()});
        let path = format!("{}/relationships/{}", object.path(), kind.collection());
        let data: Vec<Value> = after.iter().map(one).collect();
        let mut request = Self::new(Verb::Patch, path).with_body(json!({"data": data}));
        if (object.kind(), kind) == (Kind::Service, Kind::Filter) {
            let words = ["alter", "service-filters", object.name()];
            request.maxctrl.push(words_with(&words, &after.iter().collect::<Vec<_>>()));
        } else if matches!(object.kind(), Kind::Service | Kind::Monitor) {
            let only_in = |these: &'_ [Object], those: &[Object]| {
                these.iter().filter(|one| !those.contains(one)).cloned().collect::<Vec<_>>()
            };
            for (verb, names) in
                [("unlink", only_in(before, after)), ("link", only_in(after, before))]
            {
                if !names.is_empty() {
                    let words = [verb, object.kind().word(), object.name()];
                    request.maxctrl.push(words_with(&words, &names.iter().collect::<Vec<_>>()));
                }
            }
        }
        request
    }

    /// Calls a command of a module that changes something. Nothing may be added to its arguments:
    /// each query option is one (rest-api.md 5.2).
    pub fn call(module: &str, command: &str, arguments: &Arguments<'_>) -> Self {
        let arguments: Vec<(String, String)> = match arguments {
            Arguments::Positional(values) => {
                values.iter().map(|value| (path_part(value), (*value).to_owned())).collect()
            }
            Arguments::Named(pairs) => {
                let both = |(name, value): &(&str, &str)| {
                    let encoded = format!("{}={}", path_part(name), path_part(value));
                    (encoded, format!("{name}={value}"))
                };
                pairs.iter().map(both).collect()
            }
        };
        let (encoded, plain): (Vec<String>, Vec<String>) = arguments.into_iter().unzip();
        let path = format!("maxscale/modules/{module}/{command}?{}", encoded.join("&"));
        let mut words = vec!["call", "command", module, command];
        words.extend(plain.iter().map(String::as_str));
        Self::new(Verb::Post, path).maxctrl(&words)
    }
}

fn words_with(words: &[&str], objects: &[&Object]) -> Vec<Word> {
    words.iter().copied().chain(objects.iter().map(|one| one.name())).map(Word::from).collect()
}

/// Texts without their quotation marks, as one types them.
fn as_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
