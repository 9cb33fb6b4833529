//! A titled part of a page, on a card of its own.

use super::id::unique_id;
use leptos::prelude::*;

/// A region named by its heading.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The heading's level, 2 to 4.
    #[prop(default = 2)]
    level: u8,
    /// Controls at the end of the heading's row.
    #[prop(optional, into)]
    tools: ViewFnOnce,
    /// The content.
    children: Children,
) -> impl IntoView {
    let id = unique_id("section");
    let words = move || title.get();
    let heading = match level {
        4 => view! { <h4 id=id.clone()>{words}</h4> }.into_any(),
        3 => view! { <h3 id=id.clone()>{words}</h3> }.into_any(),
        _ => view! { <h2 id=id.clone()>{words}</h2> }.into_any(),
    };
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head">{heading} <div class="section-tools">{tools.run()}</div></div>
            <div class="section-body">{children()}</div>
        </section>
    }
}
