//! A message within the page: what happened or holds, to what, and what to do.

use super::icon::IconView;
use super::tone::Tone;
use leptos::prelude::*;

/// Whether a screen reader says a notice when it appears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Urgency {
    /// It is part of the page and read in its turn.
    #[default]
    Read,
    /// At the next pause.
    Status,
    /// At once, for what went wrong just now.
    Alert,
}

impl Urgency {
    const fn role(self) -> Option<&'static str> {
        match self {
            Self::Read => None,
            Self::Status => Some("status"),
            Self::Alert => Some("alert"),
        }
    }
}

/// A banner or inline message.
#[component]
pub fn Notice(
    /// The meaning, as a colour; the icon follows it.
    #[prop(into)]
    tone: Signal<Tone>,
    /// The message in a few words.
    #[prop(into)]
    title: Signal<String>,
    /// Whether a screen reader says it when it appears.
    #[prop(optional)]
    urgency: Urgency,
    /// Buttons or links that help.
    #[prop(optional, into)]
    actions: ViewFnOnce,
    /// More words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="notice" data-tone=move || Some(tone.get().name()) role=urgency.role()>
            <IconView icon=Signal::derive(move || tone.get().icon()) />
            <div class="notice-words">
                <p class="notice-title">{move || title.get()}</p>
                {children.map(|children| view! { <div class="notice-body">{children()}</div> })}
            </div>
            <div class="notice-actions">{actions.run()}</div>
        </div>
    }
}
