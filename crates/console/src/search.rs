//! Finding any object, and what can be done to it, by a few words in any order.

mod commands;
mod entry;
#[cfg(test)]
mod tests;

pub use commands::CommandHit;

use std::sync::Arc;

use entry::{Entry, Lower};
use maxscale::account::Account;
use maxscale::command::Command;
use maxscale::filter::Filter;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::object::{Object, ObjectState};
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::session::Session;
use texts::lowered;

/// So many things are told of at most; of the others only their number.
pub const SHOWN: usize = 50;

/// All objects, as they were read last.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "each name is what the list holds")]
pub struct Lists {
    pub servers: Arc<Vec<Server>>,
    pub monitors: Arc<Vec<Monitor>>,
    pub services: Arc<Vec<Service>>,
    pub listeners: Arc<Vec<Listener>>,
    pub filters: Arc<Vec<Filter>>,
    pub sessions: Arc<Vec<Session>>,
}

/// Something found.
#[derive(Clone, Debug, PartialEq)]
pub enum Hit {
    /// An object, with its address and state, and what of it matched beside.
    Object {
        /// The object.
        object: Object,
        /// What is known of it, in words.
        detail: String,
        /// Its state, of a kind that has one.
        state: Option<ObjectState>,
    },
    /// Something that can be done to an object.
    Command(CommandHit),
    /// One of the other things, by its position.
    Other(usize),
}

/// What was found, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The best [`SHOWN`] at most.
    pub hits: Vec<Hit>,
    /// How many more there are.
    pub more: usize,
}

/// All objects, made ready to be looked through at every press of a key.
#[derive(Clone, Debug, Default)]
pub struct Index {
    lists: Lists,
    entries: Vec<Entry>,
}

/// Whether sessions may be meant: a number, or `user@host`.
pub fn means_sessions(text: &str) -> bool {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_client = text.split_once('@').is_some_and(|(user, _)| !user.is_empty());
    is_number || (is_client && !text.contains(char::is_whitespace))
}

/// Where a thing stands among those that fit: how well it fits, its kind, its place.
type Place = (u32, u8, usize);

const OTHERS: u8 = 0;
const OBJECTS: u8 = 1;
const COMMANDS: u8 = 2;

impl Index {
    /// Makes lists ready.
    pub fn of(lists: Lists) -> Self {
        let entries = entry::entries(&lists);
        Self { lists, entries }
    }

    /// What fits all words of `text`: objects by name, address and attributes, what `account` can
    /// do to them, and `others` by their names, of which each may have several. Names come before
    /// all else, and the better the earlier: the whole name, its beginning, the beginning of a word
    /// in it, a part of it.
    pub fn find(&self, text: &str, others: &[Vec<String>], account: &Account) -> Found {
        let text = lowered(text.trim());
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() {
            return Found::default();
        }
        let others = others.iter().enumerate().filter_map(|(at, names)| {
            let ranks = names.iter().filter_map(|name| Lower::named(name).rank(&words, &text));
            Some((ranks.min()?, OTHERS, at))
        });
        let objects = self.entries.iter().enumerate().filter_map(|(at, entry)| {
            let rank = entry.rank(&words, &text)?;
            Some((rank, OBJECTS, at))
        });
        let mut places: Vec<Place> =
            others.chain(objects).chain(self.commands(&words, &text)).collect();
        places.sort();
        let more = places.len().saturating_sub(SHOWN);
        let best = places.iter().take(SHOWN);
        let mut hits: Vec<Hit> =
            best.filter_map(|place| self.hit(*place, &words, account)).collect();
        if let Some((at, subject)) = self.meant(&places) {
            let all = commands::offered(subject, &self.lists, account).into_iter();
            let new: Vec<Hit> = all.map(Hit::Command).filter(|hit| !hits.contains(hit)).collect();
            hits.splice(at + 1..at + 1, new);
        }
        Found { hits, more }
    }

    /// An object as a hit; nothing when it is not known.
    pub fn look_up(&self, object: &Object) -> Option<Hit> {
        let entry = self.entries.iter().find(|entry| entry.object == *object)?;
        Some(entry.hit(&[]))
    }

    /// What can be done, to each object that fits the words beside the verb.
    fn commands(&self, words: &[&str], text: &str) -> Vec<Place> {
        let meant = commands::meant(words);
        let entries = self.entries.iter().enumerate();
        let all = entries.flat_map(|(at, entry)| meant.iter().map(move |one| (at, entry, one)));
        let rank = |(at, entry, (number, command)): (usize, &Entry, &(usize, Command))| {
            let is_offered = command.kinds().contains(&entry.object.kind());
            let rank = is_offered.then(|| commands::rank(*command, entry, words, text))??;
            Some((rank, COMMANDS, at * Command::ALL.len() + number))
        };
        all.filter_map(rank).collect()
    }

    fn hit(&self, (_, kind, at): Place, words: &[&str], account: &Account) -> Option<Hit> {
        match kind {
            OTHERS => Some(Hit::Other(at)),
            OBJECTS => self.entries.get(at).map(|entry| entry.hit(words)),
            _ => {
                let object = &self.entries.get(at / Command::ALL.len())?.object;
                let command = *Command::ALL.get(at % Command::ALL.len())?;
                Some(Hit::Command(commands::hit(command, object, &self.lists, account)))
            }
        }
    }

    /// The one object that is meant, with its place among the hits: it has just this name, or
    /// there is no other.
    fn meant(&self, places: &[Place]) -> Option<(usize, &Object)> {
        let mut objects = places.iter().enumerate().filter(|(_, (_, kind, _))| *kind == OBJECTS);
        let (at, (rank, _, entry)) = objects.next()?;
        let only = *rank == 0 || objects.next().is_none();
        let entry = self.entries.get(*entry).filter(|_| only && at < SHOWN)?;
        Some((at, &entry.object))
    }
}
