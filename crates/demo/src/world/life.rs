//! Clients that come by themselves, so that there is something to see: they read, write, pause,
//! hold transactions and leave.

use super::World;
use super::agenda::Event;
use super::connections::Client;
use super::session::{Program, Statement};
use std::time::Duration;

/// How many clients a service has on average, and how often one comes.
#[derive(Clone, Debug)]
pub struct Flow {
    /// The service.
    pub service: String,
    /// Mean time between two arrivals.
    pub every: Duration,
    /// Mean time that a client stays.
    pub stay: Duration,
}

const USERS: [&str; 4] = ["shop", "reports", "billing", "search"];

impl World {
    /// Lets clients come to a service from now on, beginning with as many as there would be.
    pub fn start_flow(&mut self, flow: Flow) {
        self.populate(&flow);
        let first = self.now + self.about(flow.every);
        self.agenda.add(first, Event::Arrival(flow.service.clone()));
        self.flows.push(flow);
    }

    /// As many clients come at once as a flow keeps on average.
    pub fn populate(&mut self, flow: &Flow) {
        let usual = flow.stay.as_millis() / flow.every.as_millis().max(1);
        for _ in 0..usual {
            self.admit(&flow.service, flow.stay);
        }
    }

    /// A client comes to the service, and the next one is on its way.
    pub fn arrive(&mut self, service: &str) {
        let Some(flow) = self.flows.iter().find(|flow| flow.service == service).cloned() else {
            return;
        };
        self.admit(service, flow.stay);
        let next = self.now + self.about(flow.every);
        self.agenda.add(next, Event::Arrival(service.to_owned()));
    }

    fn admit(&mut self, service: &str, stay: Duration) {
        let leaves = self.now + self.about(stay);
        let user = self.rng.choice(USERS).unwrap_or("app").to_owned();
        let remote = format!("192.0.2.{}", self.rng.u8(10..60));
        self.connect(service, Client { user, remote, program: Program::Application { leaves } });
    }

    /// A time around the mean: from a twentieth to about three times.
    fn about(&mut self, mean: Duration) -> Duration {
        let spread = -(1.0 - self.rng.f64() * 0.95).ln();
        mean.mul_f64(spread.max(0.05))
    }

    /// What an application does next: it finishes a transaction, leaves, pauses or works.
    pub fn application_step(&mut self, id: u64, leaves: std::time::SystemTime) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        if session.transaction.is_some() {
            self.commit(id);
            let pause = self.about(Duration::from_millis(900));
            self.pause(id, self.now + pause);
        } else if leaves <= self.now {
            self.end_session(id);
        } else {
            self.work_or_pause(id);
        }
    }

    fn work_or_pause(&mut self, id: u64) {
        match self.rng.u8(0..100) {
            0..35 => {
                let length = self.about(Duration::from_millis(250));
                self.run(id, Statement::Read, length);
            }
            35..45 => {
                let length = self.about(Duration::from_millis(40));
                self.run(id, Statement::Write, length);
            }
            45..50 => {
                self.begin_transaction(id);
                let held = self.about(Duration::from_secs(6));
                self.pause(id, self.now + held);
            }
            50..53 => {
                let long = self.about(Duration::from_secs(20));
                self.pause(id, self.now + long);
            }
            _ => {
                let pause = self.about(Duration::from_millis(1500));
                self.pause(id, self.now + pause);
            }
        }
    }
}
