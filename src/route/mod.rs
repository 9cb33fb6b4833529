//! Every address of the console, and the table of pages: routes, titles, navigation, search and
//! shortcuts come from it.
//!
//! The paths are MaxGUI's, so that its bookmarks keep working (maxgui-features.md 1).

mod options;

pub use options::Options;

use maxscale::name::{from_path_part, path_part};
use maxscale::object::{Kind, Object};

use crate::ui::icon::Icon;

/// A screen of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The dashboard, with the list of one of its tabs.
    Dashboard(Tab),
    /// The page of one object.
    Object(Object),
    /// Who may sign in to MaxScale.
    Users,
    /// Every component in every state; only there in a build with the feature `gallery`.
    Gallery,
    /// No screen has this path.
    NotFound(String),
}

/// A tab of the dashboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Servers,
    Services,
    Listeners,
    Filters,
    Monitors,
    Sessions,
}

/// A page with an address of its own. What it shows stands in `app.rs`, or for a tab in
/// `pages/dashboard.rs`.
#[derive(Debug)]
pub struct Page {
    pub route: Route,
    /// What stands behind `#` in its URL.
    pub path: &'static str,
    pub title: texts::Text,
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
#[derive(Debug)]
pub struct Shortcut {
    pub keys: [&'static str; 2],
    pub words: texts::Text,
}

pub static PAGES: [Page; 8] = [
    Page {
        route: Route::Dashboard(Tab::Servers),
        path: "/dashboard/servers",
        title: texts::objects::servers,
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Server),
        shortcut: after_g("s", texts::objects::servers),
    },
    Page {
        route: Route::Dashboard(Tab::Services),
        path: "/dashboard/services",
        title: texts::objects::services,
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Service),
        shortcut: after_g("v", texts::objects::services),
    },
    Page {
        route: Route::Dashboard(Tab::Listeners),
        path: "/dashboard/listeners",
        title: texts::objects::listeners,
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Listener),
        shortcut: after_g("l", texts::objects::listeners),
    },
    Page {
        route: Route::Dashboard(Tab::Filters),
        path: "/dashboard/filters",
        title: texts::objects::filters,
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Filter),
        shortcut: after_g("f", texts::objects::filters),
    },
    Page {
        route: Route::Dashboard(Tab::Monitors),
        path: "/dashboard/monitors",
        title: texts::objects::monitors,
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Monitor),
        shortcut: after_g("m", texts::objects::monitors),
    },
    Page {
        route: Route::Dashboard(Tab::Sessions),
        path: "/dashboard/sessions",
        title: texts::objects::sessions,
        icon: Icon::Dashboard,
        place: Place::Tab,
        lists: Some(Kind::Session),
        shortcut: after_g("c", texts::pages::sessions_the_clients),
    },
    Page {
        route: Route::Users,
        path: "/users",
        title: texts::pages::users,
        icon: Icon::User,
        place: Place::Navigation,
        lists: None,
        shortcut: after_g("u", texts::pages::users),
    },
    Page {
        route: Route::Gallery,
        path: "/ui",
        title: || "Components",
        icon: Icon::Eye,
        place: Place::Hidden,
        lists: None,
        shortcut: None,
    },
];

const fn after_g(key: &'static str, words: texts::Text) -> Option<Shortcut> {
    Some(Shortcut { keys: ["g", key], words })
}

impl Default for Route {
    fn default() -> Self {
        Self::Dashboard(Tab::default())
    }
}

impl Route {
    /// The page of an object.
    pub fn of(object: impl Into<Object>) -> Self {
        Self::Object(object.into())
    }

    /// Reads the fragment of a URL, with or without its `#`; what follows `?` is not part of it.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#');
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        let parts: Option<Vec<String>> =
            path.split('/').filter(|part| !part.is_empty()).map(from_path_part).collect();
        let found = parts.and_then(|parts| match parts.as_slice() {
            [] => Some(Self::default()),
            [only] if only == "dashboard" => Some(Self::default()),
            [above @ .., name] => page_at(&parts).or_else(|| object_at(above, name)),
        });
        found.unwrap_or_else(|| Self::NotFound(path.to_owned()))
    }

    /// What the table of pages says of it; nothing of objects and of what is not found.
    pub fn page(&self) -> Option<&'static Page> {
        PAGES.iter().find(|page| page.route == *self)
    }

    /// The tab it is, if it is one of the dashboard's.
    pub fn tab(&self) -> Option<Tab> {
        if let Self::Dashboard(tab) = self { Some(*tab) } else { None }
    }

    /// The screen above this one.
    pub fn parent(&self) -> Self {
        let Self::Object(object) = self else { return Self::default() };
        list_of(object.kind()).map_or_else(Self::default, |page| page.route.clone())
    }

    /// The fragment of this screen's URL, from `#` on.
    pub fn href(&self) -> String {
        match (self, self.page()) {
            (_, Some(page)) => format!("#{}", page.path),
            (Self::Object(object), None) => {
                format!("{}/{}", self.parent().href(), path_part(object.name()))
            }
            (Self::NotFound(path), None) => format!("#{path}"),
            (Self::Dashboard(_) | Self::Users | Self::Gallery, None) => String::new(),
        }
    }

    /// The kind of the object it is about, as a heading; empty when it is about none.
    pub fn kind(&self) -> String {
        let Self::Object(object) = self else { return String::new() };
        object.kind().capitalised()
    }

    /// What the screen is called, in the window's title and for screen readers.
    pub fn title(&self) -> String {
        match (self, self.page()) {
            (_, Some(page)) => (page.title)().to_owned(),
            (Self::Object(object), None) => format!("{} · {}", object.name(), self.kind()),
            (Self::NotFound(_) | Self::Dashboard(_) | Self::Users | Self::Gallery, None) => {
                texts::pages::not_found().to_owned()
            }
        }
    }

    /// The title of the window while the screen is shown.
    pub fn window_title(&self) -> String {
        window_title(&self.title())
    }
}

/// The title of the window while this is what it shows.
pub fn window_title(what: &str) -> String {
    format!("{what} · MaxConsole")
}

fn page_at(parts: &[String]) -> Option<Route> {
    let page = PAGES.iter().find(|page| page.path.split('/').skip(1).eq(parts))?;
    Some(page.route.clone())
}

fn object_at(above: &[String], name: &str) -> Option<Route> {
    let list = page_at(above)?.page()?;
    Some(Route::Object(list.lists?.named(name)))
}

/// The page that lists the objects of a kind; their own pages stand below it.
fn list_of(kind: Kind) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.lists == Some(kind))
}
