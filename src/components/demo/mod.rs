//! The panel of a demonstration: what can be done to a simulated MaxScale and its databases.

mod deeds;
mod tamper;

use leptos::prelude::*;

use crate::api::demo::{Behind, Database};
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::field::SelectField;
use crate::ui::icon::Icon;
use crate::ui::notice::Notice;
use crate::ui::section::Section;
use crate::ui::tone::Tone;
use deeds::Offer;
use tamper::Tamper;

/// The button in the header bar that opens and closes the panel.
#[component]
pub fn DemoButton(
    /// Whether the panel is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let toggle = move |()| open.update(|open| *open = !*open);
    view! { <IconButton icon=Icon::Bolt label="Demo" pressed=open on_click=toggle /> }
}

/// The panel. It stands above the page, so that one sees what comes of what one does.
#[component]
pub fn DemoPanel(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let content = move || {
        open.get().then(|| {
            let tools = move || {
                let close = move |()| open.set(false);
                view! { <IconButton icon=Icon::Close label="Close" on_click=close /> }
            };
            view! { <Section title="Demo" tools=tools><Content /></Section> }
        })
    };
    view! { <div class="demo">{content}</div> }
}

#[component]
fn Content() -> impl IntoView {
    let tamper = Tamper::begin();
    let (server, service) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let behind = tamper.behind;
    let servers = Signal::derive(move || {
        behind.with(|behind| behind.servers.iter().map(described).collect::<Vec<_>>())
    });
    let services = Signal::derive(move || {
        let twice = |name: &String| (name.clone(), name.clone());
        behind.with(|behind| behind.services.iter().map(twice).collect::<Vec<_>>())
    });
    let for_server = move || behind.with(|behind| chosen(behind, &server.get()).map(deeds::server));
    let for_service = move || {
        behind.with(|behind| {
            let name = service.get();
            let name = if name.is_empty() { behind.services.first().cloned() } else { Some(name) };
            name.map(|name| deeds::service(&name))
        })
    };
    let for_clock = move || behind.with(|behind| Some(deeds::clock(behind.is_running)));
    view! {
        {move || tamper.trouble.get().map(|words| view! {
            <Notice tone=Tone::Bad title="The back door does not answer">{words}</Notice>
        })}
        <div class="demo-row">
            <SelectField label="Server" choices=servers value=server />
            <Offers tamper=tamper offers=Signal::derive(move || for_server().unwrap_or_default()) />
        </div>
        <div class="demo-row">
            <SelectField label="Service" choices=services value=service />
            <Offers tamper=tamper offers=Signal::derive(move || for_service().unwrap_or_default()) />
        </div>
        <div class="demo-row">
            <Offers tamper=tamper offers=Signal::derive(move || for_clock().unwrap_or_default()) />
            <Offers tamper=tamper offers=Signal::stored(deeds::maxscale()) />
        </div>
    }
}

/// Buttons for what can be done now.
#[component]
fn Offers(tamper: Tamper, offers: Signal<Vec<Offer>>) -> impl IntoView {
    let button = move |offer: Offer| {
        let words = offer.words;
        let act = move |()| tamper.act(offer.clone());
        view! { <Button kind=ButtonKind::Secondary on_click=act>{words}</Button> }
    };
    let offers = Memo::new(move |_| offers.get());
    view! { <div class="demo-offers">{move || offers.get().into_iter().map(button).collect_view()}</div> }
}

/// The database of that name, or the first.
fn chosen<'a>(behind: &'a Behind, name: &str) -> Option<&'a Database> {
    let named = behind.servers.iter().find(|server| server.name == name);
    named.or(behind.servers.first())
}

fn described(server: &Database) -> (String, String) {
    let note = if !server.is_up {
        " (killed)"
    } else if server.is_broken {
        " (replication broken)"
    } else if server.lags {
        " (lagging)"
    } else {
        ""
    };
    (server.name.clone(), format!("{}{note}", server.name))
}
