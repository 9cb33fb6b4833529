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
type Offer = (texts::Text, &'static str, fn(&str) -> String);

const TO_SERVERS: [Offer; 6] = [
    (texts::demo::kill, "kill *", |server| texts::demo::was_killed(server)),
    (texts::commands::start, "start *", |server| texts::demo::was_started(server)),
    (texts::demo::lag, "lag * 30", |server| texts::demo::is_behind(server)),
    (texts::demo::end_lag, "lag * 0", |server| texts::demo::may_catch_up(server)),
    (texts::demo::break_replication, "break-replication *", |server| {
        texts::demo::replication_is_broken(server)
    }),
    (texts::demo::repair_replication, "repair-replication *", |server| {
        texts::demo::replication_goes_on(server)
    }),
];

const TO_SERVICES: [Offer; 2] = [
    (texts::demo::add_load, "load * 10 60", |service| texts::demo::clients_run_query(service)),
    (texts::demo::add_transactions, "transactions * 5 60", |service| {
        texts::demo::clients_hold_transaction(service)
    }),
];

const TO_ALL: [Offer; 5] = [
    (texts::demo::freeze, "clock freeze", |_| texts::demo::time_stands_still().to_owned()),
    (texts::demo::run, "clock run", |_| texts::demo::time_goes_on().to_owned()),
    (texts::demo::advance, "clock advance 10", |_| texts::demo::time_has_passed().to_owned()),
    (texts::demo::restart_maxscale, "restart", |_| texts::demo::was_restarted().to_owned()),
    (texts::demo::fail_next_request, "fail-next 503", |_| {
        texts::demo::next_request_will_fail().to_owned()
    }),
];

/// The button in the header bar that opens and closes the panel.
#[component]
pub fn DemoButton(
    /// Whether the panel is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let toggle = move |()| open.update(|open| *open = !*open);
    view! { <IconButton icon=Icon::Flask label=texts::demo::demo() pressed=open on_click=toggle /> }
}

/// The panel. It stands above the page, so that one sees what comes of what one does.
#[component]
pub fn DemoPanel(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let content = move || {
        open.get().then(|| lazy!(shell, texts::parts::the_panel(), || view! { <Controls /> }))
    };
    view! { <div class="demo">{content}</div> }
}

#[component]
fn Controls() -> impl IntoView {
    let controls = Controls::new();
    view! {
        <Section title=texts::demo::demo()>
            {controls.row(Some((texts::objects::server(), controls.servers)), &TO_SERVERS)}
            {controls.row(Some((texts::objects::service(), controls.services)), &TO_SERVICES)}
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
            Err(why) => self.toasts.failed(texts::demo::no_answer(), why, None::<fn()>),
        }
    }

    fn act(self, (label, words, done): Offer, chosen: String) {
        spawn_local(async move {
            match demo::tamper(&words.replace('*', &chosen)).await {
                Ok(()) => self.toasts.done(done(&chosen), None, None::<fn()>),
                Err(why) => {
                    self.toasts.failed(texts::demo::did_not_succeed(label()), why, None::<fn()>)
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
        let select = choices.map(|(kind, choices)| {
            let label = texts::capitalised(kind);
            view! { <SelectField label=label choices=choices value=value /> }
        });
        let button = |offer: &'static Offer| {
            view! { <Button on_click=move |()| self.act(*offer, chosen())>{(offer.0)()}</Button> }
        };
        let buttons: Vec<AnyView> = offers.iter().map(|offer| button(offer).into_any()).collect();
        view! { <div class="demo-row">{select} {buttons}</div> }.into_any()
    }
}
