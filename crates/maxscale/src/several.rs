//! One action on several servers: which of them MaxScale will do it to, and what follows.

use crate::account::Account;
use crate::action::Action;
use crate::allowed::{Refusal, Watch, allowed};
use crate::consequence::{
    counted, listed, notes_on_maintain, notes_on_return, of_drain, of_maintain, of_return,
    succession,
};
use crate::impact::{Impact, targets};
use crate::monitor::Monitor;
use crate::name::ServerName;
use crate::request::Request;
use crate::server::Server;
use crate::service::{Router, Service};
use crate::situation::Situation;
use crate::state::Mode;

/// What was read last of everything that an action on servers depends on.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// All servers.
    pub servers: &'a [Server],
    /// All monitors, with their diagnostics.
    pub monitors: &'a [Monitor],
    /// All services.
    pub services: &'a [Service],
    /// What the user may do.
    pub account: &'a Account,
}

/// An action on several servers.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    action: Action,
    /// The servers it will be done to, in the order in which they were named.
    pub doable: Vec<Situation>,
    /// Those that MaxScale would refuse it for, and why.
    pub refused: Vec<(Server, Refusal)>,
}

impl Plan {
    /// Sorts the servers by whether MaxScale will do it. Those that are gone are left out.
    pub fn of(action: Action, names: &[ServerName], known: Known<'_>) -> Self {
        let mut plan = Self { action, doable: vec![], refused: vec![] };
        for name in names {
            let Some(server) = known.servers.iter().find(|one| one.name == *name) else { continue };
            let monitor =
                known.monitors.iter().find(|one| server.monitor.as_ref() == Some(&one.name));
            match allowed(action, server, &Watch::of(server, monitor), known.account) {
                Ok(()) => {
                    let routers = routers(name, known);
                    plan.doable.push(Situation::of(server, monitor, routers));
                }
                Err(refusal) => plan.refused.push((server.clone(), refusal)),
            }
        }
        plan
    }

    /// What the services are left with once all of it is done.
    pub fn impact(&self, known: Known<'_>) -> Impact {
        Impact::of(&self.doable, known.servers, known.monitors, known.services)
    }

    /// What will happen, in one sentence; `None` when there is no server to do it to.
    pub fn sentence(&self) -> Option<String> {
        match self.doable.as_slice() {
            [] => None,
            [one] => Some(self.sentence_on(one)),
            many => Some(self.sentence_on_all(many.len())),
        }
    }

    fn sentence_on(&self, one: &Situation) -> String {
        match self.action {
            Action::Maintain { force } => of_maintain(one, force),
            Action::Return => of_return(one),
            Action::Drain | Action::Delete => of_drain(&one.server),
        }
    }

    fn sentence_on_all(&self, servers: usize) -> String {
        let connections = self.connections();
        let open = counted(connections, "connection");
        match self.action {
            Action::Return => format!(
                "MaxScale routes to these {servers} servers again as soon as a monitor gives them \
                 a role, as a rule within one tick."
            ),
            Action::Maintain { .. } if connections == Some(0) => format!(
                "MaxScale stops routing to these {servers} servers; nothing is connected to them \
                 now."
            ),
            Action::Maintain { force: true } => format!(
                "MaxScale stops routing to these {servers} servers and closes {open} at once, \
                 open transactions included."
            ),
            Action::Maintain { force: false } => format!(
                "MaxScale stops routing to these {servers} servers and closes each of their \
                 {open} at that client’s next request; where readwritesplit routes, a running \
                 query or an open transaction may finish first."
            ),
            Action::Drain | Action::Delete => format!(
                "MaxScale gives these {servers} servers no new connections; they keep {open} until \
                 the clients leave by themselves, which can take as long as they like."
            ),
        }
    }

    /// All connections to the servers it will be done to, where each tells its own.
    pub fn connections(&self) -> Option<u64> {
        self.doable.iter().map(|one| one.server.load.connections).sum()
    }

    /// What else to know, with the servers each note is about where it is not about all.
    pub fn notes(&self) -> Vec<String> {
        let mut notes: Vec<(&'static str, Vec<&ServerName>)> = vec![];
        for one in &self.doable {
            for note in self.notes_on(one) {
                match notes.iter_mut().find(|(known, _)| *known == note) {
                    Some((_, names)) => names.push(&one.server.name),
                    None => notes.push((note, vec![&one.server.name])),
                }
            }
        }
        let told = |(note, names): (&str, Vec<&ServerName>)| match listed(&names) {
            Some(names) if self.doable.len() > 1 => format!("{names}: {note}"),
            _ => note.to_owned(),
        };
        notes.into_iter().map(told).collect()
    }

    fn notes_on(&self, one: &Situation) -> Vec<&'static str> {
        match self.action {
            Action::Maintain { force } => notes_on_maintain(one, force),
            Action::Return => notes_on_return(one),
            Action::Drain | Action::Delete => succession(one).into_iter().collect(),
        }
    }

    /// What is to be sent for each server, one after the other.
    pub fn requests(&self) -> Vec<(ServerName, Vec<Request>)> {
        let of = |one: &Situation| {
            let name = one.server.name.clone();
            let requests = self.action.requests(&name, true);
            (name, requests)
        };
        self.doable.iter().map(of).collect()
    }

    /// The requests that give a server back the mode it had when the plan was made.
    pub fn undo(&self, name: &ServerName) -> Vec<Request> {
        let before = self.doable.iter().find(|one| one.server.name == *name);
        let mode = before.map_or(Mode::InService, |one| one.server.state.mode());
        self.action.undo(name, mode)
    }
}

fn routers(server: &ServerName, known: Known<'_>) -> Vec<Router> {
    let uses =
        |service: &&Service| targets(service, known.monitors, known.services).contains(server);
    known.services.iter().filter(uses).map(|service| service.router.clone()).collect()
}

#[cfg(test)]
mod tests;
