//! Every address of the console: parsed from the fragment of the URL, printed, titled.
//!
//! The paths are MaxGUI's, so that its bookmarks keep working (maxgui-features.md 1).

use maxscale::name::{MonitorName, ServerName, ServiceName, from_path_part, path_part};

/// A screen of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The dashboard's Servers tab.
    Servers,
    /// One server.
    Server(ServerName),
    /// One monitor.
    Monitor(MonitorName),
    /// One service.
    Service(ServiceName),
    /// No screen has this path.
    NotFound(String),
}

impl Route {
    /// Reads the fragment of a URL, with or without its `#`; what follows `?` is not part of it.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#');
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        let parts: Option<Vec<String>> =
            path.split('/').filter(|part| !part.is_empty()).map(from_path_part).collect();
        let parts = parts.unwrap_or_else(|| vec![path.to_owned(), String::new()]);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] | ["dashboard"] | ["dashboard", "servers"] => Self::Servers,
            ["dashboard", "servers", name] => Self::Server(ServerName::new(*name)),
            ["dashboard", "monitors", name] => Self::Monitor(MonitorName::new(*name)),
            ["dashboard", "services", name] => Self::Service(ServiceName::new(*name)),
            _ => Self::NotFound(path.to_owned()),
        }
    }

    /// The fragment of this screen's URL, from `#` on.
    pub fn href(&self) -> String {
        match self {
            Self::Servers => "#/dashboard/servers".to_owned(),
            Self::Server(name) => format!("#/dashboard/servers/{}", path_part(name.as_str())),
            Self::Monitor(name) => format!("#/dashboard/monitors/{}", path_part(name.as_str())),
            Self::Service(name) => format!("#/dashboard/services/{}", path_part(name.as_str())),
            Self::NotFound(path) => format!("#{path}"),
        }
    }

    /// What the screen is called, in the window's title and for screen readers.
    pub fn title(&self) -> String {
        match self {
            Self::Servers => "Servers".to_owned(),
            Self::Server(name) => format!("{name} · Server"),
            Self::Monitor(name) => format!("{name} · Monitor"),
            Self::Service(name) => format!("{name} · Service"),
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
            href.push_str(&path_part(value));
        }
        href
    }
}
