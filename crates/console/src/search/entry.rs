//! What can be looked for in one object, and how well words fit it.

use super::{Hit, Lists};
use crate::listing::{
    FILTERS, LISTENERS, ListedListener, ListedMonitor, ListedService, MONITORS, Row, SERVERS,
    SERVICES, SESSIONS, Value, natural, shown_and_english,
};
use maxscale::impact::targets;
use maxscale::object::{Kind, Object, ObjectState};
use maxscale::server_context::Topology;
use texts::lowered;

/// An object, its texts in lower case once and for all.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) object: Object,
    pub(super) row: Row,
    /// Of a server or listener where it is, of a session who it is.
    address: String,
    /// What else was read of it.
    texts: Vec<String>,
    lower: Lower,
}

/// The texts to look through.
#[derive(Clone, Debug)]
pub(super) struct Lower {
    name: String,
    address: String,
    rest: String,
}

/// All objects, as people sort them.
pub(super) fn entries(lists: &Lists) -> Vec<Entry> {
    let text = |text: &Option<String>| text.clone().into_iter().collect::<Vec<_>>();
    let topology = Topology {
        servers: Some(&lists.servers),
        monitors: Some(&lists.monitors),
        services: Some(&lists.services),
    };
    let servers = lists.servers.iter().filter_map(|one| {
        let row = Row::of(SERVERS, one.name.clone(), one).under(one.monitor.clone());
        Entry::new(row, one.address.to_string(), text(&one.version))
    });
    let monitors = lists.monitors.iter().filter_map(|one| {
        let row = Row::of(MONITORS, one.name.clone(), &ListedMonitor::of(one, topology));
        Entry::new(row, String::new(), vec![])
    });
    let services = lists.services.iter().filter_map(|one| {
        let row = Row::of(SERVICES, one.name.clone(), &ListedService::of(one, topology));
        // The servers behind its monitor and its target services are its own as well.
        let servers = targets(one, &lists.monitors, &lists.services);
        Entry::new(row, String::new(), servers.iter().map(ToString::to_string).collect())
    });
    let listeners = lists.listeners.iter().filter_map(|one| {
        let listed = ListedListener { listener: one.clone(), sessions: None };
        let row = Row::of(LISTENERS, one.name.clone(), &listed);
        Entry::new(row, one.address.to_string(), vec![])
    });
    let filters = lists.filters.iter().filter_map(|one| {
        Entry::new(Row::of(FILTERS, one.name.clone(), one), String::new(), vec![])
    });
    let sessions = lists
        .sessions
        .iter()
        .filter_map(|one| Entry::new(Row::of(SESSIONS, one.id.clone(), one), one.client(), vec![]));
    let all = servers.chain(monitors).chain(services).chain(listeners).chain(filters);
    let mut all: Vec<Entry> = all.chain(sessions).collect();
    all.sort_by(|a, b| natural(&a.row.name, &b.row.name));
    all
}

impl Entry {
    fn new(row: Row, address: String, more: Vec<String>) -> Option<Self> {
        let object = row.object.clone()?;
        let own = row.values.iter().skip(1).flat_map(texts);
        let group = row.group.iter().map(|group| group.name().to_owned());
        let texts: Vec<String> = own.chain(group).chain(more).collect();
        let kind = shown_and_english(|| word(object.kind()).to_owned());
        let lower = Lower {
            name: lowered(&row.name),
            address: lowered(&address),
            rest: lowered(&[kind.join("\n"), texts.join("\n")].join("\n")),
        };
        Some(Self { object, row, address, texts, lower })
    }

    /// How well the words fit it, least for best; nothing unless each of them does.
    pub(super) fn rank(&self, words: &[&str], text: &str) -> Option<u32> {
        self.lower.rank(words, text)
    }

    /// How well one word fits it.
    pub(super) fn rank_word(&self, word: &str) -> Option<u32> {
        self.lower.rank_word(word)
    }

    /// It as a hit: its address and state, and the text in which a word was found that is in none
    /// of what is shown.
    pub(super) fn hit(&self, words: &[&str]) -> Hit {
        let state = self.row.values.iter().find_map(|value| match value {
            Value::State(state) => Some(state.clone()),
            _ => None,
        });
        let address = Some(self.address.clone()).filter(|address| !address.is_empty());
        let in_words = state.as_ref().map(ObjectState::words);
        let mut parts: Vec<String> = address.into_iter().chain(in_words).collect();
        let name = self.row.name.as_str();
        for word in words {
            let holds = |text: &str| lowered(text).contains(word);
            if !holds(name) && !parts.iter().any(|part| holds(part)) {
                parts.extend(self.texts.iter().find(|text| holds(text)).cloned());
            }
        }
        Hit::Object { object: self.object.clone(), detail: parts.join(" · "), state }
    }
}

impl Lower {
    /// What has a name only.
    pub(super) fn named(name: &str) -> Self {
        Self { name: lowered(name), address: String::new(), rest: String::new() }
    }

    pub(super) fn rank(&self, words: &[&str], text: &str) -> Option<u32> {
        if self.name == text {
            return Some(0);
        }
        words.iter().map(|word| self.rank_word(word)).sum()
    }

    fn rank_word(&self, word: &str) -> Option<u32> {
        let all = [
            self.name == word,
            self.name.starts_with(word),
            begins_a_word(&self.name, word),
            self.name.contains(word),
            self.address.contains(word),
            self.rest.contains(word),
        ];
        all.iter().position(|fits| *fits).and_then(|rank| u32::try_from(rank).ok())
    }
}

fn begins_a_word(name: &str, word: &str) -> bool {
    name.match_indices(word).any(|(at, _)| {
        let before = name.get(..at).and_then(|before| before.chars().next_back());
        before.is_some_and(|before| !before.is_ascii_alphanumeric())
    })
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Server => texts::objects::server(),
        Kind::Monitor => texts::objects::monitor(),
        Kind::Service => texts::objects::service(),
        Kind::Listener => texts::objects::listener(),
        Kind::Filter => texts::objects::filter(),
        Kind::Session => texts::objects::session(),
    }
}

/// What people look for; numbers of things and moments change all the time.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Count(_) | Value::Bytes(_) | Value::Moment(_) => vec![],
        other => other.texts(),
    }
}
