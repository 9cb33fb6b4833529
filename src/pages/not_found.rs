//! No screen has this address.

use leptos::prelude::*;

use crate::components::object_page::Gone;
use crate::ui::shell::PageHeader;

/// The page; the frame around it stays.
#[component]
pub fn NotFoundPage(
    /// The address.
    path: String,
) -> impl IntoView {
    view! {
        <PageHeader title=texts::pages::not_found() />
        <Gone title=texts::pages::no_page_at(path) />
    }
}
