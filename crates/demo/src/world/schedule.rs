//! What is due to happen, in order of time and, at one moment, of arrival.

use crate::world::address::Address;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::SystemTime;

/// Something that happens by itself when its time has come.
///
/// An entry may be out of date by then; who handles it checks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A monitor looks at its servers.
    Tick(String),
    /// A look of a monitor is over that took its time.
    TickEnd(String),
    /// A monitor goes on with a command.
    Command(String),
    /// The nodes of a Galera cluster notice that one is gone, or came back.
    Quorum(Address),
    /// A node has joined its Galera cluster, with the help of another one.
    Joined(Address, Option<Address>),
    /// A session is done with what it does.
    Step(u64),
    /// The time of a session is over.
    Expiry(u64),
    /// A client of the flow at this place connects.
    Arrival(usize),
}

/// The events to come.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    entries: BinaryHeap<Reverse<(SystemTime, u64, Event)>>,
    count: u64,
}

impl Schedule {
    /// Adds an event.
    pub fn add(&mut self, at: SystemTime, event: Event) {
        self.count += 1;
        self.entries.push(Reverse((at, self.count, event)));
    }

    /// Takes the next event that is due at `until` at the latest.
    pub fn take_due(&mut self, until: SystemTime) -> Option<(SystemTime, Event)> {
        let due = self.entries.peek().is_some_and(|Reverse((at, _, _))| *at <= until);
        if !due {
            return None;
        }
        self.entries.pop().map(|Reverse((at, _, event))| (at, event))
    }
}
