//! Every address of the console survives being printed and parsed, and stands in one list.

#[allow(dead_code, reason = "no icon is drawn here")]
#[path = "../src/ui/icon.rs"]
mod icon;
#[allow(dead_code, reason = "no page is shown here")]
#[path = "../src/route/mod.rs"]
mod route;
mod ui {
    pub(crate) use super::icon;
}

use maxscale::name::{FilterName, ListenerName, MonitorName, ServerName, ServiceName, SessionId};
use proptest::prelude::*;
use route::{Options, PAGES, Place, Route, Tab};

#[test]
fn every_address_is_in_the_snapshot() {
    let addresses = [
        Route::Dashboard(Tab::Servers),
        Route::Dashboard(Tab::Services),
        Route::Dashboard(Tab::Listeners),
        Route::Dashboard(Tab::Filters),
        Route::Dashboard(Tab::Monitors),
        Route::Dashboard(Tab::Sessions),
        Route::of(ServerName::new("db2")),
        Route::of(ServiceName::new("RW-Split-Router")),
        Route::of(ListenerName::new("RW-Split-Listener")),
        Route::of(FilterName::new("QLA")),
        Route::of(MonitorName::new("Monitor")),
        Route::of(SessionId::new("22")),
        Route::Users,
        Route::Gallery,
        Route::NotFound("/elsewhere".into()),
    ]
    .map(|route| format!("{} | {}", route.href(), route.title()));
    assert_eq!(
        addresses,
        [
            "#/dashboard/servers | Servers",
            "#/dashboard/services | Services",
            "#/dashboard/listeners | Listeners",
            "#/dashboard/filters | Filters",
            "#/dashboard/monitors | Monitors",
            "#/dashboard/sessions | Sessions",
            "#/dashboard/servers/db2 | db2 · Server",
            "#/dashboard/services/RW-Split-Router | RW-Split-Router · Service",
            "#/dashboard/listeners/RW-Split-Listener | RW-Split-Listener · Listener",
            "#/dashboard/filters/QLA | QLA · Filter",
            "#/dashboard/monitors/Monitor | Monitor · Monitor",
            "#/dashboard/sessions/22 | 22 · Session",
            "#/users | Users",
            "#/ui | Components",
            "#/elsewhere | Page not found",
        ]
    );
}

#[test]
fn every_page_is_found_by_its_address() {
    for page in &PAGES {
        assert_eq!(Route::parse(&page.route.href()), page.route);
        assert_eq!(page.route.tab().is_some(), page.place == Place::Tab);
    }
    assert_eq!(Route::of(ServerName::new("db2")).tab(), None);
}

#[test]
fn the_empty_address_is_the_dashboard() {
    for fragment in ["", "#", "#/", "#/dashboard", "#/dashboard/", "#/dashboard/servers?sort=state"]
    {
        assert_eq!(Route::parse(fragment), Route::Dashboard(Tab::Servers), "{fragment}");
    }
}

#[test]
fn what_cannot_be_decoded_is_not_found() {
    for fragment in [
        "#/dashboard/servers/%zz",
        "#/dashboard/servers/%ff",
        "#/dashboard/servers/a/b",
        "#/dashboard/elsewhere",
    ] {
        assert!(matches!(Route::parse(fragment), Route::NotFound(_)), "{fragment}");
    }
}

#[test]
fn an_option_is_set_replaced_and_left_out() {
    let options = Options::parse("#/dashboard/servers?sort=-state&filter=a%20b&broken=%zz&flag");
    assert_eq!(options.get("sort"), "-state");
    assert_eq!(options.get("filter"), "a b");
    assert_eq!(options.get("broken"), "");
    let changed = options.with("sort", "").with("filter", "x&y");
    assert_eq!(
        changed.href(&Route::Dashboard(Tab::Servers)),
        "#/dashboard/servers?flag=&filter=x%26y"
    );
}

proptest! {
    #[test]
    fn every_name_survives_the_address(name in ".+") {
        for route in [
            Route::of(ServerName::new(name.clone())),
            Route::of(ServiceName::new(name.clone())),
            Route::of(ListenerName::new(name.clone())),
            Route::of(FilterName::new(name.clone())),
            Route::of(MonitorName::new(name.clone())),
            Route::of(SessionId::new(name.clone())),
        ] {
            prop_assert!(route.parent().tab().is_some());
            prop_assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn any_fragment_has_a_route_and_options(fragment in ".*") {
        let route = Route::parse(&fragment);
        let title = route.title();
        prop_assert!(!title.is_empty());
        prop_assert_eq!(route.window_title(), format!("{title} · MaxConsole"));
        Options::parse(&fragment);
    }
}
