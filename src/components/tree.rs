//! Any JSON value, as nested lists of names and values: for statistics and diagnostics, whose
//! content differs with every version.

use leptos::prelude::*;
use serde_json::Value;

/// Deeper values are shown as JSON text.
const DEEPEST: usize = 6;

/// A value with all that is in it.
#[component]
pub fn Tree(#[prop(into)] value: Signal<Value>) -> impl IntoView {
    move || view_of(&value.get(), 0)
}

fn view_of(value: &Value, depth: usize) -> AnyView {
    match value {
        Value::Object(entries) if depth < DEEPEST && !entries.is_empty() => {
            let rows = entries.iter().map(|(name, value)| row(name.clone(), value, depth));
            view! { <dl class="tree">{rows.collect_view()}</dl> }.into_any()
        }
        Value::Array(items) if depth < DEEPEST && !items.is_empty() => {
            let rows = items.iter().enumerate();
            let rows = rows.map(|(index, value)| row((index + 1).to_string(), value, depth));
            view! { <dl class="tree">{rows.collect_view()}</dl> }.into_any()
        }
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => view! { <span class="tree-value">{text_of(value)}</span> }.into_any(),
    }
}

fn row(name: String, value: &Value, depth: usize) -> impl IntoView + use<> {
    let inner = view_of(value, depth + 1);
    let nested = value.is_object() || value.is_array();
    view! {
        <div class="tree-row" class:tree-nested=nested>
            <dt>{name}</dt>
            <dd>{inner}</dd>
        </div>
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) if text.is_empty() => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Bool(value) => yes_or_no(*value).to_owned(),
        Value::Array(items) if items.is_empty() => texts::values::none().to_owned(),
        Value::Object(entries) if entries.is_empty() => texts::values::none().to_owned(),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

/// Whether something is so, as a value.
pub fn yes_or_no(yes: bool) -> &'static str {
    if yes { texts::values::yes() } else { texts::values::no() }
}
