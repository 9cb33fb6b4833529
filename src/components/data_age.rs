//! How fresh the data is, how often it is read, and reading it now.

use leptos::prelude::*;

use crate::components::time::span;
use crate::query::{RefreshInterval, use_freshness, use_query_client};
use crate::state::preferences::Preference;
use crate::ui::button::IconButton;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// The interval before anyone chose one; a monitor looks every two seconds by default.
const DEFAULT: RefreshInterval = RefreshInterval::Seconds(5);

/// Data that is read more seldom than this is shown with its age.
const LIVE_SECONDS: u32 = 5;

/// Without an answer for so long, it is not live whatever the interval.
const LIVE_FOR_SECONDS: u64 = 12;

/// The interval this browser remembers.
pub fn stored_refresh_interval() -> RefreshInterval {
    Preference::RefreshInterval
        .read()
        .as_deref()
        .and_then(RefreshInterval::from_key)
        .unwrap_or(DEFAULT)
}

fn words(interval: RefreshInterval) -> String {
    match interval {
        RefreshInterval::Seconds(seconds) if seconds.is_multiple_of(60) => {
            texts::data_age::every_minutes(u64::from(seconds / 60))
        }
        RefreshInterval::Seconds(seconds) => texts::data_age::every_seconds(u64::from(seconds)),
        RefreshInterval::Paused => texts::data_age::paused().to_owned(),
    }
}

/// Age and interval in the header bar. While all is well nothing moves here: an age is shown only
/// when it is not what the interval promises.
#[component]
pub fn DataAge() -> impl IntoView {
    let client = use_query_client();
    let choose = move |interval: RefreshInterval| {
        Preference::RefreshInterval.write(Some(interval.key()));
        client.refresh_interval.set(interval);
    };
    let items = Signal::derive(move || {
        let chosen = client.refresh_interval.get();
        RefreshInterval::ALL
            .into_iter()
            .map(|interval| {
                let icon =
                    if interval == RefreshInterval::Paused { Icon::EyeOff } else { Icon::Clock };
                MenuItem::new(interval.key(), icon, words(interval), move || choose(interval))
                    .checked(interval == chosen)
            })
            .collect::<Vec<_>>()
    });
    let interval = Signal::derive(move || words(client.refresh_interval.get()));
    let label = Signal::derive(move || texts::data_age::refresh(interval.get()));
    view! {
        <Age />
        <IconButton
            icon=Icon::Refresh
            label=texts::console::refresh()
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
    let old = Memo::new(move |_| match (client.refresh_interval.get(), age.get()) {
        (RefreshInterval::Seconds(seconds), age) if seconds <= LIVE_SECONDS => {
            freshness.trouble.with(Option::is_some) || age > Some(LIVE_FOR_SECONDS)
        }
        _ => true,
    });
    move || {
        if old.get() {
            view! { <AgeInSeconds age=age /> }.into_any()
        } else {
            view! { <span class="data-age">{texts::data_age::live()}</span> }.into_any()
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
        Some(seconds) => texts::data_age::is_old(span(seconds)),
        None => texts::data_age::no_data().to_owned(),
    };
    view! { <span class="data-age data-age-old">{text}</span> }
}
