//! Links to MaxScale's objects.

use leptos::prelude::*;
use maxscale::object::Object;

use crate::route::Route;
use crate::ui::disclosure::Disclosure;

/// A link to an object's page.
#[component]
pub fn ObjectLink(
    /// The object.
    #[prop(into)]
    to: Object,
) -> impl IntoView {
    let name = to.name().to_owned();
    view! { <a class="object-link" href=Route::of(to).href()>{name}</a> }
}

/// More links than this stand behind a word.
const SHOWN: usize = 4;

/// Links to objects, one after the other; those that stay keep their element, so that the focus
/// stays on a link.
#[component]
pub fn ObjectLinks(
    /// The objects.
    #[prop(into)]
    to: Signal<Vec<Object>>,
) -> impl IntoView {
    let list = move || {
        view! {
            <ul class="inline-list">
                <For each=move || to.get() key=Clone::clone let:object>
                    <li><ObjectLink to=object /></li>
                </For>
            </ul>
        }
    };
    let few = Memo::new(move |_| to.with(|all| (!all.is_empty()).then_some(all.len() <= SHOWN)));
    let summary = Signal::derive(move || counted(&to.get()));
    move || match few.get() {
        None => view! { <span class="quiet">"none"</span> }.into_any(),
        Some(true) => list().into_any(),
        Some(false) => view! { <Disclosure summary=summary>{list()}</Disclosure> }.into_any(),
    }
}

fn counted(all: &[Object]) -> String {
    let kinds = all.iter().map(|one| one.kind().word());
    let kind = kinds.reduce(|a, b| if a == b { a } else { "target" }).unwrap_or_default();
    format!("{} {kind}s", all.len())
}
