//! Checks parameters against their descriptions, in MaxScale's order and words (rest-api.md 6.3).

use super::Parameters;
use super::metadata::effective_name;
use super::names::ObjectNames;
use super::specification::{Parameter, Specification};
use super::values::read;
use serde_json::{Map, Value};

/// Parameters by name in the order in which they were given: problems are told in that order.
pub type Given = Vec<(String, Value)>;

/// One description that parameters are held against.
#[derive(Clone, Copy)]
pub struct Check<'a> {
    /// The description.
    pub specification: &'a Specification,
    /// What it does not mind, because that describes it.
    pub others: Option<&'a Specification>,
    /// Whether it minds what nobody describes.
    pub is_strict: bool,
    /// What parameters can name.
    pub known: &'a dyn ObjectNames,
}

/// What has been read so far.
#[derive(Default)]
struct Progress {
    checked: Parameters,
    by_old_name: Parameters,
    gone: Vec<String>,
    problems: Vec<String>,
    is_wrong: bool,
}

impl Check<'_> {
    /// Brings the parameters that this describes into the form in which they are shown.
    ///
    /// # Errors
    /// Some are unknown or have a wrong value; if none have, mandatory ones that are missing.
    /// MaxScale is silent about a few problems, so that there may be no text.
    pub fn validate(&self, given: &Given) -> Result<Parameters, Vec<String>> {
        let mut progress = Progress::default();
        for (name, value) in given {
            self.take(&mut progress, name, value);
        }
        if progress.is_wrong {
            return Err(progress.problems);
        }
        let mut checked = progress.checked;
        let missing = self.missing(&checked, &progress.by_old_name);
        if !missing.is_empty() {
            return Err(missing);
        }
        checked.extend(progress.by_old_name);
        let mut unknown = self.unknown_inside(given);
        if self.is_strict {
            unknown.extend(progress.gone.iter().map(|name| self.unknown(name)));
        }
        if unknown.is_empty() { Ok(checked) } else { Err(unknown) }
    }

    fn take(&self, progress: &mut Progress, name: &str, value: &Value) {
        let Some(parameter) = self.specification.parameter(name) else {
            if !value.is_object() && self.is_strict && !self.is_described_elsewhere(name) {
                progress.problems.push(self.unknown(name));
                progress.is_wrong = true;
            }
            return;
        };
        match read(parameter, value, self.known) {
            Ok(value) => match &parameter.alias {
                Some(new_name) => drop(progress.by_old_name.insert(new_name.clone(), value)),
                None if parameter.is_gone() => progress.gone.push(name.to_owned()),
                None => drop(progress.checked.insert(name.to_owned(), value)),
            },
            Err(flaw) => {
                let named = flaw.message.map(|message| format!("{name}: {message}"));
                progress.problems.extend(flaw.before.into_iter().chain(named));
                progress.is_wrong = true;
            }
        }
    }

    fn unknown(&self, name: &str) -> String {
        format!("{}: The parameter '{name}' is unrecognized.", self.specification.id)
    }

    fn is_described_elsewhere(&self, name: &str) -> bool {
        self.others.is_some_and(|others| others.parameter(name).is_some())
    }

    fn missing(&self, checked: &Parameters, by_old_name: &Parameters) -> Vec<String> {
        let is_given = |name: &str| checked.contains_key(name) || by_old_name.contains_key(name);
        let missing = |parameter: &&Parameter| parameter.mandatory && !is_given(&parameter.name);
        let owner = &self.specification.id;
        let parameters = self.specification.parameters.iter().filter(missing);
        parameters
            .map(|parameter| {
                format!("{owner}: The mandatory parameter '{}' is not provided.", parameter.name)
            })
            .collect()
    }

    /// Parameters inside an object are those of a module that another parameter names.
    fn unknown_inside(&self, given: &Given) -> Vec<String> {
        let objects = given.iter().filter_map(|(name, value)| Some((name, value.as_object()?)));
        let outside = objects.filter(|(name, _)| self.specification.parameter(name).is_none());
        outside.flat_map(|(name, inner)| self.unknown_of(name, inner, given)).collect()
    }

    fn unknown_of(&self, name: &str, inner: &Map<String, Value>, given: &Given) -> Vec<String> {
        let name = effective_name(name);
        let is_named = given.iter().any(|(of, value)| {
            let is_module =
                self.specification.parameter(of).is_some_and(|known| known.kind == "module");
            is_module && value.as_str().is_some_and(|named| effective_name(named) == name)
        });
        let named =
            self.known.modules().module(&name).filter(|_| is_named || self.names_by_default(&name));
        match named {
            Some(module) => {
                let unknown = inner.keys().filter(|key| module.own.parameter(key).is_none());
                let text = |key| format!("{name}: The parameter '{key}' is unrecognized.");
                unknown.map(text).collect()
            }
            None if self.is_strict => {
                let text = |key| format!("The parameter '{name}.{key}' is unrecognized.");
                inner.keys().map(text).collect()
            }
            None => Vec::new(),
        }
    }

    fn names_by_default(&self, name: &str) -> bool {
        let modules = self.specification.parameters.iter().filter(|known| known.kind == "module");
        let mut defaults = modules.filter_map(|known| known.default_value.as_ref()?.as_str());
        defaults.any(|default| effective_name(default) == name)
    }

    /// The texts for parameters that would change although they cannot.
    #[must_use]
    pub fn fixed(&self, current: &Parameters, wanted: &Parameters) -> Vec<String> {
        let owner = &self.specification.id;
        let is_fixed = |name: &str, value: &Value| {
            self.specification.parameter(name).is_some_and(|known| {
                let usual = known.default_value.as_ref().unwrap_or(&Value::Null);
                !known.modifiable && current.get(name).unwrap_or(usual) != value
            })
        };
        let changed = wanted.iter().filter(|(name, value)| is_fixed(name, value));
        changed
            .map(|(name, _)| {
                format!("{owner}: The parameter '{name}' cannot be modified at runtime.")
            })
            .collect()
    }
}

