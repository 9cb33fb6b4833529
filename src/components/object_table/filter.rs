//! The field that narrows the tables of a screen, and keeps in its address by what.

use leptos::prelude::*;

use super::FILTER;
use crate::state::location::use_location;
use crate::ui::field::SearchField;

#[component]
pub(super) fn FilterField(
    /// What it filters: `Filter servers`.
    label: &'static str,
) -> impl IntoView {
    let location = use_location();
    let value =
        Signal::derive(move || location.options.with(|options| options.get(FILTER).to_owned()));
    let change = Callback::new(move |text: String| location.set_option(FILTER, &text));
    view! { <SearchField label=label value=value on_change=change /> }
}
