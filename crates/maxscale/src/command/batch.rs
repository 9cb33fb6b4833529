//! A command on one object or several: to which of them it can be done, and what follows.

use super::{Command, Refusal, Subject, Values, subject};
use crate::account::Account;
use crate::impact::Impact;
use crate::object::Object;
use crate::request::Request;
use crate::server_context::{ServerContext, Topology};
use texts::listed;

/// A command with what was entered, on one object or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    command: Command,
    values: Values,
    /// The objects it will be done to, in the order in which they were named.
    pub accepted: Vec<Subject>,
    /// Those that it cannot be done to, and why.
    pub refused: Vec<(Subject, Refusal)>,
}

impl Batch {
    /// Sorts the objects by whether it can be done to them.
    pub fn of(
        command: Command,
        values: Values,
        subjects: impl IntoIterator<Item = Subject>,
        account: &Account,
    ) -> Self {
        let mut batch = Self { command, values, accepted: vec![], refused: vec![] };
        for subject in subjects {
            match command.refusal(&subject, &batch.values, account) {
                None => batch.accepted.push(subject),
                Some(refusal) => batch.refused.push((subject, refusal)),
            }
        }
        batch
    }

    /// What the services are left with once all of it is done; `None` until that is known.
    pub fn impact(&self, topology: Topology<'_>) -> Option<Impact> {
        let contexts: Vec<&ServerContext> = subject::servers(&self.accepted).collect();
        Impact::of(&contexts, topology)
    }

    /// What will happen, in one sentence; `None` when there is no object to do it to.
    pub fn sentence(&self, impact: Option<&Impact>) -> Option<String> {
        let sentence = self.command.details().sentence;
        (!self.accepted.is_empty()).then(|| sentence(&self.accepted, &self.values, impact))
    }

    /// What else to know, with the objects each note is about where it is not about all.
    pub fn notes(&self) -> Vec<String> {
        let mut notes: Vec<(&'static str, Vec<String>)> = vec![];
        for one in &self.accepted {
            let name = one.object().name().to_owned();
            for note in (self.command.details().notes)(one, &self.values) {
                match notes.iter_mut().find(|(known, _)| *known == note) {
                    Some((_, names)) => names.push(name.clone()),
                    None => notes.push((note, vec![name.clone()])),
                }
            }
        }
        let in_words = |(note, names): (&str, Vec<String>)| match listed(&names) {
            Some(names) if self.accepted.len() > 1 => format!("{names}: {note}"),
            _ => note.to_owned(),
        };
        notes.into_iter().map(in_words).collect()
    }

    /// What is to be sent for each object, one after the other.
    pub fn requests(&self) -> Vec<(Object, Vec<Request>)> {
        let requests = self.command.details().requests;
        let of = |one: &Subject| (one.object(), requests(one, &self.values));
        self.accepted.iter().map(of).collect()
    }

    /// The requests that give an object back what it had when the batch was made.
    pub fn undo(&self, object: &Object) -> Vec<Request> {
        let before = self.accepted.iter().find(|one| one.object() == *object);
        before.map(|one| (self.command.details().undo)(one, &self.values)).unwrap_or_default()
    }
}
