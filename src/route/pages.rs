//! The table of pages: addresses, titles, navigation, search and shortcuts come from it.

use maxscale::object::Kind;

use super::{Route, Tab};
use crate::ui::icon::Icon;

/// A page with an address of its own. What it shows stands in `app.rs`, or for a tab in
/// `pages/dashboard.rs`.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub route: Route,
    /// What stands behind `#` in its URL.
    pub path: &'static str,
    pub title: &'static str,
    pub icon: Icon,
    pub place: Place,
    /// The kind of object that it lists; the pages of those stand below it.
    pub lists: Option<Kind>,
    pub shortcut: Option<Shortcut>,
}

/// Where the navigation has a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Among the tabs of the dashboard, in the order of the table.
    Tab,
    /// Beside the dashboard.
    Navigation,
    /// Nowhere.
    Hidden,
}

/// The key that goes to a page when it is pressed after `g`.
#[derive(Debug, PartialEq, Eq)]
pub struct Shortcut {
    pub keys: [&'static str; 2],
    pub words: &'static str,
}

pub static PAGES: [Page; 7] = [
    Page {
        route: Route::Dashboard(Tab::Servers),
        path: "/dashboard/servers",
        title: "Servers",
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Server),
        shortcut: after_g("s", "Servers"),
    },
    Page {
        route: Route::Dashboard(Tab::Services),
        path: "/dashboard/services",
        title: "Services",
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Service),
        shortcut: after_g("v", "Services"),
    },
    Page {
        route: Route::Dashboard(Tab::Listeners),
        path: "/dashboard/listeners",
        title: "Listeners",
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Listener),
        shortcut: after_g("l", "Listeners"),
    },
    Page {
        route: Route::Dashboard(Tab::Filters),
        path: "/dashboard/filters",
        title: "Filters",
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Filter),
        shortcut: after_g("f", "Filters"),
    },
    Page {
        route: Route::Dashboard(Tab::Monitors),
        path: "/dashboard/monitors",
        title: "Monitors",
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Monitor),
        shortcut: after_g("m", "Monitors"),
    },
    Page {
        route: Route::Dashboard(Tab::Sessions),
        path: "/dashboard/sessions",
        title: "Sessions",
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Session),
        shortcut: after_g("c", "Sessions, the clients"),
    },
    Page {
        route: Route::Gallery,
        path: "/ui",
        title: "Components",
        icon: Icon::Eye,
        place: Place::Hidden,
        lists: None,
        shortcut: None,
    },
];

const fn after_g(key: &'static str, words: &'static str) -> Option<Shortcut> {
    Some(Shortcut { keys: ["g", key], words })
}
