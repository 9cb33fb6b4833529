//! A page without navigation.

use super::MAIN;
use super::brand::Brand;
use crate::ui::live::LiveRegion;
use leptos::prelude::*;

/// One card in the middle, for signing in.
#[component]
pub fn CentredPage(
    /// The product's name beside its mark.
    #[prop(into)]
    product: String,
    /// The heading.
    #[prop(into)]
    title: String,
    /// The content of the card.
    children: Children,
    /// What stands below the card.
    #[prop(optional, into)]
    footer: ViewFnOnce,
) -> impl IntoView {
    view! {
        <main id=MAIN class="centred">
            <div class="centred-card">
                <p class="brand">
                    <Brand product=product />
                </p>
                <h1 tabindex="-1">{title}</h1>
                {children()}
            </div>
            <div class="centred-footer">{footer.run()}</div>
        </main>
        <LiveRegion />
    }
}
