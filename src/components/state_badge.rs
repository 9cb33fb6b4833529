//! The state of a server, a monitor or a service as a word with icon and colour.

use leptos::prelude::*;
use maxscale::monitor::MonitorState;
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

/// The state of a server; MaxScale's own words are one hover away.
#[component]
pub fn StateBadge(
    /// The state.
    #[prop(into)]
    state: Signal<ServerState>,
) -> impl IntoView {
    let look = move || state.with(|state| look(state.condition()));
    view! {
        <Badge
            tone=Signal::derive(move || look().0)
            icon=Signal::derive(move || look().1)
            text=Signal::derive(move || state.with(ServerState::words))
            title=Signal::derive(move || state.with(|state| format!("MaxScale says: {state}")))
        />
    }
}

/// Whether a monitor runs.
#[component]
pub fn MonitorBadge(
    /// Its state.
    state: MonitorState,
) -> impl IntoView {
    let (tone, icon) = match state {
        MonitorState::Running => (Tone::Good, Icon::CheckCircle),
        MonitorState::Stopped => (Tone::Caution, Icon::Pause),
        MonitorState::Other(_) => (Tone::Info, Icon::Question),
    };
    view! { <Badge tone=tone icon=icon text=state.word().to_owned() /> }
}

/// Whether a service takes clients.
#[component]
pub fn ServiceBadge(
    /// Its state.
    state: ServiceState,
) -> impl IntoView {
    let (tone, icon) = match state {
        ServiceState::Started => (Tone::Good, Icon::CheckCircle),
        ServiceState::Stopped => (Tone::Muted, Icon::Pause),
        ServiceState::Failed => (Tone::Bad, Icon::Error),
        ServiceState::Allocated => (Tone::Caution, Icon::Clock),
        ServiceState::Other(_) => (Tone::Info, Icon::Question),
    };
    view! { <Badge tone=tone icon=icon text=state.word().to_owned() /> }
}
