//! How fresh the data is, how often it is read, and reading it now.

use leptos::prelude::*;

use crate::components::time::span;
use crate::query::{Pace, use_freshness, use_query_client};
use crate::state::preferences::Preference;
use crate::ui::button::IconButton;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// The pace before anyone chose one; a monitor looks every two seconds by default.
const DEFAULT: Pace = Pace::Seconds(5);

/// Data that is read more seldom than this is shown with its age.
const LIVE_SECONDS: u32 = 5;

/// Without an answer for so long, it is not live whatever the pace.
const LIVE_FOR_SECONDS: u64 = 12;

/// The pace this browser remembers.
pub fn stored_pace() -> Pace {
    Preference::Pace.read().as_deref().and_then(Pace::from_key).unwrap_or(DEFAULT)
}

fn words(pace: Pace) -> String {
    match pace {
        Pace::Seconds(1) => "Every second".to_owned(),
        Pace::Seconds(60) => "Every minute".to_owned(),
        Pace::Seconds(seconds @ (120 | 300)) => format!("Every {} minutes", seconds / 60),
        Pace::Seconds(seconds) => format!("Every {seconds} seconds"),
        Pace::Paused => "Paused".to_owned(),
    }
}

/// Age and pace in the header bar. While all is well nothing moves here: an age is shown only
/// when it is not what the pace promises.
#[component]
pub fn DataAge() -> impl IntoView {
    let client = use_query_client();
    let choose = move |pace: Pace| {
        Preference::Pace.write(Some(pace.key()));
        client.pace.set(pace);
    };
    let items = Signal::derive(move || {
        let chosen = client.pace.get();
        Pace::ALL
            .into_iter()
            .map(|pace| {
                let icon = if pace == Pace::Paused { Icon::Pause } else { Icon::Clock };
                MenuItem::new(pace.key(), icon, words(pace), move || choose(pace))
                    .checked(pace == chosen)
            })
            .collect::<Vec<_>>()
    });
    let pace = Signal::derive(move || words(client.pace.get()));
    let label = Signal::derive(move || format!("Refresh: {}", pace.get()));
    view! {
        <Age />
        <IconButton
            icon=Icon::Refresh
            label="Refresh now"
            on_click=move |()| client.refetch()
        />
        <MenuButton label=label icon=Icon::Clock items=items />
    }
}

#[component]
fn Age() -> impl IntoView {
    let (client, freshness) = (use_query_client(), use_freshness());
    let age = ticking(move || {
        let at = freshness.answered_at.try_get_value()??;
        Some(((js_sys::Date::now() - at) / 1_000.0).max(0.0) as u64)
    });
    let old = Memo::new(move |_| match (client.pace.get(), age.get()) {
        (Pace::Seconds(seconds), age) if seconds <= LIVE_SECONDS => {
            freshness.trouble.with(Option::is_some) || age > Some(LIVE_FOR_SECONDS)
        }
        _ => true,
    });
    move || {
        if old.get() {
            view! { <AgeInSeconds age=age /> }.into_any()
        } else {
            view! { <span class="data-age">"Live"</span> }.into_any()
        }
    }
}

/// Looks again every second.
fn ticking(look: impl Fn() -> Option<u64> + 'static) -> RwSignal<Option<u64>> {
    let seen = RwSignal::new(look());
    let timer = set_interval_with_handle(
        move || {
            seen.try_set(look());
        },
        std::time::Duration::from_secs(1),
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    seen
}

/// The seconds since MaxScale last answered.
#[component]
fn AgeInSeconds(age: RwSignal<Option<u64>>) -> impl IntoView {
    let text = move || match age.get() {
        Some(seconds) => format!("Data is {} old", span(seconds)),
        None => "No data yet".to_owned(),
    };
    view! { <span class="data-age data-age-old">{text}</span> }
}
