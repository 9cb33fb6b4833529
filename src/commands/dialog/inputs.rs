//! What is asked in the dialog: each input of a command as a field.

use leptos::prelude::*;
use maxscale::command::Input;

use super::form::{Entered, Form};
use crate::ui::field::{Checkbox, TextField};

/// The fields, in the order of the inputs.
#[component]
pub(super) fn Inputs(form: Form) -> impl IntoView {
    let field = |(input, entered): (Input, Entered)| match (input, entered) {
        (Input::Checkbox { name, label }, Entered::Tick(ticked)) => {
            view! { <Checkbox label=label checked=ticked name=name /> }.into_any()
        }
        (Input::TypedName { .. }, Entered::Text(typed)) => {
            view! { <TypedName form=form typed=typed /> }.into_any()
        }
        (Input::Checkbox { .. }, Entered::Text(_))
        | (Input::TypedName { .. }, Entered::Tick(_)) => ().into_any(),
    };
    form.fields.get_value().into_iter().map(field).collect_view()
}

/// The field for the name of what cannot be brought back.
#[component]
fn TypedName(form: Form, typed: RwSignal<String>) -> impl IntoView {
    let label = format!("{} name", form.target.kind().capitalised());
    view! {
        <p>
            "This cannot be undone. Type " <strong class="name">{form.target.name()}</strong>
            " to confirm."
        </p>
        <TextField label=label value=typed />
    }
}
