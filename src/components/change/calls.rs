//! The requests of a change, to copy for a terminal or a colleague.

use leptos::prelude::*;
use maxscale::request::Request;

use crate::api::api_url;
use crate::state::session::use_session;
use crate::ui::copy::CopyText;
use crate::ui::disclosure::Disclosure;

/// What is to be sent, as curl and as maxctrl.
#[component]
pub fn Calls(
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
            <CopyText label="curl command" text=curl />
            <CopyText label="maxctrl command" text=maxctrl />
        </Disclosure>
    }
}

fn lines(requests: &[Request], line: impl Fn(&Request) -> Option<String>) -> String {
    requests.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}
