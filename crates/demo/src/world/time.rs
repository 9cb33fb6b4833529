//! Time passes, and what is due happens.

use super::World;
use super::schedule::Event;
use std::time::{Duration, SystemTime};

/// How much of a long time is lived through when few sessions are there.
const LIVED: Duration = Duration::from_secs(600);

/// So many sessions are few; the more there are, the less is lived through.
const FEW_SESSIONS: u32 = 200;

/// So much is always lived through: what a monitor does by itself takes it some looks.
const LIVED_AT_LEAST: Duration = Duration::from_secs(20);

/// A time is long when it is so much longer than what would be lived through of it.
const LONG: u32 = 6;

impl World {
    /// Lets time pass, with all that happens in it.
    pub fn advance(&mut self, by: Duration) {
        self.advance_to(self.now.checked_add(by).unwrap_or(self.now));
    }

    /// Lets time pass until then; does nothing when that is past.
    ///
    /// Of a long time, such as that of a computer asleep, only the end is lived through; what was
    /// due before happens then.
    pub fn advance_to(&mut self, until: SystemTime) {
        let lived = self.lived();
        if until.duration_since(self.now).unwrap_or_default() > lived * LONG {
            self.now = until.checked_sub(lived).unwrap_or(self.now).max(self.now);
        }
        while let Some((at, event)) = self.schedule.take_due(until) {
            self.now = self.now.max(at);
            self.happen(&event, at);
        }
        self.now = self.now.max(until);
    }

    /// How much of a long time is lived through.
    fn lived(&self) -> Duration {
        let sessions = u32::try_from(self.sessions.len()).unwrap_or(u32::MAX);
        let share = LIVED * FEW_SESSIONS / sessions.max(FEW_SESSIONS);
        share.max(LIVED_AT_LEAST)
    }

    fn happen(&mut self, event: &Event, at: SystemTime) {
        match event {
            Event::Tick(monitor) => {
                if self.monitor(monitor).is_some_and(|monitor| monitor.next_tick == at) {
                    self.tick(monitor);
                }
            }
            Event::TickEnd(monitor) => self.end_tick(monitor),
            Event::Command(monitor) => self.continue_command(monitor),
            Event::Quorum(node) => {
                self.databases.settle_cluster(node, self.now, &mut self.schedule);
            }
            Event::Joined(node, donor) => {
                self.databases.finish_joining(node, donor.as_ref());
            }
            Event::Step(session) => self.step(*session),
            Event::Expiry(session) => self.expire_session(*session),
            Event::Arrival(group) => self.arrive(*group),
        }
    }
}
