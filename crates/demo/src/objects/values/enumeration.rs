//! Words out of a given set: one, several in a text, or a list.

use super::{Flaw, Read, kind_of, listed};
use crate::objects::specification::Parameter;
use serde_json::{Value, json};

fn words(parameter: &Parameter) -> &[String] {
    parameter.enum_values.as_deref().unwrap_or_default()
}

/// The word by which another is shown.
fn canonical<'a>(parameter: &'a Parameter, word: &str) -> Option<&'a str> {
    let known = words(parameter).iter().find(|known| *known == word)?;
    Some(parameter.same_as.get(known).unwrap_or(known))
}

fn invalid(parameter: &Parameter, given: &str, valid: &str) -> Flaw {
    let listed = listed(words(parameter));
    format!("Invalid enumeration value: {given}, valid values are{valid}: {listed}.").into()
}

/// One word.
pub fn one(parameter: &Parameter, given: &str) -> Read {
    let word = canonical(parameter, given).ok_or_else(|| invalid(parameter, given, ""))?;
    Ok(json!(word))
}

/// Several words in one text. They are shown in the order of the set, with all that mean the same.
pub fn mask(parameter: &Parameter, given: &str) -> Read {
    let mut chosen = Vec::new();
    for word in given.split(',').filter(|word| !word.is_empty()) {
        let word = canonical(parameter, word.trim())
            .ok_or_else(|| invalid(parameter, given, " a combination of"))?;
        chosen.push(word);
    }
    let has_all = parameter.all.as_deref().is_some_and(|all| chosen.contains(&all));
    let is_set = |word: &str| {
        let is_all = parameter.all.as_deref() == Some(word);
        let is_none = parameter.none.as_deref() == Some(word);
        let by_itself = canonical(parameter, word).is_some_and(|word| chosen.contains(&word));
        !is_none && (has_all || by_itself || is_all && !chosen.is_empty())
    };
    let shown: Vec<&str> =
        words(parameter).iter().map(String::as_str).filter(|word| is_set(word)).collect();
    Ok(json!(shown.join(",")))
}

/// A list of words, or a text with several.
pub fn list(parameter: &Parameter, value: &Value) -> Read {
    let texts: Vec<&str> = match value {
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect()
        }
        Value::Array(_) => {
            let kind = kind_of(value);
            let text =
                format!("Expected a json array of strings, but array contained a json {kind}.");
            return Err(text.into());
        }
        other => other.as_str().into_iter().collect(),
    };
    let mut chosen = Vec::new();
    let given = texts.iter().flat_map(|text| text.split(',')).filter(|word| !word.is_empty());
    for word in given.map(str::trim) {
        chosen.push(canonical(parameter, word).ok_or_else(|| invalid(parameter, word, ""))?);
    }
    Ok(json!(chosen))
}
