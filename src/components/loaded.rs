//! What stands where data will be: a placeholder, the data, or why there is none.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::ApiError;
use crate::query::{Query, use_poller};
use crate::ui::button::Button;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::skeleton::Skeleton;
use crate::ui::tone::Tone;

/// Shows `children` once there is data; later failures leave it, with a word about its age.
#[component]
pub fn Loaded<T, F>(
    /// What is read.
    query: Query<T>,
    /// What it is, for people: `the servers`.
    #[prop(into)]
    what: String,
    /// Shows the data; runs once, the signal brings what is new.
    children: F,
) -> impl IntoView
where
    T: PartialEq + Send + Sync + 'static,
    F: Fn(Signal<Arc<T>>) -> AnyView + Send + 'static,
{
    let first = Memo::new(move |known: Option<&Option<Arc<T>>>| match known {
        Some(Some(first)) => Some(first.clone()),
        _ => query.data.get(),
    });
    let what = StoredValue::new(what);
    move || match first.get() {
        Some(first) => {
            let data = Signal::derive(move || query.data.get().unwrap_or_else(|| first.clone()));
            view! {
                <Trouble query=query what=what.get_value() />
                {children(data)}
            }
            .into_any()
        }
        None => view! { <Waiting query=query what=what.get_value() /> }.into_any(),
    }
}

/// No data yet: a placeholder, or why nothing comes.
#[component]
pub fn Waiting<T: Send + Sync + 'static>(query: Query<T>, what: String) -> impl IntoView {
    let poller = use_poller();
    let label = format!("Loading {what}");
    move || match query.error.get() {
        None => view! { <Skeleton lines=4 label=label.clone() /> }.into_any(),
        Some(error) => {
            let again =
                move || view! { <Button on_click=move |()| poller.read_now()>"Try again"</Button> };
            view! {
                <Notice
                    tone=Tone::Bad
                    title=format!("Could not load {what}")
                    urgency=Urgency::Alert
                    actions=again
                >
                    {error.words()}
                </Notice>
            }
            .into_any()
        }
    }
}

/// The newest attempt failed for a reason of its own; that nothing answers is the shell's to say.
#[component]
pub fn Trouble<T: Send + Sync + 'static>(query: Query<T>, what: String) -> impl IntoView {
    move || {
        let error = query.error.get().filter(|error| !error.is_silence());
        error.filter(|error| !matches!(error, ApiError::NotFound(_))).map(|error| {
            view! {
                <Notice
                    tone=Tone::Caution
                    title=format!("Could not refresh {what}; what is shown is older")
                    urgency=Urgency::Status
                >
                    {error.words()}
                </Notice>
            }
        })
    }
}
