//! Clients that come by themselves, so that there is something to see: they read, write, pause,
//! hold transactions and leave.

use super::connections::Client;
use super::session::{Program, Statement};
use super::workload::Workload;
use crate::world::World;
use crate::world::schedule::Event;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Clients that come to a service, and stay for a while.
#[derive(Clone, Debug)]
pub struct ClientGroup {
    /// The service.
    pub service: String,
    /// How many there are on average.
    pub clients: u32,
    /// Mean time that a client stays.
    pub stay: Duration,
    /// What they are like.
    pub workload: Arc<Workload>,
}

impl ClientGroup {
    /// Mean time between two arrivals.
    fn every(&self) -> Duration {
        self.stay / self.clients.max(1)
    }
}

impl World {
    /// Lets clients come to a service from now on, beginning with as many as there would be.
    pub fn add_group(&mut self, group: ClientGroup) {
        self.populate(&group);
        let index = self.sessions.push_group(group.clone());
        self.expect_next(index, &group);
    }

    /// As many clients come at once as a flow keeps on average.
    pub fn populate(&mut self, group: &ClientGroup) {
        for _ in 0..group.clients {
            self.admit(group);
        }
    }

    /// A client of the flow comes, and the next one is on its way.
    pub fn arrive(&mut self, group: usize) {
        let Some(found) = self.sessions.group(group) else {
            return;
        };
        self.admit(&found);
        self.expect_next(group, &found);
    }

    fn expect_next(&mut self, index: usize, group: &ClientGroup) {
        let next = self.now + self.about(group.every());
        self.schedule.add(next, Event::Arrival(index));
    }

    fn admit(&mut self, group: &ClientGroup) {
        let leaves = self.now + self.about(group.stay);
        let workload = &group.workload;
        let user = self.rng.choice(workload.users).unwrap_or(&"app");
        let remote = format!("{}.{}", workload.network, self.rng.u8(10..60));
        let program = Program::Application { leaves, workload: Arc::clone(workload) };
        let client = Client { user: (*user).to_owned(), remote, program };
        if let Some(id) = self.connect(&group.service, client) {
            self.set_up(id);
            // They do not all begin at once.
            let first = self.about(workload.pause);
            self.pause(id, self.now + first);
        }
    }

    /// A time around the mean: from a twentieth to about three times.
    pub(in crate::world) fn about(&mut self, mean: Duration) -> Duration {
        let spread = -(1.0 - self.rng.f64() * 0.95).ln();
        mean.mul_f64(spread.max(0.05))
    }

    /// What an application does next: it finishes a transaction, leaves, pauses or works.
    pub(super) fn application_step(&mut self, id: u64, leaves: SystemTime, workload: &Workload) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        if session.transaction.is_some() {
            self.commit(id);
            self.rest(id, workload);
        } else if leaves <= self.now {
            self.end_session(id);
        } else {
            self.work_or_pause(id, workload);
        }
    }

    fn rest(&mut self, id: u64, workload: &Workload) {
        let pause = self.about(workload.pause_at(self.now));
        self.pause(id, self.now + pause);
    }

    fn work_or_pause(&mut self, id: u64, workload: &Workload) {
        let shares = workload.shares;
        let dice = self.rng.u8(0..100);
        if dice < shares.reads {
            let length = self.about(workload.read);
            self.run(id, Statement::Read, workload.burst, length);
        } else if dice < shares.reads + shares.writes {
            let length = self.about(workload.write);
            self.run(id, Statement::Write, workload.burst, length);
        } else if dice < shares.reads + shares.writes + shares.transactions {
            self.hold(id, workload);
        } else {
            self.rest(id, workload);
        }
    }

    fn hold(&mut self, id: u64, workload: &Workload) {
        self.begin_transaction(id);
        let is_long = workload.one_long_in > 0 && self.rng.u32(0..workload.one_long_in) == 0;
        let held = if is_long { workload.held * 20 } else { workload.held };
        let held = self.about(held);
        self.pause(id, self.now + held);
    }
}
