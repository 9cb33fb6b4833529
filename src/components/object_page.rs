//! What the pages of single objects share: heading and way back, waiting, and what does not exist.

use leptos::prelude::*;
use maxscale::object::{Kind, Object};

use crate::api::ApiError;
use crate::components::loaded::{Trouble, Waiting, prefetch_parts_once};
use crate::components::tree::Tree;
use crate::query::{Query, Status};
use crate::route::{Route, Tab};
use crate::state::location::use_location;
use crate::ui::button::LinkButton;
use crate::ui::empty::Empty;
use crate::ui::icon::Icon;
use crate::ui::section::Section;
use crate::ui::shell::PageHeader;

/// The page of one object: its content is shown once it has been read, and kept while it cannot
/// be read again; when MaxScale says that it does not exist, the page says so.
#[component]
pub fn ObjectPage(
    /// The object.
    status: Status,
    #[prop(into)] name: String,
    /// The heading, when it is not the name alone.
    #[prop(optional, into)]
    heading: Option<String>,
    /// What it is.
    kind: Kind,
    /// What can be done to it, left of its name.
    #[prop(optional, into)]
    actions: ViewFn,
    /// Its state, right of its name.
    #[prop(optional, into)]
    details: ViewFn,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let gone = move || status.error.with(|error| matches!(error, Some(ApiError::NotFound(_))));
    let view = Memo::new(move |_| match (gone(), status.known.get()) {
        (true, _) => View::Gone,
        (false, true) => View::Known,
        (false, false) => View::Waiting,
    });
    let known = Memo::new(move |_| view.get() == View::Known);
    prefetch_parts_once(known);
    let above = use_location().route.with_untracked(Route::parent);
    let back = (above.href(), above.title());
    let none_of_this_name = texts::pages::no_object_named(kind, &name);
    let what = the_object(kind);
    let heading = heading.unwrap_or(name);
    let content = move || match view.get() {
        View::Gone => view! { <Gone title=none_of_this_name.clone() /> }.into_any(),
        View::Waiting => view! { <Waiting status=status what=what /> }.into_any(),
        View::Known => view! {
            <Trouble status=status what=what />
            {children()}
        }
        .into_any(),
    };
    // One heading from the start: the focus that came to it with the navigation stays on it.
    view! {
        <PageHeader
            title=heading
            back=back
            actions=move || move || known.get().then(|| actions.run())
            details=move || move || known.get().then(|| details.run())
        />
        {content}
    }
}

fn the_object(kind: Kind) -> &'static str {
    match kind {
        Kind::Server => texts::parts::the_server(),
        Kind::Monitor => texts::parts::the_monitor(),
        Kind::Service => texts::parts::the_service(),
        Kind::Listener => texts::parts::the_listener(),
        Kind::Filter => texts::parts::the_filter(),
        Kind::Session => texts::parts::the_session(),
    }
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum View {
    Gone,
    #[default]
    Waiting,
    Known,
}

/// Values of the object that differ with every module and version.
#[component]
pub fn Values(
    /// What they are.
    title: &'static str,
    /// The values.
    value: Memo<Option<serde_json::Value>>,
) -> impl IntoView {
    view! {
        <Section title=title>
            <Tree value=Signal::derive(move || value.get().unwrap_or_default()) />
        </Section>
    }
}

/// A fact of an object in words; a dash where it is not known.
pub fn words<T>(query: Query<T>, read: fn(&T) -> Option<String>) -> impl Fn() -> String + Copy
where
    T: PartialEq + Send + Sync + 'static,
{
    let words = Memo::new(move |_| {
        let words = query.data.with(|data| data.as_deref().and_then(read));
        words.unwrap_or_else(|| "–".to_owned())
    });
    move || words.get()
}

/// The relatives of an object.
pub fn relatives<T>(query: Query<T>, read: fn(&T) -> Vec<Object>) -> Signal<Vec<Object>>
where
    T: PartialEq + Send + Sync + 'static,
{
    let relatives = Memo::new(move |_| {
        let relatives = query.data.with(|data| data.as_deref().map(read));
        relatives.unwrap_or_default()
    });
    relatives.into()
}

/// What the page was about does not exist (any more); the way back.
#[component]
pub fn Gone(
    /// What does not exist.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    let above = use_location().route.with_untracked(Route::parent);
    let words = go_to(above.tab().unwrap_or_default());
    let actions = move || view! { <LinkButton href=above.href()>{words}</LinkButton> };
    view! {
        <Empty icon=Icon::Question title=title actions=actions>
            {texts::pages::maybe_deleted()}
        </Empty>
    }
}

fn go_to(tab: Tab) -> &'static str {
    match tab {
        Tab::Servers => texts::pages::go_to_servers(),
        Tab::Services => texts::pages::go_to_services(),
        Tab::Listeners => texts::pages::go_to_listeners(),
        Tab::Filters => texts::pages::go_to_filters(),
        Tab::Monitors => texts::pages::go_to_monitors(),
        Tab::Sessions => texts::pages::go_to_sessions(),
    }
}
