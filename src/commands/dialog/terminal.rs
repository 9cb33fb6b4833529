//! The requests of a command, to copy for a terminal or a colleague.

use leptos::prelude::*;
use maxscale::request::Request;
use maxscale::switchover;
use texts::dialog;

use super::form::{Form, Proposal};
use crate::api::api_url;
use crate::state::session::use_session;
use crate::ui::copy::CopyText;
use crate::ui::disclosure::Disclosure;

/// What is to be sent; of what is refused for want of a switchover, that one.
#[component]
pub(super) fn Terminal(form: Form) -> impl IntoView {
    let refusal = Memo::new(move |_| form.refusal());
    move || match refusal.get() {
        None => {
            let requests = Signal::derive(move || requests(form));
            view! { <Calls summary=dialog::command_line() requests=requests /> }.into_any()
        }
        Some(refusal) if refusal.calls_for_switchover() => {
            view! { <Switchover form=form /> }.into_any()
        }
        Some(_) => ().into_any(),
    }
}

fn requests(form: Form) -> Vec<Request> {
    let requests = form.proposal.with(|proposal| Some(proposal.as_ref()?.batch.requests()));
    requests.unwrap_or_default().into_iter().flat_map(|(_, requests)| requests).collect()
}

/// The way out for a primary: the call that makes another server the primary.
#[component]
fn Switchover(form: Form) -> impl IntoView {
    let requests = Memo::new(move |_| {
        let suggested = form.proposal.with(|proposal| {
            let context = proposal.as_ref().and_then(Proposal::subject)?.as_server()?;
            form.target.with_topology(|topology| switchover::suggested(&context.server, topology))
        });
        suggested.into_iter().collect::<Vec<_>>()
    });
    move || {
        if requests.with(Vec::is_empty) {
            view! { <p class="quiet">{dialog::no_replica_can_take_over()}</p> }.into_any()
        } else {
            view! { <Calls summary=dialog::switchover_in_terminal() requests=requests /> }
                .into_any()
        }
    }
}

/// What is to be sent, as curl and as maxctrl.
#[component]
fn Calls(
    /// What they are.
    summary: &'static str,
    /// The requests, in order.
    #[prop(into)]
    requests: Signal<Vec<Request>>,
) -> impl IntoView {
    let session = use_session();
    let user = move || session.user().map(|user| user.name).unwrap_or_default();
    let curl = Signal::derive(move || {
        let (api, user) = (api_url(), user());
        lines(&requests.get(), |request| Some(request.curl(&api, &user)))
    });
    let maxctrl = Signal::derive(move || lines(&requests.get(), Request::as_maxctrl));
    view! {
        <Disclosure summary=summary>
            <CopyText label=dialog::curl_command() text=curl />
            <CopyText label=dialog::maxctrl_command() text=maxctrl />
        </Disclosure>
    }
}

fn lines(requests: &[Request], line: impl Fn(&Request) -> Option<String>) -> String {
    requests.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}
