//! What an action touches now, in numbers.

use leptos::prelude::*;
use maxscale::impact::{Impact, Left, ServiceImpact};
use maxscale::server::Load;

use super::subject::Subject;
use crate::ui::badge::Badge;
use crate::ui::facts::{Fact, Facts};
use crate::ui::icon::Icon;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

const TITLE: &str = "impact-title";

/// Connections, active operations, and what is left to the services.
#[component]
pub(super) fn ImpactNow(
    /// The server.
    subject: Subject,
) -> impl IntoView {
    let load = subject.server.part(|server| server.load);
    let number = move |read: fn(Load) -> Option<u64>| {
        move || load.get().and_then(read).map_or_else(|| "not known".to_owned(), |n| n.to_string())
    };
    let impact = Memo::new(move |_| subject.impact());
    let alarm = move || {
        let lost = impact.with(|impact| impact.as_ref().is_some_and(Impact::is_a_loss));
        lost.then(|| {
            view! {
                <Notice
                    tone=Tone::Caution
                    title="A service will fail for its clients"
                    urgency=Urgency::Status
                />
            }
        })
    };
    view! {
        <section class="impact" aria-labelledby=TITLE>
            <h3 id=TITLE>"Affected now"</h3>
            {alarm}
            <Facts>
                <Fact label="Connections">{number(|load| load.connections)}</Fact>
                <Fact label="Active operations">{number(|load| load.active_operations)}</Fact>
            </Facts>
            <ServicesLeft impact=impact />
        </section>
    }
}

#[component]
pub(super) fn ServicesLeft(impact: Memo<Option<Impact>>) -> impl IntoView {
    let list = move || match impact.get() {
        None => view! { <p class="quiet">"Services: not known yet"</p> }.into_any(),
        Some(impact) if impact.services.is_empty() => {
            view! { <p class="quiet">"No service uses this server."</p> }.into_any()
        }
        Some(impact) => {
            let items = impact.services.iter().map(service);
            view! { <ul class="plain-list">{items.collect_view()}</ul> }.into_any()
        }
    };
    view! { <div>{list}</div> }
}

fn service(left: &ServiceImpact) -> impl IntoView + use<> {
    let (tone, icon) = match left.left {
        Left::Nothing | Left::NoPrimary | Left::NothingAlready => (Tone::Bad, Icon::Error),
        Left::PrimaryStandsIn | Left::Servers(1) => (Tone::Caution, Icon::Warning),
        Left::Servers(_) => (Tone::Good, Icon::CheckCircle),
    };
    view! {
        <li>
            <span class="name">{left.service.to_string()}</span>
            <Badge tone=tone icon=icon text=left.left.words() title=left.router.word().to_owned() />
        </li>
    }
}
