//! Which MaxScale this is: version, host, age, and how it shares its configuration.

use leptos::prelude::*;
use maxscale::about::About;
use maxscale::config_sync::{ConfigSync, SyncState};

use crate::components::object_page::words;
use crate::components::time::{http_date, span};
use crate::query::Query;
use crate::ui::badge::Badge;
use crate::ui::disclosure::Disclosure;
use crate::ui::facts::{Fact, Facts};
use crate::ui::icon::Icon;
use crate::ui::tone::Tone;

/// One line, with all else behind it.
#[component]
pub(super) fn AboutMaxScale(about: Query<About>) -> impl IntoView {
    let known = Memo::new(move |_| about.data.with(Option::is_some));
    let line = about.part(line);
    let sync = about.part(|about| about.config_sync.clone());
    let sync = Memo::new(move |_| sync.get().flatten());
    let badge = move || {
        sync.get().map(|sync| {
            let (tone, icon) = match (&sync.state, sync.failure()) {
                (_, Some(_)) | (SyncState::Failed(_), _) => (Tone::Bad, Icon::Error),
                (SyncState::NoChanges, None) => (Tone::Info, Icon::Info),
                (SyncState::InSync, None) => (Tone::Good, Icon::CheckCircle),
            };
            view! { <Badge tone=tone icon=icon text=sync.words() /> }
        })
    };
    move || {
        known.get().then(|| {
            view! {
                <div class="about">
                    <Disclosure summary=Signal::derive(move || line.get().unwrap_or_default())>
                        <AllFacts about=about sync=sync />
                    </Disclosure>
                    {badge}
                </div>
            }
        })
    }
}

fn line(about: &About) -> String {
    let version = about.version.as_ref();
    let mut line = version.map_or_else(|| "MaxScale".to_owned(), |one| format!("MaxScale {one}"));
    if let Some(host) = &about.host {
        line = texts::dashboard::on_host(line, host);
    }
    if let Some(age) = about.uptime_seconds {
        line = texts::dashboard::up_for(line, span(age));
    }
    line
}

/// How the configuration is shared, at which version, and who changed it last.
fn shared_line(sync: &ConfigSync) -> String {
    let mut line = sync.words().to_owned();
    if let Some(version) = sync.version {
        line = texts::dashboard::version(line, version);
    }
    if let Some(origin) = &sync.origin {
        line = texts::dashboard::from(line, origin);
    }
    line
}

#[component]
fn AllFacts(about: Query<About>, sync: Memo<Option<ConfigSync>>) -> impl IntoView {
    let text = move |read| words(about, read);
    let shared = move || match sync.get() {
        None => texts::values::off().to_owned(),
        Some(sync) => shared_line(&sync),
    };
    let nodes = move || {
        let nodes = sync.get().map(|sync| sync.nodes).unwrap_or_default();
        let node = |(name, said)| view! { <Fact label=name>{said}</Fact> };
        nodes.into_iter().map(node).collect_view()
    };
    view! {
        <Facts>
            <Fact label=texts::state::started()>{text(|about| about.started_at.as_deref().map(http_date))}</Fact>
            <Fact label=texts::dashboard::activated()>
                {text(|about| about.activated_at.as_deref().map(http_date))}
            </Fact>
            <Fact label=texts::dashboard::commit()>
                <span class="mono">{text(|about| about.commit.clone())}</span>
            </Fact>
            <Fact label=texts::dashboard::configuration_sync()>{shared}</Fact>
            {nodes}
        </Facts>
    }
}
