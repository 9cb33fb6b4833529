//! Links to MaxScale's objects.

use crate::ui::memo::Memo;
use crate::ui::reactive::{derive, reactive};
use crate::ui::signal::Signal;
use leptos::prelude::*;
use maxscale::object::Object;

use crate::route::Route;
use crate::ui::disclosure::Disclosure;
use crate::ui::each::each;

/// A link to an object's page.
#[component]
pub fn ObjectLink(
    /// The object.
    #[prop(into)]
    to: Object,
) -> AnyView {
    let name = to.name().to_owned();
    view! { <a class="object-link" href=Route::of(to).href()>{name}</a> }.into_any()
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
) -> AnyView {
    let list = move || {
        view! {
            <ul class="inline-list">
                {each(move || to.get(), Clone::clone, |object| {
                    view! { <li><ObjectLink to=object /></li> }.into_any()
                })}
            </ul>
        }
    };
    let few = Memo::new(move |_| to.with(|all| (!all.is_empty()).then_some(all.len() <= SHOWN)));
    reactive(move || match few.get() {
        None => view! { <span class="quiet">"none"</span> }.into_any(),
        Some(true) => list().into_any(),
        Some(false) => {
            view! { <Disclosure summary=derive(move || counted(&to.get()))>{list()}</Disclosure> }
                .into_any()
        }
    })
}

fn counted(all: &[Object]) -> String {
    let kinds = all.iter().map(Object::kind);
    let kind = kinds.reduce(|a, b| if a == b { a } else { "target" }).unwrap_or_default();
    format!("{} {kind}s", all.len())
}
