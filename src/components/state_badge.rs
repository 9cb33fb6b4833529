//! The state of an object as a word with icon and colour.

use leptos::prelude::*;
use maxscale::listener::ListenerState;
use maxscale::monitor::MonitorState;
use maxscale::object::ObjectState;
use maxscale::service::ServiceState;
use maxscale::state::{Condition, Role, ServerState};

use crate::ui::badge::Badge;
use crate::ui::icon::Icon;
use crate::ui::tone::Tone;

/// Each condition has a look of its own: draining is not healthy, down in maintenance is not
/// just maintenance.
fn look(condition: Condition) -> (Tone, Icon) {
    match condition {
        Condition::Serving(Role::Primary) => (Tone::Good, Icon::Bolt),
        Condition::Serving(_) => (Tone::Good, Icon::CheckCircle),
        Condition::Draining => (Tone::Caution, Icon::Drain),
        Condition::Drained => (Tone::Accent, Icon::ArrowDownToLine),
        Condition::Maintenance => (Tone::Muted, Icon::Wrench),
        Condition::MaintenanceDown => (Tone::Caution, Icon::Wrench),
        Condition::NoRole => (Tone::Caution, Icon::Warning),
        Condition::AuthError => (Tone::Bad, Icon::Lock),
        Condition::NeedDnsLookup => (Tone::Bad, Icon::Link),
        Condition::Down => (Tone::Bad, Icon::Error),
        Condition::Unknown => (Tone::Info, Icon::Question),
    }
}

fn monitor_look(state: &MonitorState) -> (Tone, Icon) {
    match state {
        MonitorState::Running => (Tone::Good, Icon::CheckCircle),
        MonitorState::Stopped => (Tone::Caution, Icon::Pause),
        MonitorState::Other(_) => (Tone::Info, Icon::Question),
    }
}

fn service_look(state: &ServiceState) -> (Tone, Icon) {
    match state {
        ServiceState::Started => (Tone::Good, Icon::CheckCircle),
        ServiceState::Stopped => (Tone::Muted, Icon::Pause),
        ServiceState::Failed => (Tone::Bad, Icon::Error),
        ServiceState::Allocated => (Tone::Caution, Icon::Clock),
        ServiceState::Other(_) => (Tone::Info, Icon::Question),
    }
}

fn listener_look(state: &ListenerState) -> (Tone, Icon) {
    match state {
        ListenerState::Running => (Tone::Good, Icon::CheckCircle),
        ListenerState::Stopped | ListenerState::Destroyed => (Tone::Muted, Icon::Pause),
        ListenerState::Failed => (Tone::Bad, Icon::Error),
        ListenerState::Created => (Tone::Caution, Icon::Clock),
        ListenerState::Other(_) => (Tone::Info, Icon::Question),
    }
}

/// How the state of any object looks.
pub fn look_of(state: &ObjectState) -> (Tone, Icon) {
    match state {
        ObjectState::Server(state) => look(state.condition()),
        ObjectState::Monitor(state) => monitor_look(state),
        ObjectState::Service(state) => service_look(state),
        ObjectState::NoUsableServer => (Tone::Bad, Icon::Error),
        ObjectState::Listener(state) => listener_look(state),
    }
}

/// The state of any object; MaxScale's own words are one hover away.
#[component]
pub fn ObjectBadge(
    /// The state.
    #[prop(into)]
    state: Signal<ObjectState>,
) -> impl IntoView {
    let look = move || state.with(look_of);
    view! {
        <Badge
            tone=Signal::derive(move || look().0)
            icon=Signal::derive(move || look().1)
            text=Signal::derive(move || state.with(ObjectState::words))
            title=Signal::derive(move || state.with(|state| texts::attributes::maxscale_says(state.raw())))
        />
    }
}

/// The state of a server.
#[component]
pub fn StateBadge(
    /// The state.
    #[prop(into)]
    state: Signal<ServerState>,
) -> impl IntoView {
    view! { <ObjectBadge state=Signal::derive(move || ObjectState::Server(state.get())) /> }
}

/// Whether a monitor runs.
#[component]
pub fn MonitorBadge(
    /// Its state.
    state: MonitorState,
) -> impl IntoView {
    view! { <ObjectBadge state=ObjectState::Monitor(state) /> }
}
