//! How far a replica is behind; too far stands out.

use leptos::prelude::*;
use maxscale::replication::Lag;

use crate::ui::icon::{Icon, IconView};
use crate::ui::tone::Tone;

/// The lag in words; a dash where there is none.
#[component]
pub fn LagText(
    /// The lag.
    #[prop(into)]
    lag: Signal<Option<Lag>>,
) -> impl IntoView {
    let is_late = Memo::new(move |_| lag.get().is_some_and(Lag::is_late));
    let words = move || lag.get().map_or_else(|| "–".to_owned(), |lag| lag.to_string());
    let warning = move || {
        is_late.get().then(|| view! { <IconView icon=Icon::Warning label=texts::state::late() /> })
    };
    view! {
        <span class="lag" data-tone=move || is_late.get().then(|| Tone::Caution.name())>
            {warning}
            {words}
        </span>
    }
}
