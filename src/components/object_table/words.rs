//! What the rows of a table are called, by the key of the table.

use texts::tables;

/// They within a sentence: `servers`.
pub(super) fn things(kind: &str) -> &'static str {
    match kind {
        "server" => tables::servers(),
        "service" => tables::services(),
        "listener" => tables::listeners(),
        "filter" => tables::filters(),
        "monitor" => tables::monitors(),
        "session" => tables::sessions(),
        "user" => tables::users(),
        _ => tables::rows(),
    }
}

/// What narrows them; sessions have filters of their own.
pub(super) fn filter(kind: &str) -> Option<&'static str> {
    match kind {
        "server" => Some(tables::filter_servers()),
        "service" => Some(tables::filter_services()),
        "listener" => Some(tables::filter_listeners()),
        "filter" => Some(tables::filter_filters()),
        "monitor" => Some(tables::filter_monitors()),
        "user" => Some(tables::filter_users()),
        _ => None,
    }
}

/// That the filter leaves none of them.
pub(super) fn none_matches(kind: &str, filter: &str) -> String {
    match kind {
        "server" => tables::no_server_matches(filter),
        "service" => tables::no_service_matches(filter),
        "listener" => tables::no_listener_matches(filter),
        "filter" => tables::no_filter_matches(filter),
        "monitor" => tables::no_monitor_matches(filter),
        "session" => tables::no_session_matches(filter),
        "user" => tables::no_user_matches(filter),
        _ => tables::no_row_matches(filter),
    }
}
