//! What the worker threads of MaxScale have done, and how busy they were with it.

use super::collection::Sessions;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Processor time that a new session takes.
const FOR_SESSION: Duration = Duration::from_micros(400);

/// Processor time that a statement takes.
const FOR_STATEMENT: Duration = Duration::from_micros(60);

/// Different statements that a thread sees by and by.
const DIFFERENT: u64 = 150;

/// Statements that a thread knows from the start: those of the monitors and of MaxScale itself.
const KNOWN: u64 = 3;

/// Memory of the query classifier for the statements known from the start, and for each other one.
const CLASSIFIER: (u64, u64) = (1_462, 432);

/// The work done in a span of time and in the one before.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    number: u64,
    work: Duration,
    before: Duration,
}

impl Span {
    fn at(self, now: SystemTime, length: Duration) -> Self {
        let passed = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        let number = passed.as_secs() / length.as_secs().max(1);
        match number.checked_sub(self.number) {
            Some(0) | None => self,
            Some(1) => Self { number, work: Duration::ZERO, before: self.work },
            Some(_) => Self { number, ..Self::default() },
        }
    }
}

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);

/// The load of a thread in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// In the last second.
    pub second: u64,
    /// In the last minute.
    pub minute: u64,
    /// In the last hour.
    pub hour: u64,
}

/// What one worker thread has done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Worker {
    /// Clients that it let in.
    pub accepts: u64,
    /// Connections that it had, to clients and servers.
    pub descriptors: u64,
    /// Reads from them.
    pub reads: u64,
    /// Writes to them.
    pub writes: u64,
    /// The most that it did in a second, in percent.
    pub busiest: u64,
    /// Whether it was told to let no clients in.
    pub refuses_clients: bool,
    statements: u64,
    second: Span,
    minute: Span,
    hour: Span,
}

impl Worker {
    /// A client comes.
    pub(super) fn accept(&mut self, now: SystemTime) {
        self.accepts += 1;
        self.descriptors += 1;
        self.reads += 4;
        self.writes += 4;
        self.work(FOR_SESSION, now);
    }

    /// A connection to a server is made.
    pub fn connect(&mut self) {
        self.descriptors += 1;
        self.reads += 3;
        self.writes += 3;
    }

    /// Statements go to a server, and their results to the client.
    pub fn statements(&mut self, count: u64, now: SystemTime) {
        self.statements += count;
        self.reads += 2 * count;
        self.writes += 2 * count;
        self.work(FOR_STATEMENT.saturating_mul(u32::try_from(count).unwrap_or(u32::MAX)), now);
    }

    fn work(&mut self, took: Duration, now: SystemTime) {
        let spans =
            [(&mut self.second, SECOND), (&mut self.minute, MINUTE), (&mut self.hour, HOUR)];
        for (span, length) in spans {
            *span = span.at(now, length);
            span.work += took;
        }
        self.busiest = self.busiest.max(self.load(now).second);
    }

    /// How busy it was.
    #[must_use]
    pub fn load(&self, now: SystemTime) -> Load {
        let percent = |span: Span, length: Duration| {
            let share = span.at(now, length).before.as_secs_f64() / length.as_secs_f64();
            (share * 100.0).min(100.0) as u64
        };
        Load {
            second: percent(self.second, SECOND),
            minute: percent(self.minute, MINUTE),
            hour: percent(self.hour, HOUR),
        }
    }

    /// Statements that its query classifier keeps; each was looked for in vain once.
    #[must_use]
    pub fn classified(&self) -> u64 {
        KNOWN + self.statements.isqrt().min(DIFFERENT)
    }

    /// How often its query classifier had kept the statement.
    #[must_use]
    pub fn hits(&self) -> u64 {
        KNOWN + self.statements.saturating_sub(self.classified() - KNOWN)
    }

    /// Bytes that its query classifier takes.
    #[must_use]
    pub fn classifier_memory(&self) -> u64 {
        let (known, each) = CLASSIFIER;
        known + each * (self.classified() - KNOWN)
    }

    /// As if it had done the same again and again.
    pub fn multiply(&mut self, times: u64) {
        let counts = [
            &mut self.accepts,
            &mut self.descriptors,
            &mut self.reads,
            &mut self.writes,
            &mut self.statements,
        ];
        counts.into_iter().for_each(|count| *count = count.saturating_mul(times));
    }
}

impl Sessions {
    /// What a worker thread has done.
    #[must_use]
    pub fn worker(&self, thread: u64) -> Worker {
        let place = usize::try_from(thread).ok();
        place.and_then(|place| self.workers.get(place)).copied().unwrap_or_default()
    }

    /// Lets a worker thread let clients in, or not.
    pub fn set_listening(&mut self, thread: u64, listens: bool) {
        if let Some(worker) = self.worker_mut(thread) {
            worker.refuses_clients = !listens;
        }
    }

    /// The worker thread of a session, to note what it does.
    pub(super) fn worker_of(&mut self, session: u64) -> Option<&mut Worker> {
        let thread = self.get(&session)?.thread;
        self.worker_mut(thread)
    }

    fn worker_mut(&mut self, thread: u64) -> Option<&mut Worker> {
        let thread = usize::try_from(thread).ok()?;
        if self.workers.len() <= thread {
            self.workers.resize(thread + 1, Worker::default());
        }
        self.workers.get_mut(thread)
    }

    /// Forgets what the worker threads have done.
    pub fn reset_workers(&mut self) {
        self.workers.clear();
    }

    /// As if the worker threads had done the same again and again.
    pub fn multiply_work(&mut self, times: u64) {
        self.workers.iter_mut().for_each(|worker| worker.multiply(times));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_load_is_that_of_the_last_whole_second_minute_and_hour() {
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        let mut worker = Worker::default();
        worker.statements(5_000, at(0));
        assert_eq!(worker.load(at(0)), Load { second: 0, minute: 0, hour: 0 });
        assert_eq!(worker.load(at(1)), Load { second: 30, minute: 0, hour: 0 });
        assert_eq!(worker.load(at(2)).second, 0);
        worker.statements(995_000, at(59));
        assert_eq!(worker.load(at(61)), Load { second: 0, minute: 100, hour: 0 });
        assert_eq!(worker.load(at(3_601)).hour, 1);
    }

    #[test]
    fn a_statement_is_kept_or_looked_for_in_vain() {
        let mut worker = Worker::default();
        assert_eq!((worker.classified(), worker.hits()), (3, 3));
        worker.statements(1, UNIX_EPOCH);
        assert_eq!((worker.classified(), worker.hits()), (4, 3));
        worker.statements(99_999, UNIX_EPOCH);
        assert_eq!(worker.classified(), 153);
        assert_eq!(worker.hits() + worker.classified() - 2 * KNOWN, 100_000);
    }
}
