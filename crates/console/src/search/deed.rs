//! What can be done to an object, found by its verb.

use super::Lists;
use super::entry::Entry;
use maxscale::account::Account;
use maxscale::action::Action;
use maxscale::allowed::{Watch, allowed};
use maxscale::name::MonitorName;
use maxscale::object::Object;
use maxscale::operation::{Operand, Operation};

/// Something that can be done, behind the same dialog as its button.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// What it is done to.
    pub object: Object,
    /// How an address asks for it: `maintain`.
    pub key: &'static str,
    /// It in words: `Maintain db2`.
    pub words: String,
    /// Why it cannot be done now; empty when it can.
    pub reason: String,
    /// Whether there is nothing to be seen in its dialog but the reason.
    pub disabled: bool,
}

/// No object has more deeds than this.
pub(super) const MOST: usize = 8;

/// Fewer letters than this are more likely to be of a name than of a verb.
const LETTERS: usize = 3;

const VERBS: [&str; 7] = ["maintain", "drain", "return", "delete", "start", "stop", "kill"];

fn is_verb(word: &str, verb: &str) -> bool {
    word.len() >= LETTERS && verb.starts_with(word)
}

/// Whether any of the words is a verb.
pub(super) fn asked(words: &[&str]) -> bool {
    words.iter().any(|word| VERBS.iter().any(|verb| is_verb(word, verb)))
}

/// Something on offer, before it is known whether it can be done.
#[derive(Clone, Copy)]
pub(super) enum Offer {
    Action(&'static str, Action),
    Operation(Operation),
}

/// Everything on offer for an object.
pub(super) fn offered(object: &Object) -> Vec<Offer> {
    match object {
        Object::Server(_) => {
            Action::OFFERED.into_iter().map(|(key, action)| Offer::Action(key, action)).collect()
        }
        other => Operation::offered(other).iter().copied().map(Offer::Operation).collect(),
    }
}

impl Offer {
    /// How well the words fit: one of them is the verb, the others are of the object.
    pub(super) fn rank(self, entry: &Entry, words: &[&str], text: &str) -> Option<u32> {
        let verb = match self {
            Self::Action(key, _) => key,
            Self::Operation(operation) => operation.key(),
        };
        if !words.iter().any(|word| is_verb(word, verb)) {
            return None;
        }
        let phrase = self.words(&entry.object).to_ascii_lowercase();
        if phrase == text {
            return Some(0);
        }
        let name = entry.object.name().to_ascii_lowercase();
        let around = phrase.split(' ').filter(|part| *part != name).collect::<Vec<_>>();
        let rank = |word: &&str| match around.iter().any(|part| part.starts_with(word)) {
            true => Some(1),
            false => entry.rank_word(word),
        };
        words.iter().map(rank).sum()
    }

    fn words(self, object: &Object) -> String {
        let name = object.name();
        match self {
            Self::Action(_, Action::Return) => format!("Return {name} to service"),
            Self::Action(_, action) => format!("{} {name}", action.verb()),
            Self::Operation(operation) => {
                format!("{} {} {name}", operation.verb(), object.kind())
            }
        }
    }
}

/// Everything that can be done to an object, each with the reason if it cannot now.
pub(super) fn of(object: &Object, lists: &Lists, account: &Account) -> Vec<Deed> {
    let deed = |offer: Offer| {
        let (key, (reason, disabled)) = match offer {
            Offer::Action(key, action) => (key, refused_action(object, action, lists, account)),
            Offer::Operation(operation) => {
                (operation.key(), refused_operation(object, operation, lists, account))
            }
        };
        Deed { object: object.clone(), key, words: offer.words(object), reason, disabled }
    };
    offered(object).into_iter().map(deed).collect()
}

/// As in the server's own menu: what its dialog has more to say of than the reason can be opened.
fn refused_action(
    object: &Object,
    action: Action,
    lists: &Lists,
    account: &Account,
) -> (String, bool) {
    let server = lists.servers.iter().find(|one| one.name.as_str() == object.name());
    let refusal = server.and_then(|server| {
        let own = |name: &MonitorName| lists.monitors.iter().find(|one| one.name == *name);
        let watch = Watch::of(server, server.monitor.as_ref().and_then(own));
        allowed(action, server, &watch, account).err()
    });
    refusal.map_or((String::new(), false), |why| (why.words().to_owned(), why.is_settled_in_menu()))
}

fn refused_operation(
    object: &Object,
    operation: Operation,
    lists: &Lists,
    account: &Account,
) -> (String, bool) {
    let refusal = operand(object, lists).and_then(|operand| operation.refusal(&operand, account));
    let disabled = refusal.is_some();
    (refusal.unwrap_or_default(), disabled)
}

fn operand(object: &Object, lists: &Lists) -> Option<Operand> {
    let name = object.name();
    match object {
        Object::Service(_) => {
            let own = lists.services.iter().find(|one| one.name.as_str() == name);
            own.cloned().map(Operand::Service)
        }
        Object::Listener(_) => {
            let own = lists.listeners.iter().find(|one| one.name.as_str() == name);
            own.cloned().map(Operand::Listener)
        }
        Object::Monitor(_) => {
            let own = lists.monitors.iter().find(|one| one.name.as_str() == name);
            own.cloned().map(Operand::Monitor)
        }
        Object::Session(_) => {
            let own = lists.sessions.iter().find(|one| one.id.as_str() == name);
            own.cloned().map(Operand::Session)
        }
        Object::Server(_) | Object::Filter(_) => None,
    }
}
