//! What can be done to an object, found by its verb.

use super::Lists;
use super::entry::Entry;
use maxscale::account::Account;
use maxscale::command::{Command, Subject, Values};
use maxscale::object::Object;
use maxscale::server_context::Topology;

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

fn is_verb(word: &str, command: Command) -> bool {
    word.len() >= LETTERS && command.key().starts_with(word)
}

/// Whether any of the words is a verb.
pub(super) fn has_verb(words: &[&str]) -> bool {
    words.iter().any(|word| Command::ALL.iter().any(|command| is_verb(word, *command)))
}

/// How well the words fit a command on an object: one of them is the verb, the others are of the
/// object.
pub(super) fn rank(command: Command, entry: &Entry, words: &[&str], text: &str) -> Option<u32> {
    if !words.iter().any(|word| is_verb(word, command)) {
        return None;
    }
    let phrase = command.title(&entry.object).to_ascii_lowercase();
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
