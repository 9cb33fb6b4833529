//! Parts of the app that are loaded when they are first shown.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::button::Button;
use super::focus::{focus_awaited_heading, focus_main_heading};
use super::notice::{Notice, Urgency};
use super::skeleton::Skeleton;
use super::tone::Tone;

/// Shows a view whose code is a part of its own, with what it takes from the place where it stands:
/// `lazy!(objects, "the page", |name: ServerName| view! { <ServerPage name=name /> })`.
///
/// Parts of one name share a file. What is loaded, for people, is `"the page"`. Only a pointer to
/// the function crosses the border, so that the view is built at once and under its own owner.
macro_rules! lazy {
    ($part:ident, $what:literal, || $view:expr) => {
        $crate::ui::lazy::lazy!($part, $what, | | $view)
    };
    ($part:ident, $what:literal, |$($name:ident: $type:ty),*| $view:expr) => {{
        #[::leptos::wasm_split::wasm_split(
            $part,
            wasm_split_path = ::leptos::wasm_split,
            fallible
        )]
        fn part() -> Result<fn($($type),*) -> ::leptos::prelude::AnyView, ::leptos::wasm_split::SplitLoaderError> {
            Ok(|$($name: $type),*| ::leptos::prelude::IntoAny::into_any($view))
        }
        $crate::ui::lazy::show_when_loaded($what, move || {
            $(let $name = $name.clone();)*
            Box::pin(async move {
                let view = part().await?;
                let show: $crate::ui::lazy::Show = ::std::rc::Rc::new(move || view($($name.clone()),*));
                Ok(show)
            })
        })
    }};
}
pub(crate) use lazy;

/// Builds the view of a part that is here.
pub type Show = Rc<dyn Fn() -> AnyView>;
/// A part on its way.
pub type Loading = Pin<Box<dyn Future<Output = Result<Show, SplitLoaderError>>>>;

// Of assets/start.js and assets/parts.js.
#[wasm_bindgen(js_namespace = maxconsole)]
extern "C" {
    /// Loads all parts that are not here yet, one by one, while the browser has nothing else to do.
    #[wasm_bindgen(js_name = prefetchParts)]
    pub fn prefetch_parts();
    /// Whether a file of a part is gone, as happens when the console was updated meanwhile.
    #[wasm_bindgen(js_name = isOutdated)]
    fn is_outdated() -> bool;
}

#[derive(Clone)]
enum State {
    Loading,
    Failed,
    Here(Show),
}

impl From<Result<Show, SplitLoaderError>> for State {
    fn from(loaded: Result<Show, SplitLoaderError>) -> Self {
        loaded.map_or(Self::Failed, Self::Here)
    }
}

/// What [`lazy!`] becomes: `what` stands for the part in words, `load` begins to load it.
pub fn show_when_loaded(what: &'static str, load: impl Fn() -> Loading + 'static) -> AnyView {
    show(what, Rc::new(load))
}

fn show(what: &'static str, load: Rc<dyn Fn() -> Loading>) -> AnyView {
    let state = RwSignal::new_local(State::Loading);
    let begin = StoredValue::new_local(move || begin(load(), state));
    begin.with_value(|begin| begin());
    let try_again = move |()| {
        begin.with_value(|begin| begin());
        focus_main_heading();
    };
    let view = move || match state.get() {
        State::Loading => view! { <Skeleton lines=4 label=format!("Loading {what}") /> }.into_any(),
        State::Failed => failed(what, Callback::new(try_again)),
        State::Here(show) => untrack(|| show()),
    };
    view! { {view} }.into_any()
}

fn begin(mut loading: Loading, state: RwSignal<State, LocalStorage>) {
    if let Some(loaded) = if_here(&mut loading) {
        state.set(loaded.into());
        return;
    }
    state.set(State::Loading);
    spawn_local(async move {
        let loaded = loading.await;
        if state.try_set(loaded.into()).is_none() {
            focus_awaited_heading();
        }
    });
}

/// What is here already needs no placeholder. It takes two looks: the first one asks for it.
fn if_here(loading: &mut Loading) -> Option<Result<Show, SplitLoaderError>> {
    let mut context = Context::from_waker(Waker::noop());
    let mut look = || match loading.as_mut().poll(&mut context) {
        Poll::Ready(loaded) => Some(loaded),
        Poll::Pending => None,
    };
    look().or_else(look)
}

fn failed(what: &'static str, try_again: Callback<()>) -> AnyView {
    if is_outdated() {
        let reload = |()| drop(window().location().reload());
        let actions = move || view! { <Button on_click=reload>"Reload"</Button> };
        return view! {
            <Notice
                tone=Tone::Info
                title="MaxConsole was updated"
                urgency=Urgency::Alert
                actions=actions
            >
                {format!("This page is still of the version before, so {what} could not be loaded.")}
            </Notice>
        }
        .into_any();
    }
    let mut title = format!("{what} could not be loaded");
    title.get_mut(..1).map(str::make_ascii_uppercase);
    let actions = move || view! { <Button on_click=try_again>"Try again"</Button> };
    view! {
        <Notice tone=Tone::Bad title=title urgency=Urgency::Alert actions=actions>
            "The connection may be lost."
        </Notice>
    }
    .into_any()
}
