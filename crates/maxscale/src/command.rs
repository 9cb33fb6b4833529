//! Everything that can be done to an object of MaxScale: one table, and one file a command.
//!
//! A command has two halves, so that a menu can be shown without what only a dialog needs: an
//! [`Entry`] for menus, search and shortcuts, and [`Details`] for the dialog and for carrying it
//! out. Each is data that points to functions; they decide by a [`Subject`], the object with what
//! is known of it.

mod batch;
mod delete;
mod drain;
#[cfg(test)]
mod fixtures;
mod input;
mod kill;
mod maintain;
mod names;
mod primary;
mod refusal;
mod reload;
mod return_to_service;
mod server_state;
mod start;
mod stop;
mod subject;
#[cfg(test)]
mod tests;

pub use batch::Batch;
pub use input::{Input, Values};
pub use names::{kind_in_words, named};
pub use refusal::Refusal;
pub use subject::Subject;

use crate::account::Account;
use crate::impact::Impact;
use crate::object::{Kind, Object};
use crate::request::Request;

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident in $module:ident,)*) => {
        /// A command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $($(#[$doc])* $name,)*
        }

        impl Command {
            /// All of them, in the order of menus.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            fn entry(self) -> &'static Entry {
                match self { $(Self::$name => &$module::ENTRY,)* }
            }

            /// What only its dialog needs, and who carries it out.
            pub fn details(self) -> &'static Details {
                match self { $(Self::$name => &$module::DETAILS,)* }
            }
        }
    };
}

commands! {
    /// Take a server out of service; existing connections finish, or are closed at once.
    Maintain in maintain,
    /// Give a server no new connections.
    Drain in drain,
    /// Undo either of the two.
    ReturnToService in return_to_service,
    /// Remove a server from MaxScale's configuration.
    Delete in delete,
    /// Let a service, a listener or a monitor work.
    Start in start,
    /// Let it rest.
    Stop in stop,
    /// Let a service read the database users again.
    Reload in reload,
    /// End a session.
    Kill in kill,
}

/// What menus, search and shortcuts need of a command.
struct Entry {
    /// Its word in addresses: `do=maintain`.
    key: &'static str,
    /// The verb on buttons and in menus.
    label: texts::Text,
    /// It with what it is done to.
    title: fn(&str) -> String,
    symbol: Symbol,
    /// The kinds of objects it can be done to.
    kinds: &'static [Kind],
    /// The key that opens its dialog on the page of an object.
    shortcut: Option<&'static str>,
    /// Whether it can be done to several servers at once.
    bulk: bool,
    danger: fn(&Values) -> Danger,
    /// Why MaxScale would refuse it, or why it would change nothing.
    refusal: fn(&Subject, &Values) -> Option<Refusal>,
}

/// What the dialog of a command needs, and who carries it out.
pub struct Details {
    /// What is asked for objects of a kind.
    pub inputs: fn(Kind) -> &'static [Input],
    /// What will happen, in one sentence that is true for these objects. The impact is that on all
    /// of them together, as far as it is known.
    pub sentence: fn(&[Subject], &Values, Option<&Impact>) -> String,
    /// What else to know of one of them.
    pub notes: fn(&Subject, &Values) -> Vec<&'static str>,
    /// Whether its dialog tells what is affected now: connections and services of a server, what a
    /// session holds.
    pub tells_impact: bool,
    /// The requests that carry it out, in order.
    pub requests: fn(&Subject, &Values) -> Vec<Request>,
    /// The requests that restore what was before; none for what cannot be undone or changed
    /// nothing.
    pub undo: fn(&Subject, &Values) -> Vec<Request>,
    /// What was done, for a message.
    pub done: fn(&Object, &Values) -> String,
    /// Whether the object is as it is to be afterwards; `None` stands for one that is gone.
    pub is_done: fn(Option<&Subject>, &Values) -> bool,
    /// That it cannot be done now to what is called so.
    pub cannot: fn(&str) -> String,
    /// That it did not succeed.
    pub failed: texts::Text,
    /// Whether the page of the object is left once it is done.
    pub leaves_page: bool,
}

/// The drawing of a command, which the app has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each name is what the drawing shows")]
pub enum Symbol {
    Pause,
    Drain,
    Play,
    Trash,
    Close,
    Refresh,
}

/// How much a command can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Danger {
    /// It can be undone, and what is open may finish.
    Low,
    /// It ends what is open, or cannot be undone.
    High,
}

impl Command {
    /// The command that an address asks for by this word.
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.key() == key)
    }

    /// What can be done to objects of a kind, in the order of menus.
    pub fn offered(kind: Kind) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |command| command.kinds().contains(&kind))
    }

    /// Its word in addresses.
    pub fn key(self) -> &'static str {
        self.entry().key
    }

    /// The verb on buttons.
    pub fn label(self) -> &'static str {
        (self.entry().label)()
    }

    /// It in the menu of an object of this kind.
    pub fn label_in_menu(self, kind: Kind) -> String {
        match kind {
            Kind::Server => self.label().to_owned(),
            Kind::Monitor | Kind::Service | Kind::Listener | Kind::Filter | Kind::Session => {
                self.title_of(kind_in_words(kind))
            }
        }
    }

    /// It with the object that it is done to: `Stop service RW`.
    pub fn title(self, object: &Object) -> String {
        self.title_of(&named(object))
    }

    /// It with how many servers it is done to: `Maintain 3 servers`.
    pub fn title_of_many(self, servers: usize) -> String {
        self.title_of(&texts::objects::count_servers(servers as u64))
    }

    fn title_of(self, what: &str) -> String {
        (self.entry().title)(what)
    }

    /// Its drawing.
    pub fn symbol(self) -> Symbol {
        self.entry().symbol
    }

    /// The kinds of objects it can be done to.
    pub fn kinds(self) -> &'static [Kind] {
        self.entry().kinds
    }

    /// The key that opens its dialog on the page of an object.
    pub fn shortcut(self) -> Option<&'static str> {
        self.entry().shortcut
    }

    /// Whether it can be done to several servers at once.
    pub fn works_in_bulk(self) -> bool {
        self.entry().bulk
    }

    /// How much it can break.
    pub fn danger(self, values: &Values) -> Danger {
        (self.entry().danger)(values)
    }

    /// Why it cannot be done now, as far as can be known.
    pub fn refusal(self, subject: &Subject, values: &Values, account: &Account) -> Option<Refusal> {
        if account.is_read_only() {
            return Some(Refusal::ReadOnlyAccount);
        }
        (self.entry().refusal)(subject, values)
    }
}

fn nothing(_: &Subject, _: &Values) -> Vec<Request> {
    vec![]
}

fn no_notes(_: &Subject, _: &Values) -> Vec<&'static str> {
    vec![]
}

fn is_gone(subject: Option<&Subject>, _: &Values) -> bool {
    subject.is_none()
}

fn no_inputs(_: Kind) -> &'static [Input] {
    &[]
}
