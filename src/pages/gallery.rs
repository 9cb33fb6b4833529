//! Every component of `ui` in every state, to be looked at; built with the feature `gallery` only.

mod controls;
mod drawn;
mod lists;
mod popups;
mod signs;

use leptos::prelude::*;

use crate::ui::shell::PageHeader;
use controls::{Buttons, Fields};
use drawn::Charts;
use lists::{Tables, Ways};
use popups::Popups;
use signs::{Signs, Words};

#[component]
pub fn GalleryPage() -> impl IntoView {
    view! {
        <PageHeader
            title="Components"
            back=("#/dashboard/servers".to_owned(), "Servers".to_owned())
            details=|| view! { <span>"Every component, in every state."</span> }
        />
        <div class="stack">
            <Buttons />
            <Fields />
            <Signs />
            <Words />
            <Ways />
            <Tables />
            <Charts />
            <Popups />
        </div>
    }
}
