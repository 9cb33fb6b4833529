//! The field that narrows the tables of a screen, and keeps in its address by what.

use leptos::prelude::*;

use super::FILTER;
use crate::state::location::use_place;
use crate::ui::field::SearchField;

#[component]
pub fn FilterField(
    /// What it filters: `Filter servers`.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let place = use_place();
    let value =
        Signal::derive(move || place.options.with(|options| options.get(FILTER).to_owned()));
    let change = Callback::new(move |text: String| place.set_option(FILTER, &text));
    move || view! { <SearchField label=label.get() value=value on_change=change /> }
}
