//! Names of other objects and of modules.

use super::{Flaw, Read};
use crate::objects::metadata::{Module, effective_name};
use crate::objects::names::ObjectNames;
use crate::objects::specification::Parameter;
use serde_json::{Value, json};

/// The name of an object or module.
pub fn read(parameter: &Parameter, name: &str, known: &dyn ObjectNames) -> Read {
    let kind = known.kind_of(name);
    let (is_there, word) = match parameter.kind.as_str() {
        "module" => return module_name(parameter, name, known),
        "server" if name.is_empty() => return Ok(Value::Null),
        "server" => (kind == Some("server"), "server"),
        "service" => (kind == Some("service"), "Service"),
        _ => (matches!(kind, Some("server" | "service")), "target"),
    };
    if is_there { Ok(json!(name)) } else { Err(format!("Unknown {word}: {name}").into()) }
}

fn module_name(parameter: &Parameter, name: &str, known: &dyn ObjectNames) -> Read {
    if name.is_empty() {
        return Ok(Value::Null);
    }
    let wanted = parameter.of.as_deref().unwrap_or_default();
    match known.modules().module(name).filter(|found| found.kind != found.id()) {
        Some(found) if found.kind == wanted => Ok(json!(found.id())),
        found => Err(no_module(name, found, wanted)),
    }
}

/// What is said of a module that is not there, or of another kind.
fn no_module(name: &str, found: Option<&Module>, wanted: &str) -> Flaw {
    let reason = match found {
        Some(found) => format!(
            "Module '{name}' is a {}, not a {}.",
            found.kind.to_lowercase(),
            wanted.to_lowercase()
        ),
        None => no_library(name),
    };
    let text = "does not refer to a module, or refers to module of the wrong type.";
    Flaw { before: vec![reason], message: Some(format!("'{name}' {text}")) }
}

/// What is said of a module that is not there.
#[must_use]
pub fn no_library(name: &str) -> String {
    format!(
        "Cannot access library file '/usr/lib64/maxscale/lib{}.so'. Error 2: No such file or \
         directory",
        effective_name(name)
    )
}
