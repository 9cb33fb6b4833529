//! Clients that come by themselves, so that there is something to see: they read, write, pause,
//! hold transactions and leave.

use super::connections::Client;
use super::session::{Program, Statement};
use super::workload::Habits;
use crate::world::World;
use crate::world::schedule::Event;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Clients that come to a service, and stay for a while.
#[derive(Clone, Debug)]
pub struct Flow {
    /// The service.
    pub service: String,
    /// How many there are on average.
    pub clients: u32,
    /// Mean time that a client stays.
    pub stay: Duration,
    /// What they are like.
    pub habits: Arc<Habits>,
}

impl Flow {
    /// Mean time between two arrivals.
    fn every(&self) -> Duration {
        self.stay / self.clients.max(1)
    }
}

impl World {
    /// Lets clients come to a service from now on, beginning with as many as there would be.
    pub fn start_flow(&mut self, flow: Flow) {
        self.populate(&flow);
        let index = self.sessions.add_flow(flow.clone());
        self.expect_next(index, &flow);
    }

    /// As many clients come at once as a flow keeps on average.
    pub fn populate(&mut self, flow: &Flow) {
        for _ in 0..flow.clients {
            self.admit(flow);
        }
    }

    /// A client of the flow comes, and the next one is on its way.
    pub fn arrive(&mut self, flow: usize) {
        let Some(found) = self.sessions.flow(flow) else {
            return;
        };
        self.admit(&found);
        self.expect_next(flow, &found);
    }

    fn expect_next(&mut self, index: usize, flow: &Flow) {
        let next = self.now + self.about(flow.every());
        self.agenda.add(next, Event::Arrival(index));
    }

    fn admit(&mut self, flow: &Flow) {
        let leaves = self.now + self.about(flow.stay);
        let habits = &flow.habits;
        let user = self.rng.choice(habits.users).unwrap_or(&"app");
        let remote = format!("{}.{}", habits.network, self.rng.u8(10..60));
        let program = Program::Application { leaves, habits: Arc::clone(habits) };
        let client = Client { user: (*user).to_owned(), remote, program };
        if let Some(id) = self.connect(&flow.service, client) {
            self.set_up(id);
            // They do not all begin at once.
            let first = self.about(habits.pause);
            self.pause(id, self.now + first);
        }
    }

    /// A time around the mean: from a twentieth to about three times.
    pub(in crate::world) fn about(&mut self, mean: Duration) -> Duration {
        let spread = -(1.0 - self.rng.f64() * 0.95).ln();
        mean.mul_f64(spread.max(0.05))
    }

    /// What an application does next: it finishes a transaction, leaves, pauses or works.
    pub fn application_step(&mut self, id: u64, leaves: SystemTime, habits: &Habits) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        if session.transaction.is_some() {
            self.commit(id);
            self.rest(id, habits);
        } else if leaves <= self.now {
            self.end_session(id);
        } else {
            self.work_or_pause(id, habits);
        }
    }

    fn rest(&mut self, id: u64, habits: &Habits) {
        let pause = self.about(habits.pause_at(self.now));
        self.pause(id, self.now + pause);
    }

    fn work_or_pause(&mut self, id: u64, habits: &Habits) {
        let shares = habits.shares;
        let dice = self.rng.u8(0..100);
        if dice < shares.reads {
            let length = self.about(habits.read);
            self.run(id, Statement::Read, habits.burst, length);
        } else if dice < shares.reads + shares.writes {
            let length = self.about(habits.write);
            self.run(id, Statement::Write, habits.burst, length);
        } else if dice < shares.reads + shares.writes + shares.transactions {
            self.hold(id, habits);
        } else {
            self.rest(id, habits);
        }
    }

    fn hold(&mut self, id: u64, habits: &Habits) {
        self.begin_transaction(id);
        let is_long = habits.one_long_in > 0 && self.rng.u32(0..habits.one_long_in) == 0;
        let held = if is_long { habits.held * 20 } else { habits.held };
        let held = self.about(held);
        self.pause(id, self.now + held);
    }
}
