//! What was seen of a MaxScale within a day: samples of the numbers that charts show.
//!
//! Every sample of the last hour is kept. Of the time before, each number keeps the lowest and
//! the highest value that it had in each minute, so that no peak is lost.

mod column;
mod samples;
mod sampling;
mod series;
mod text;
mod view;

#[cfg(test)]
mod tests;

pub use samples::SampleTime;
pub use view::Span;

use series::Series;

/// What samples are of. Each has an axis of time of its own, as each is an answer of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All client sessions.
    Sessions,
    /// The servers.
    Servers,
    /// The servers whose pages were shown, each for that long.
    OpenServers,
    /// The services.
    Services,
    /// The worker threads.
    Threads,
}

impl Kind {
    /// All of them, those with the most objects last.
    const ALL: [Self; 5] =
        [Self::Sessions, Self::Threads, Self::OpenServers, Self::Services, Self::Servers];
}

/// A number that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// How many client sessions there are.
    Sessions,
    /// The connections of a server.
    Connections,
    /// The requests that a server executes.
    Operations,
    /// How many seconds a replica is behind its primary.
    Lag,
    /// The client sessions of a service.
    ServiceSessions,
    /// The requests being executed for the clients of a service.
    ServiceOperations,
    /// The load of a worker thread, in percent.
    Load,
}

/// The row of all objects of a kind together; no object has an empty name.
const TOTAL: &str = "";

impl Metric {
    /// What it is a number of.
    pub fn kind(self) -> Kind {
        match self {
            Self::Sessions => Kind::Sessions,
            Self::Connections | Self::Lag => Kind::Servers,
            Self::Operations => Kind::OpenServers,
            Self::ServiceSessions | Self::ServiceOperations => Kind::Services,
            Self::Load => Kind::Threads,
        }
    }

    /// Which of an object's numbers it is.
    fn index(self) -> usize {
        match self {
            Self::ServiceOperations => 1,
            Self::Lag => 2,
            Self::Sessions
            | Self::Connections
            | Self::Operations
            | Self::ServiceSessions
            | Self::Load => 0,
        }
    }
}

/// What was seen of one MaxScale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The host of that MaxScale, once it is known.
    host: Option<String>,
    sessions: Series,
    servers: Series,
    open_servers: Series,
    services: Series,
    threads: Series,
}

impl History {
    fn series(&self, kind: Kind) -> &Series {
        match kind {
            Kind::Sessions => &self.sessions,
            Kind::Servers => &self.servers,
            Kind::OpenServers => &self.open_servers,
            Kind::Services => &self.services,
            Kind::Threads => &self.threads,
        }
    }

    fn series_mut(&mut self, kind: Kind) -> &mut Series {
        match kind {
            Kind::Sessions => &mut self.sessions,
            Kind::Servers => &mut self.servers,
            Kind::OpenServers => &mut self.open_servers,
            Kind::Services => &mut self.services,
            Kind::Threads => &mut self.threads,
        }
    }

    /// MaxScale did not answer: whatever is read next comes after a gap.
    pub fn silence(&mut self) {
        for kind in Kind::ALL {
            self.series_mut(kind).broken = true;
        }
    }

    /// How many samples of a kind differed from the one before.
    pub fn changes(&self, kind: Kind) -> u64 {
        self.series(kind).changes
    }
}
