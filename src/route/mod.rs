//! Every address of the console: parsed from the fragment of the URL, printed, titled.
//!
//! The paths are MaxGUI's, so that its bookmarks keep working (maxgui-features.md 1).

mod pages;

use maxscale::name::{from_path_part, path_part};
use maxscale::object::{Kind, Object};

pub use pages::{PAGES, Page, Place};

/// A screen of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The dashboard, with the list of one of its tabs.
    Dashboard(Tab),
    /// The page of one object.
    Object(Object),
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
            (Self::Dashboard(_) | Self::Gallery, None) => String::new(),
        }
    }

    /// The kind of the object it is about, as a heading; empty when it is about none.
    pub fn kind(&self) -> String {
        let Self::Object(object) = self else { return String::new() };
        let mut kind = object.kind().word().to_owned();
        if let Some(first) = kind.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        kind
    }

    /// What the screen is called, in the window's title and for screen readers.
    pub fn title(&self) -> String {
        match (self, self.page()) {
            (_, Some(page)) => page.title.to_owned(),
            (Self::Object(object), None) => format!("{} · {}", object.name(), self.kind()),
            (Self::NotFound(_) | Self::Dashboard(_) | Self::Gallery, None) => {
                "Page not found".to_owned()
            }
        }
    }
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

/// The options behind `?` in the fragment: how a screen is sorted and filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options(Vec<(String, String)>);

impl Options {
    /// Reads the options of a fragment; what cannot be read is left out.
    pub fn parse(fragment: &str) -> Self {
        let query = fragment.split_once('?').map_or("", |(_, query)| query);
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        Self(
            pairs
                .filter_map(|pair| {
                    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                    Some((from_path_part(name)?, from_path_part(value)?))
                })
                .collect(),
        )
    }

    /// The value of an option; an absent one is empty.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The same options with this one set, or left out when the value is empty.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let others = self.0.iter().filter(|(known, _)| known != name).cloned();
        let own = (!value.is_empty()).then(|| (name.to_owned(), value.to_owned()));
        Self(others.chain(own).collect())
    }

    /// The fragment of `route` with these options.
    pub fn href(&self, route: &Route) -> String {
        let mut href = route.href();
        for (index, (name, value)) in self.0.iter().enumerate() {
            href.push(if index == 0 { '?' } else { '&' });
            href.push_str(&path_part(name));
            href.push('=');
            // A list stays readable.
            href.push_str(&path_part(value).replace("%2C", ","));
        }
        href
    }
}
