//! What is asked in the dialog: each input of a command as a field.

use leptos::prelude::*;
use maxscale::command::Input;
use texts::dialog;

use super::form::{Entered, Form, MANY};
use crate::ui::field::{Checkbox, TextField};

/// The fields, in the order of the inputs.
#[component]
pub(super) fn Inputs(form: Form) -> impl IntoView {
    let field = move |(input, entered): (Input, Entered)| match (input, entered) {
        (Input::Checkbox { name, label, hint }, Entered::Tick(ticked)) => {
            view! { <Checkbox label=label() checked=ticked name=name hint=hint() /> }.into_any()
        }
        (Input::TypedName { .. }, Entered::Text(typed)) => {
            view! { <TypedName form=form typed=typed /> }.into_any()
        }
        (Input::Checkbox { .. }, Entered::Text(_))
        | (Input::TypedName { .. }, Entered::Tick(_)) => ().into_any(),
    };
    // Where MaxScale refuses it whatever is entered, nothing is asked.
    let is_asked =
        Memo::new(move |_| !form.refusal().is_some_and(|refusal| refusal.is_from_maxscale()));
    let fields = move || {
        is_asked.get().then(|| form.fields.get_value().into_iter().map(field).collect_view())
    };
    view! {
        {fields}
        <TypedCount form=form />
    }
}

/// The field for how many objects are meant, where there are many.
#[component]
fn TypedCount(form: Form) -> impl IntoView {
    let count = Memo::new(move |_| Some(form.count()).filter(|count| *count > MANY));
    move || {
        count.get().filter(|_| form.target.is_selection()).map(|count| {
            view! {
                <ToType sentence=|count| dialog::type_count(count) what=count.to_string() />
                <TextField label=dialog::number_of_servers() value=form.typed_count />
            }
        })
    }
}

/// The field for the name of what cannot be brought back.
#[component]
fn TypedName(form: Form, typed: RwSignal<String>) -> impl IntoView {
    view! {
        <ToType sentence=|name| dialog::type_name(name) what=form.target.name() />
        <TextField label=dialog::server_name() value=typed />
    }
}

/// A sentence that asks to type what stands out in it.
#[component]
fn ToType(sentence: fn(&str) -> String, what: String) -> impl IntoView {
    // Names can have any words of the sentence in them, but not this.
    const PLACE: &str = "\0";
    let sentence = sentence(PLACE);
    let (before, after) = sentence.split_once(PLACE).unwrap_or((&sentence, ""));
    view! {
        <p>{before.to_owned()} <strong class="name">{what}</strong> {after.to_owned()}</p>
    }
}
