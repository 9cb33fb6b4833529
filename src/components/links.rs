//! Links to MaxScale's objects.

use leptos::prelude::*;
use maxscale::object::{Kind, Object};

use crate::route::Route;
use crate::ui::disclosure::Disclosure;

/// Longer names may be cut; then all of it is a hover away.
const LONG: usize = 30;

/// A link to an object's page.
#[component]
pub fn ObjectLink(
    /// The object.
    #[prop(into)]
    to: Object,
) -> impl IntoView {
    let name = to.name().to_owned();
    let whole = (name.chars().count() > LONG).then(|| name.clone());
    view! { <a class="object-link" href=Route::of(to).href() title=whole>{name}</a> }
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
        None => view! { <span class="quiet">{texts::values::none()}</span> }.into_any(),
        Some(true) => list().into_any(),
        Some(false) => view! { <Disclosure summary=summary>{list()}</Disclosure> }.into_any(),
    }
}

fn counted(all: &[Object]) -> String {
    let count = all.len() as u64;
    let mut kinds = all.iter().map(Object::kind);
    let first = kinds.next().filter(|first| kinds.all(|kind| kind == *first));
    match first {
        Some(Kind::Server) => texts::objects::count_servers(count),
        Some(Kind::Monitor) => texts::objects::count_monitors(count),
        Some(Kind::Service) => texts::objects::count_services(count),
        Some(Kind::Listener) => texts::objects::count_listeners(count),
        Some(Kind::Filter) => texts::objects::count_filters(count),
        Some(Kind::Session) => texts::objects::count_sessions(count),
        None => texts::objects::count_targets(count),
    }
}