/// What an object has, changed by what is given; a null changes nothing.
#[must_use]
pub fn merge(current: &Parameters, given: &Given) -> Given {
    let set: Given = given.iter().filter(|(_, value)| !value.is_null()).cloned().collect();
    let replaced = |name: &str| set.iter().find(|(other, _)| other == name).map(|(_, new)| new);
    let is_there = |name: &str| current.get(name).is_some_and(|value| !value.is_null());
    let there = current.iter().filter(|(name, _)| is_there(name));
    let mut merged: Given = there
        .map(|(name, value)| (name.clone(), replaced(name).unwrap_or(value).clone()))
        .collect();
    merged.extend(set.iter().filter(|(name, _)| !is_there(name)).cloned());
    merged
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::objects::metadata::Modules;
    use crate::version::MaxScaleVersion;
    use serde_json::json;

    struct Nothing;

    impl ObjectNames for Nothing {
        fn modules(&self) -> &'static Modules {
            Modules::of(MaxScaleVersion::default())
        }

        fn kind_of(&self, _: &str) -> Option<&'static str> {
            None
        }

        fn monitor_of_server(&self, _: &str) -> Option<String> {
            None
        }
    }

    fn validate(given: Value) -> Result<Parameters, Vec<String>> {
        let specification = &Nothing.modules().module("servers").unwrap().own;
        let given = given.as_object().unwrap().clone().into_iter().collect();
        Check { specification, others: None, is_strict: true, known: &Nothing }.validate(&given)
    }

    fn problem(given: Value) -> String {
        validate(given).unwrap_err().join("|")
    }

    #[test]
    fn problems_have_the_recorded_words() {
        assert_eq!(
            problem(json!({ "port": "abc" })),
            "port: Expected a json integer, but got a json string."
        );
        assert_eq!(
            problem(json!({ "rank": "third" })),
            "rank: Invalid enumeration value: third, valid values are: 'primary' and 'secondary'."
        );
        assert_eq!(
            problem(json!({ "persistmaxtime": "10 parsecs" })),
            "persistmaxtime: Invalid duration: 10 parsecs"
        );
        assert_eq!(
            problem(json!({ "nosuch": 1 })),
            "servers: The parameter 'nosuch' is unrecognized."
        );
        assert_eq!(problem(json!({ "port": -1 })), "port: Too small a count: -1");
        assert_eq!(problem(json!({ "x": { "y": 1 } })), "The parameter 'x.y' is unrecognized.");
    }

    #[test]
    fn values_take_the_form_in_which_they_are_shown() {
        let given = json!({
            "persistmaxtime": "2s",
            "monitorpw": "secret",
            "ssl_version": "TLSv1.2,TLSv13",
            "ssl_ca_cert": "/etc/hosts",
        });
        assert_eq!(
            Value::Object(validate(given).unwrap()),
            json!({
                "persistmaxtime": "2000ms",
                "monitorpw": "*****",
                "ssl_version": "TLSv12,TLSv13,TLSv1.2,TLSv1.3",
                "ssl_ca": "/etc/hosts",
            })
        );
    }
}
