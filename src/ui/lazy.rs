//! Parts of the app that are loaded when they are first shown.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::button::Button;
use super::dialog::Dialog;
use super::focus::{focus_awaited_heading, focus_main_heading};
use super::notice::{Notice, Urgency};
use super::skeleton::Skeleton;
use super::tone::Tone;

/// Shows a view whose code is a part of its own, with what it takes from the place where it stands:
/// `lazy!(objects, texts::parts::the_page(), |name: ServerName| view! { <ServerPage name=name /> })`.
///
/// Parts of one name share a file. What is loaded, for people, is `the_page()`, or
/// `Waiting::in_dialog(title, close)` for a dialog. Only a pointer to a function crosses the border,
/// so that the view is built at once and under its own owner.
macro_rules! lazy {
    ($part:ident, $waiting:expr, || $view:expr) => {
        $crate::ui::lazy::lazy!($part, $waiting, | | $view)
    };
    ($part:ident, $waiting:expr, |$($name:ident: $type:ty),*| $view:expr) => {{
        #[::leptos::wasm_split::wasm_split(
            $part,
            wasm_split_path = ::leptos::wasm_split,
            fallible
        )]
        fn part() -> Result<fn($($type),*) -> ::leptos::prelude::AnyView, ::leptos::wasm_split::SplitLoaderError> {
            Ok(|$($name: $type),*| ::leptos::prelude::IntoAny::into_any($view))
        }
        $crate::ui::lazy::show_when_loaded($waiting, move || {
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

/// What stands in the place of a part that is not here yet.
pub enum Waiting {
    /// A placeholder, and these words for what is loaded.
    Placeholder(&'static str),
    /// Nothing, unless it cannot be loaded.
    Nothing(&'static str),
    /// A placeholder in a dialog.
    Dialog {
        /// Its heading.
        title: String,
        /// Called when it is not waited for any more.
        on_close: Callback<()>,
    },
}

impl Waiting {
    /// A dialog with this heading.
    pub fn in_dialog(title: impl Into<String>, on_close: Callback<()>) -> Self {
        Self::Dialog { title: title.into(), on_close }
    }
}

impl From<&'static str> for Waiting {
    fn from(what: &'static str) -> Self {
        Self::Placeholder(what)
    }
}

/// What [`lazy!`] becomes: `load` begins to load the part.
pub fn show_when_loaded(
    waiting: impl Into<Waiting>,
    load: impl Fn() -> Loading + 'static,
) -> AnyView {
    show(waiting.into(), Rc::new(load))
}

fn show(waiting: Waiting, load: Rc<dyn Fn() -> Loading>) -> AnyView {
    let mut loading = load();
    if let Some(Ok(show)) = if_here(&mut loading) {
        return show();
    }
    let state = RwSignal::new_local(State::Loading);
    wait(loading, state);
    let load = StoredValue::new_local(load);
    let try_again = Callback::new(move |()| {
        state.set(State::Loading);
        wait(load.with_value(|load| load()), state);
        focus_main_heading();
    });
    let (what, placeholder) = match &waiting {
        Waiting::Placeholder(what) => (*what, true),
        Waiting::Nothing(what) => (*what, false),
        Waiting::Dialog { .. } => (texts::ui::the_dialog(), true),
    };
    let instead = move || match state.get() {
        State::Loading => {
            let label = texts::ui::loading(what);
            placeholder.then(|| view! { <Skeleton lines=4 label=label /> }).into_any()
        }
        State::Failed => view! { <Failed what=what try_again=try_again /> }.into_any(),
        State::Here(_) => ().into_any(),
    };
    let part = move || match state.get() {
        State::Here(show) => Some(untrack(|| show())),
        State::Loading | State::Failed => None,
    };
    match waiting {
        Waiting::Placeholder(_) | Waiting::Nothing(_) => view! {
            {instead}
            {part}
        }
        .into_any(),
        // It gives the focus back before the part takes it.
        Waiting::Dialog { title, on_close } => {
            let open = move || state.with(|state| !matches!(state, State::Here(_)));
            view! {
                <Dialog open=Signal::derive(open) on_close=on_close title=title>
                    {instead}
                </Dialog>
                {part}
            }
            .into_any()
        }
    }
}

fn wait(loading: Loading, state: RwSignal<State, LocalStorage>) {
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

/// What cannot be loaded, and the way out.
#[component]
fn Failed(what: &'static str, try_again: Callback<()>) -> impl IntoView {
    if is_outdated() {
        let reload = |()| drop(window().location().reload());
        let actions = move || view! { <Button on_click=reload>{texts::common::reload()}</Button> };
        return view! {
            <Notice
                tone=Tone::Info
                title=texts::ui::was_updated()
                urgency=Urgency::Alert
                actions=actions
            >
                {texts::ui::and_cannot_load(what)}
            </Notice>
        }
        .into_any();
    }
    let title = texts::capitalised(&texts::ui::could_not_load(what));
    let actions =
        move || view! { <Button on_click=try_again>{texts::common::try_again()}</Button> };
    view! {
        <Notice tone=Tone::Bad title=title urgency=Urgency::Alert actions=actions>
            {texts::ui::why_not_loaded()}
        </Notice>
    }
    .into_any()
}
