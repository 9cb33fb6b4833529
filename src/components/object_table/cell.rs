//! A value of an object as it is shown.

use console::listing::{Format, Value};
use leptos::prelude::*;
use maxscale::object::ObjectState;
use maxscale::state::ServerState;

use crate::components::lag::LagText;
use crate::components::links::ObjectLinks;
use crate::components::state_badge::ObjectBadge;
use crate::components::time::{Ago, http_date, size, span};

/// Longer text for machines may be cut, as `style/table.css` says.
const CUT: usize = 32;

/// The value, which changes in place.
pub(super) fn value_view(format: Format, value: Signal<Value>) -> AnyView {
    let words = move || value.with(words);
    match format {
        Format::Words | Format::Number => words.into_any(),
        Format::Moment => {
            let date = Memo::new(move |_| {
                value.with(
                    |value| if let Value::Moment(date) = value { Some(date.clone()) } else { None },
                )
            });
            (move || match date.get() {
                Some(date) => view! { <Ago date=date /> }.into_any(),
                None => words.into_any(),
            })
            .into_any()
        }
        Format::Lag => {
            let lag = Signal::derive(move || {
                value.with(|value| if let Value::Lag(lag) = value { Some(*lag) } else { None })
            });
            view! { <LagText lag=lag /> }.into_any()
        }
        Format::Code => {
            // What may be cut is a hover away.
            let whole = move || Some(words()).filter(|text| text.len() > CUT);
            view! { <span class="mono" title=whole>{words}</span> }.into_any()
        }
        Format::State => {
            view! { <ObjectBadge state=Signal::derive(move || state(value.get())) /> }.into_any()
        }
        Format::Links => {
            let objects =
                Signal::derive(
                    move || {
                        if let Value::Objects(all) = value.get() { all } else { vec![] }
                    },
                );
            view! { <ObjectLinks to=objects /> }.into_any()
        }
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Nothing | Value::State(_) | Value::Objects(_) => "–".to_owned(),
        Value::Text(text) | Value::Code(text) | Value::Words { shown: text, .. } => text.clone(),
        Value::Count(count) => texts::number(*count),
        Value::Bytes(bytes) => size(*bytes),
        Value::Seconds(seconds) => span(seconds.max(0.0) as u64),
        Value::Lag(lag) => lag.to_string(),
        Value::Moment(date) => http_date(date),
    }
}

fn state(value: Value) -> ObjectState {
    if let Value::State(state) = value {
        state
    } else {
        ObjectState::Server(ServerState::default())
    }
}
