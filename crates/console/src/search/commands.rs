//! What can be done to an object, found by its verb.

use super::Lists;
use super::entry::Entry;
use crate::listing::shown_and_english;
use maxscale::account::Account;
use maxscale::command::{Command, Subject, Values};
use maxscale::object::Object;
use maxscale::server_context::Topology;
use texts::Language;
use texts::lowered;

/// A command on an object, behind the same dialog as its button.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandHit {
    /// What it is done to.
    pub object: Object,
    /// What is done.
    pub command: Command,
    /// It in words: `Maintain db2`.
    pub words: String,
    /// Why it cannot be done now; empty when it can.
    pub reason: String,
    /// Whether there is nothing to be seen in its dialog but the reason.
    pub disabled: bool,
}

/// Fewer letters than this are more likely to be of a name than of a verb.
const LETTERS: usize = 3;

/// The words that call a command: the English one, and those of the language shown. English labels
/// have nothing else to tell them by: `Return to service` is none for services.
fn verbs(command: Command) -> Vec<String> {
    let mut verbs = vec![command.key().to_owned()];
    if texts::spoken() != Language::English {
        verbs.extend(lowered(command.label()).split(' ').map(str::to_owned));
    }
    verbs
}

/// The commands that any of the words calls, each with its place among all.
pub(super) fn meant(words: &[&str]) -> Vec<(usize, Command)> {
    let words: Vec<&&str> = words.iter().filter(|word| word.chars().count() >= LETTERS).collect();
    let calls = |verb: &String| words.iter().any(|word| verb.starts_with(**word));
    let all = Command::ALL.iter().copied().enumerate();
    all.filter(|(_, command)| verbs(*command).iter().any(calls)).collect()
}

/// How well the words fit a command on an object that one of them calls: the others are of the
/// object.
pub(super) fn rank(command: Command, entry: &Entry, words: &[&str], text: &str) -> Option<u32> {
    let phrases = shown_and_english(|| lowered(&command.title(&entry.object)));
    if phrases.iter().any(|phrase| phrase == text) {
        return Some(0);
    }
    let name = lowered(entry.object.name());
    let parts = phrases.iter().flat_map(|phrase| phrase.split(' '));
    let around = parts.filter(|part| *part != name).collect::<Vec<_>>();
    let rank = |word: &&str| match around.iter().any(|part| part.starts_with(word)) {
        true => Some(1),
        false => entry.rank_word(word),
    };
    words.iter().map(rank).sum()
}

/// Everything that can be done to an object.
pub(super) fn offered(object: &Object, lists: &Lists, account: &Account) -> Vec<CommandHit> {
    Command::offered(object.kind()).map(|command| hit(command, object, lists, account)).collect()
}

/// A command on an object, with the reason if it cannot be done now. As in the menu of the object,
/// what its dialog has more to say of than the reason can be opened.
pub(super) fn hit(
    command: Command,
    object: &Object,
    lists: &Lists,
    account: &Account,
) -> CommandHit {
    let refusal = subject(object, lists)
        .and_then(|subject| command.refusal(&subject, &Values::default(), account));
    CommandHit {
        object: object.clone(),
        command,
        words: command.title(object),
        reason: refusal.map_or_else(String::new, |why| why.words().to_owned()),
        disabled: refusal.is_some_and(|why| !why.dialog_says_more()),
    }
}

/// No services are needed to tell whether something can be done, and to look who uses each server
/// would take long.
fn subject(object: &Object, lists: &Lists) -> Option<Subject> {
    let topology = Topology { monitors: Some(&lists.monitors), ..Topology::default() };
    match object {
        Object::Server(name) => {
            let own = lists.servers.iter().find(|one| one.name == *name);
            own.map(|server| Subject::server(server, topology))
        }
        Object::Service(name) => {
            lists.services.iter().find(|one| one.name == *name).cloned().map(Subject::Service)
        }
        Object::Listener(name) => {
            lists.listeners.iter().find(|one| one.name == *name).cloned().map(Subject::Listener)
        }
        Object::Monitor(name) => {
            lists.monitors.iter().find(|one| one.name == *name).cloned().map(Subject::Monitor)
        }
        Object::Session(id) => {
            lists.sessions.iter().find(|one| one.id == *id).cloned().map(Subject::Session)
        }
        Object::Filter(_) => None,
    }
}
