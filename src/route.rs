//! Every address of the console: parsed from the fragment of the URL, printed, titled.
//!
//! The paths are MaxGUI's, so that its bookmarks keep working (maxgui-features.md 1).

use maxscale::name::{
    FilterName, ListenerName, MonitorName, ServerName, ServiceName, SessionId, from_path_part,
    path_part,
};
use maxscale::object::Object;

/// A screen of the console.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The dashboard's Servers tab.
    #[default]
    Servers,
    /// Its Services tab.
    Services,
    /// Its Listeners tab.
    Listeners,
    /// Its Filters tab.
    Filters,
    /// Its Monitors tab.
    Monitors,
    /// Its Sessions tab.
    Sessions,
    /// The page of one object.
    Object(Object),
    /// Every component in every state; only there in a build with the feature `gallery`.
    Gallery,
    /// No screen has this path.
    NotFound(String),
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
        let parts = parts.unwrap_or_else(|| vec![path.to_owned(), String::new()]);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] | ["dashboard"] => Self::Servers,
            ["ui"] => Self::Gallery,
            ["dashboard", tab] => Self::tab(tab).unwrap_or_else(|| Self::NotFound(path.to_owned())),
            ["dashboard", "servers", name] => Self::of(ServerName::new(*name)),
            ["dashboard", "services", name] => Self::of(ServiceName::new(*name)),
            ["dashboard", "listeners", name] => Self::of(ListenerName::new(*name)),
            ["dashboard", "filters", name] => Self::of(FilterName::new(*name)),
            ["dashboard", "monitors", name] => Self::of(MonitorName::new(*name)),
            ["dashboard", "sessions", id] => Self::of(SessionId::new(*id)),
            _ => Self::NotFound(path.to_owned()),
        }
    }

    /// The tabs of the dashboard, in order.
    pub const TABS: [Self; 6] = [
        Self::Servers,
        Self::Services,
        Self::Listeners,
        Self::Filters,
        Self::Monitors,
        Self::Sessions,
    ];

    fn tab(word: &str) -> Option<Self> {
        Self::TABS.into_iter().find(|tab| tab.href().rsplit('/').next() == Some(word))
    }

    /// Whether it is a tab of the dashboard.
    pub fn is_tab(&self) -> bool {
        Self::TABS.contains(self)
    }

    /// The screen above this one.
    pub fn parent(&self) -> Self {
        match self {
            Self::Object(Object::Service(_)) => Self::Services,
            Self::Object(Object::Listener(_)) => Self::Listeners,
            Self::Object(Object::Filter(_)) => Self::Filters,
            Self::Object(Object::Monitor(_)) => Self::Monitors,
            Self::Object(Object::Session(_)) => Self::Sessions,
            _ => Self::Servers,
        }
    }

    /// The fragment of this screen's URL, from `#` on.
    pub fn href(&self) -> String {
        match self {
            Self::Servers => "#/dashboard/servers".to_owned(),
            Self::Services => "#/dashboard/services".to_owned(),
            Self::Listeners => "#/dashboard/listeners".to_owned(),
            Self::Filters => "#/dashboard/filters".to_owned(),
            Self::Monitors => "#/dashboard/monitors".to_owned(),
            Self::Sessions => "#/dashboard/sessions".to_owned(),
            Self::Object(object) => {
                format!("{}/{}", self.parent().href(), path_part(object.name()))
            }
            Self::Gallery => "#/ui".to_owned(),
            Self::NotFound(path) => format!("#{path}"),
        }
    }

    /// The kind of the object it is about, as a heading; empty when it is about none.
    pub fn kind(&self) -> String {
        let Self::Object(object) = self else { return String::new() };
        let mut kind = object.kind().to_string();
        if let Some(first) = kind.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        kind
    }

    /// What the screen is called, in the window's title and for screen readers.
    pub fn title(&self) -> String {
        match self {
            Self::Servers => "Servers".to_owned(),
            Self::Services => "Services".to_owned(),
            Self::Listeners => "Listeners".to_owned(),
            Self::Filters => "Filters".to_owned(),
            Self::Monitors => "Monitors".to_owned(),
            Self::Sessions => "Sessions".to_owned(),
            Self::Object(object) => format!("{} · {}", object.name(), self.kind()),
            Self::Gallery => "Components".to_owned(),
            Self::NotFound(_) => "Page not found".to_owned(),
        }
    }
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
