//! The options behind `?` in the fragment: how a screen is sorted and filtered.

use maxscale::name::{from_path_part, path_part};

use super::Route;

/// The options of an address, in order.
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
