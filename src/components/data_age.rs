//! How fresh the data is, how often it is read, and reading it now.

use leptos::prelude::*;

use crate::components::time::span;
use crate::query::{Pace, use_freshness, use_poller};
use crate::state::preferences::Preference;
use crate::ui::button::IconButton;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// The pace before anyone chose one; a monitor looks every two seconds by default.
const DEFAULT: Pace = Pace::Seconds(5);

/// Data that is read more seldom than this is shown with its age.
const LIVE_SECONDS: u32 = 5;

/// The pace this browser remembers.
pub fn stored_pace() -> Pace {
    Preference::Pace.read().as_deref().and_then(Pace::from_key).unwrap_or(DEFAULT)
}

fn words(pace: Pace) -> String {
    match pace {
        Pace::Seconds(60) => "Every minute".to_owned(),
        Pace::Seconds(1) => "Every second".to_owned(),
        Pace::Seconds(seconds) => format!("Every {seconds} seconds"),
        Pace::Paused => "Paused".to_owned(),
    }
}

/// Age and pace in the header bar. While all is well nothing moves here: an age is shown only
/// when it is not what the pace promises.
#[component]
pub fn DataAge() -> impl IntoView {
    let poller = use_poller();
    let choose = move |pace: Pace| {
        Preference::Pace.write(Some(&pace.key()));
        poller.pace.set(pace);
    };
    let items = Signal::derive(move || {
        let chosen = poller.pace.get();
        Pace::ALL
            .into_iter()
            .map(|pace| {
                let icon = if pace == Pace::Paused { Icon::Pause } else { Icon::Clock };
                MenuItem::new(key(pace), icon, words(pace), move || choose(pace))
                    .checked(pace == chosen)
            })
            .collect::<Vec<_>>()
    });
    let pace = Signal::derive(move || words(poller.pace.get()));
    let label = Signal::derive(move || format!("Refresh: {}", pace.get()));
    view! {
        <Age />
        <IconButton
            icon=Icon::Refresh
            label="Refresh now"
            on_click=move |()| poller.read_now()
        />
        <MenuButton label=label icon=Icon::Clock items=items />
    }
}

/// Menu items want keys that live as long as the program.
fn key(pace: Pace) -> &'static str {
    match pace {
        Pace::Seconds(1) => "1",
        Pace::Seconds(2) => "2",
        Pace::Seconds(5) => "5",
        Pace::Seconds(10) => "10",
        Pace::Seconds(30) => "30",
        Pace::Seconds(_) => "60",
        Pace::Paused => "off",
    }
}

#[component]
fn Age() -> impl IntoView {
    let (poller, freshness) = (use_poller(), use_freshness());
    let stale = move || freshness.trouble.with(Option::is_some);
    let slow = move || match poller.pace.get() {
        Pace::Seconds(seconds) => seconds > LIVE_SECONDS,
        Pace::Paused => true,
    };
    let ages = move || stale() || slow();
    move || {
        if ages() {
            view! { <Counting /> }.into_any()
        } else {
            view! { <span class="data-age">"Live"</span> }.into_any()
        }
    }
}

/// Counts the seconds since MaxScale last answered.
#[component]
fn Counting() -> impl IntoView {
    let freshness = use_freshness();
    let age = move || {
        let at = freshness.answered_at.get_value()?;
        Some(((js_sys::Date::now() - at) / 1_000.0).max(0.0) as u64)
    };
    let seconds = RwSignal::new(age());
    let timer = set_interval_with_handle(
        move || {
            seconds.try_set(age());
        },
        std::time::Duration::from_secs(1),
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    let text = move || match seconds.get() {
        Some(seconds) => format!("Data is {} old", span(seconds)),
        None => "No data yet".to_owned(),
    };
    view! { <span class="data-age data-age-old">{text}</span> }
}
