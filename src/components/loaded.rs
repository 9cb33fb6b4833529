//! What stands where data will be: a placeholder, the data, or why there is none.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::query::{Status, use_query_client};
use crate::ui::button::Button;
use crate::ui::lazy::prefetch_parts;
use crate::ui::locale::moment;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::skeleton::Skeleton;
use crate::ui::tone::Tone;

/// Shows `children` once there is data; later failures leave it, with a word about its age.
#[component]
pub fn Loaded(
    /// What is read.
    status: Status,
    /// What it is, for people: `the servers`.
    what: &'static str,
    /// Shows the data.
    children: ChildrenFn,
) -> impl IntoView {
    let known = Memo::new(move |_| status.known.get());
    prefetch_parts_once(known);
    move || {
        if known.get() {
            view! {
                <Trouble status=status what=what />
                {children()}
            }
            .into_any()
        } else {
            view! { <Waiting status=status what=what /> }.into_any()
        }
    }
}

/// Loads what else may be needed, after what was asked for.
pub fn prefetch_parts_once(known: Memo<bool>) {
    Effect::new(move || {
        if known.get() {
            prefetch_parts();
        }
    });
}

/// No data yet: a placeholder, or why nothing comes.
#[component]
pub fn Waiting(status: Status, what: &'static str) -> impl IntoView {
    let client = use_query_client();
    let label = texts::ui::loading(what);
    move || match status.error.get() {
        None => view! { <Skeleton lines=4 label=label.clone() /> }.into_any(),
        Some(error) => {
            let again = move || {
                view! {
                    <Button on_click=move |()| client.refetch()>
                        {texts::common::try_again()}
                    </Button>
                }
            };
            view! {
                <Notice
                    tone=Tone::Bad
                    title=texts::parts::could_not_load(what)
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

/// The newest attempt failed for a reason of its own; that nobody can be reached is the shell's
/// to say.
#[component]
pub fn Trouble(status: Status, what: &'static str) -> impl IntoView {
    move || {
        let error = status.error.get().filter(|error| *error != ApiError::Unreachable);
        error.filter(|error| !matches!(error, ApiError::NotFound(_))).map(|error| {
            let good_at = status.good_at.try_get_value().unwrap_or_default();
            view! {
                <Notice
                    tone=Tone::Caution
                    title=texts::parts::could_not_refresh(what, moment(good_at))
                    urgency=Urgency::Status
                >
                    {error.words()}
                </Notice>
            }
        })
    }
}
