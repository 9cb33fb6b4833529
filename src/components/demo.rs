//! The panel of a demonstration: what can be done to a simulated MaxScale and its databases.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ResourceKind;
use crate::api::demo::{self, Choice};
use crate::query::{QueryClient, use_query_client};
use crate::state::toasts::{Toasts, use_toasts};
use crate::ui::button::{Button, IconButton};
use crate::ui::field::SelectField;
use crate::ui::icon::Icon;
use crate::ui::lazy::lazy;
use crate::ui::section::Section;

/// A button's words, what it does in the words of the back door, and what it says then. A star
/// stands for the server or service that is chosen.
type Offer = (&'static str, &'static str, &'static str);

const TO_SERVERS: [Offer; 6] = [
    ("Kill", "kill *", "* was killed"),
    ("Start", "start *", "* was started"),
    ("Lag 30 s", "lag * 30", "* is 30 seconds behind"),
    ("End the lag", "lag * 0", "* may catch up"),
    ("Break replication", "break-replication *", "The replication of * is broken"),
    ("Repair replication", "repair-replication *", "The replication of * goes on"),
];

const TO_SERVICES: [Offer; 2] = [
    ("Add load", "load * 10 60", "10 clients run a query of 60 seconds over *"),
    (
        "Add transactions",
        "transactions * 5 60",
        "5 clients hold a transaction of 60 seconds over *",
    ),
];

const TO_ALL: [Offer; 5] = [
    ("Freeze", "clock freeze", "Time stands still"),
    ("Run", "clock run", "Time goes on"),
    ("Advance 10 s", "clock advance 10", "10 seconds have passed"),
    ("Restart MaxScale", "restart", "MaxScale was restarted, and all sessions have ended"),
    ("Fail the next request", "fail-next 503", "The next request to MaxScale will fail"),
];

/// The button in the header bar that opens and closes the panel.
#[component]
pub fn DemoButton(
    /// Whether the panel is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let toggle = move |()| open.update(|open| *open = !*open);
    view! { <IconButton icon=Icon::Flask label="Demo" pressed=open on_click=toggle /> }
}

/// The panel. It stands above the page, so that one sees what comes of what one does.
#[component]
pub fn DemoPanel(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let content = move || open.get().then(|| lazy!(shell, "the panel", || view! { <Controls /> }));
    view! { <div class="demo">{content}</div> }
}

#[component]
fn Controls() -> impl IntoView {
    let controls = Controls::new();
    view! {
        <Section title="Demo">
            {controls.row(Some(("Server", controls.servers)), &TO_SERVERS)}
            {controls.row(Some(("Service", controls.services)), &TO_SERVICES)}
            {controls.row(None, &TO_ALL)}
        </Section>
    }
}

/// What can be changed through the back door, and who tells of it.
#[derive(Clone, Copy)]
struct Controls {
    servers: RwSignal<Vec<Choice>>,
    services: RwSignal<Vec<Choice>>,
    client: QueryClient,
    toasts: Toasts,
}

impl Controls {
    fn new() -> Self {
        let controls = Self {
            servers: RwSignal::new(vec![]),
            services: RwSignal::new(vec![]),
            client: use_query_client(),
            toasts: use_toasts(),
        };
        spawn_local(controls.look());
        controls
    }

    async fn look(self) {
        match demo::look().await {
            Ok([servers, services]) => {
                self.servers.try_set(servers);
                self.services.try_set(services);
            }
            Err(why) => self.toasts.failed("The back door does not answer", why, None::<fn()>),
        }
    }

    fn act(self, (label, words, done): Offer, chosen: String) {
        spawn_local(async move {
            match demo::tamper(&words.replace('*', &chosen)).await {
                Ok(()) => self.toasts.done(done.replace('*', &chosen), None, None::<fn()>),
                Err(why) => {
                    self.toasts.failed([label, " did not succeed"].concat(), why, None::<fn()>)
                }
            }
            self.look().await;
            self.client.invalidate(&ResourceKind::ALL);
        });
    }

    /// What to choose from, if anything, and the buttons for it.
    fn row(
        self,
        choices: Option<(&'static str, RwSignal<Vec<Choice>>)>,
        offers: &'static [Offer],
    ) -> AnyView {
        let value = RwSignal::new(String::new());
        let chosen = move || {
            let first = || {
                choices.and_then(|(_, all)| all.with_untracked(|all| Some(all.first()?.0.clone())))
            };
            Some(value.get_untracked())
                .filter(|name| !name.is_empty())
                .or_else(first)
                .unwrap_or_default()
        };
        let select = choices.map(
            |(label, choices)| view! { <SelectField label=label choices=choices value=value /> },
        );
        let button = |offer: &'static Offer| {
            view! { <Button on_click=move |()| self.act(*offer, chosen())>{offer.0}</Button> }
        };
        let buttons: Vec<AnyView> = offers.iter().map(|offer| button(offer).into_any()).collect();
        view! { <div class="demo-row">{select} {buttons}</div> }.into_any()
    }
}
