//! Search everywhere: any object, what can be done to it, and every page, by a few words.

mod data;
mod entries;
mod finder;

use leptos::prelude::*;
use maxscale::object::Object;

use crate::route::Route;
use crate::state::location::use_location;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, IconView};
use crate::ui::keys::is_mac;
use crate::ui::lazy::lazy;
use finder::{FIELD, Finder};

/// So many objects are offered to go back to.
const VISITED: usize = 5;

/// The search of this page. Copies speak of the same one.
#[derive(Clone, Copy)]
pub struct Search {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// The objects whose pages were shown, the newest first.
    visited: StoredValue<Vec<Object>>,
}

/// Makes the search known to all below, and remembers which objects are visited.
pub fn provide_search() -> Search {
    let search = Search { open: RwSignal::new(false), visited: StoredValue::new(vec![]) };
    provide_context(search);
    let route = use_location().route;
    Effect::new(move || {
        if let Route::Object(object) = route.get() {
            search.visited.update_value(|visited| {
                visited.retain(|one| *one != object);
                visited.insert(0, object);
                // One more, as the page that is shown is not offered.
                visited.truncate(VISITED + 1);
            });
        }
    });
    search
}

/// The search of this page.
pub fn use_search() -> Search {
    expect_context()
}

/// What looks like a field in the header bar, and opens the search.
#[component]
pub fn SearchButton() -> impl IntoView {
    let search = use_search();
    let (keys, shortcut) =
        if is_mac() { ("⌘ K", "Meta+K") } else { (texts::shortcuts::ctrl_k(), "Control+K") };
    view! {
        <button
            type="button"
            class="search-button"
            aria-keyshortcuts=shortcut
            aria-haspopup="dialog"
            on:click=move |_| search.open.set(true)
        >
            <IconView icon=Icon::Search />
            <span class="search-words">{texts::search::button()}</span>
            <kbd aria-hidden="true">{keys}</kbd>
        </button>
    }
}

/// The dialog.
#[component]
pub fn SearchDialog() -> impl IntoView {
    let search = use_search();
    view! {
        <Dialog
            open=search.open
            on_close=Callback::new(move |()| search.open.set(false))
            title=texts::console::search_everywhere()
            focus=FIELD
        >
            {move || {
                lazy!(search, texts::parts::the_search(), |search: Search| view! { <Finder search=search /> })
            }}
        </Dialog>
    }
}
