//! The tabs of an object's page; the address says which is shown.

use std::sync::Arc;

use leptos::prelude::*;
use maxscale::object::Kind;
use serde_json::Value;

use crate::components::object_page::Values;
use crate::route::Options;
use crate::state::location::use_location;
use crate::ui::tabs::{Tab, TabLinks};

/// The option of the address; the first tab needs none.
const TAB: &str = "tab";

/// A part of an object's page.
pub struct ObjectTab {
    /// How the address names it.
    key: &'static str,
    words: &'static str,
    view: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl ObjectTab {
    /// A tab that shows `view`.
    pub fn new(
        key: &'static str,
        words: &'static str,
        view: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { key, words, view: Arc::new(view) }
    }

    /// A tab with values that differ with every module and version.
    pub fn values(key: &'static str, words: &'static str, value: Memo<Option<Value>>) -> Self {
        Self::new(key, words, move || view! { <Values title=words value=value /> }.into_any())
    }
}

/// The tabs, and what the chosen one shows.
#[component]
pub fn ObjectTabs(
    /// Whose they are.
    kind: Kind,
    /// The tabs; the first is shown unless another is asked for.
    tabs: Vec<ObjectTab>,
) -> impl IntoView {
    let location = use_location();
    let keys: Vec<&'static str> = tabs.iter().map(|tab| tab.key).collect();
    let current = Memo::new(move |_| {
        let asked = location.options.with(|options| options.get(TAB).to_owned());
        keys.iter().position(|key| *key == asked).unwrap_or_default()
    });
    let own = location.route.get_untracked();
    let link = |(at, tab): (usize, &ObjectTab)| {
        let asked = if at == 0 { "" } else { tab.key };
        Tab {
            href: Options::default().with(TAB, asked).href(&own).into(),
            words: tab.words.to_owned(),
            count: Signal::stored(None),
            current: Signal::derive(move || current.get() == at),
        }
    };
    let links = tabs.iter().enumerate().map(link).collect();
    let shown = move || tabs.get(current.get()).map(|tab| (tab.view)());
    view! {
        <TabLinks label=texts::pages::parts_of(kind) tabs=links />
        <div class="stack">{shown}</div>
    }
}
