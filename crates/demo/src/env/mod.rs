//! What is done from outside, in words: those of the recordings' `env` steps, and more.

mod failures;
mod faults;
mod numbers;
mod world;

pub use world::apply;

use crate::clock::Speed;
use crate::failure_injection::InjectedFailure;
use std::time::Duration;

/// Every sentence that is understood.
pub const SENTENCES: [&str; 21] = [
    "load SERVICE N SECONDS",
    "transactions SERVICE N SECONDS",
    "talk SERVICE N SECONDS",
    "transactions-report",
    "kill SERVER",
    "start SERVER",
    "freeze SERVER, thaw SERVER",
    "lag SERVER SECONDS",
    "break-replication SERVER",
    "repair-replication SERVER",
    "disk SERVER low|ok",
    "auth-error SERVER on|off",
    "restart",
    "expire-tokens",
    "fail-next [N] STATUS",
    "fail-next [N] drop",
    "fail-next [N] slow SECONDS",
    "latency MILLISECONDS",
    "chaos PERCENT",
    "speed FACTOR",
    "clock freeze|run|advance SECONDS",
];

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// To the world of MaxScale.
    World(WorldAction),
    /// MaxScale is restarted.
    Restart,
    /// Every token becomes worthless.
    ExpireTokens,
    /// The next requests fail.
    FailNext(usize, InjectedFailure),
    /// Every answer takes that long more from now on.
    Latency(Duration),
    /// So many of a hundred requests fail from now on.
    Chaos(u8),
    /// Simulated time runs that fast from now on.
    Speed(Speed),
    /// The clock is changed.
    Clock(ClockAction),
}

/// What can be done to a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockAction {
    /// It stops.
    Freeze,
    /// It follows real time.
    Run,
    /// It moves on to that long after its last move.
    Advance(Duration),
}

/// Something to do to databases and clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorldAction {
    /// Clients connect to a service and each runs one query of that length.
    Load(Clients),
    /// Clients connect to a service and each holds a transaction for that long.
    Transactions(Clients),
    /// Clients connect to a service and each runs a short query from time to time.
    Talk(Clients),
    /// The clients were looked at; nothing is done.
    Report,
    /// Something about the database behind a server.
    Server(String, ServerAction),
}

/// Clients to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clients {
    /// The service they connect to.
    pub service: String,
    /// How many.
    pub count: u64,
    /// How long each is at it.
    pub length: Duration,
}

/// Something to do to the database behind a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerAction {
    /// Its process ends.
    Kill,
    /// Its process is started.
    Start,
    /// Its process stands still: nobody gets an answer; or it goes on.
    Freeze(bool),
    /// It falls that far behind its primary, and stays there; zero lets it catch up.
    Lag(Duration),
    /// Its replication stops with an error.
    BreakReplication,
    /// Its replication goes on.
    RepairReplication,
    /// Its disk is nearly full, or no longer.
    LowDisk(bool),
    /// It refuses the monitor's password, or no longer.
    AuthError(bool),
}

impl Action {
    /// Understands words.
    ///
    /// # Errors
    /// What is wrong with them, as a sentence.
    pub fn parse(words: &str) -> Result<Self, String> {
        let parts: Vec<&str> = words.split_whitespace().collect();
        let action = match parts.as_slice() {
            ["load", rest @ ..] => Self::World(WorldAction::Load(clients(rest)?)),
            ["transactions", rest @ ..] => Self::World(WorldAction::Transactions(clients(rest)?)),
            ["talk", rest @ ..] => Self::World(WorldAction::Talk(clients(rest)?)),
            ["transactions-report"] => Self::World(WorldAction::Report),
            ["restart"] => Self::Restart,
            ["expire-tokens"] => Self::ExpireTokens,
            ["fail-next", rest @ ..] => failures::fail_next(rest)?,
            ["latency", millis] => Self::Latency(numbers::milliseconds(millis)?),
            ["chaos", percent] => Self::Chaos(numbers::percent(percent)?),
            ["speed", factor] => Self::Speed(factor.parse()?),
            ["clock", rest @ ..] => Self::Clock(ClockAction::parse(rest)?),
            [verb, server, rest @ ..] => match faults::parse(verb, rest)? {
                Some(action) => Self::World(WorldAction::Server((*server).to_owned(), action)),
                None => return Err(unknown(words)),
            },
            _ => return Err(unknown(words)),
        };
        Ok(action)
    }
}

impl ClockAction {
    /// Understands `freeze`, `run` and `advance SECONDS`.
    ///
    /// # Errors
    /// It is something else.
    pub fn parse(parts: &[&str]) -> Result<Self, String> {
        match parts {
            ["freeze"] => Ok(Self::Freeze),
            ["run"] => Ok(Self::Run),
            ["advance", seconds] => numbers::seconds(seconds).map(Self::Advance),
            _ => {
                Err("the clock understands: freeze, run, advance SECONDS (such as 2.5)".to_owned())
            }
        }
    }
}

fn clients(parts: &[&str]) -> Result<Clients, String> {
    let [service, count, seconds] = parts else {
        return Err("give a service, a number of clients and a number of seconds".to_owned());
    };
    Ok(Clients {
        service: (*service).to_owned(),
        count: numbers::clients(count)?,
        length: numbers::seconds(seconds)?,
    })
}

fn unknown(words: &str) -> String {
    let start: String = words.trim().chars().take(60).collect();
    format!("'{start}' is not understood; there are: {}", SENTENCES.join(", "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn server(action: ServerAction) -> Action {
        Action::World(WorldAction::Server("server2".to_owned(), action))
    }

    #[test]
    fn the_words_of_the_recordings_are_understood() {
        let clients = Clients {
            service: "RW-Split-Router".to_owned(),
            count: 4,
            length: Duration::from_secs(60),
        };
        let load = Action::parse("load RW-Split-Router 4 60\n");
        assert_eq!(load, Ok(Action::World(WorldAction::Load(clients))));
        assert_eq!(Action::parse(" kill server2 "), Ok(server(ServerAction::Kill)));
        assert_eq!(Action::parse("start server2"), Ok(server(ServerAction::Start)));
        assert_eq!(Action::parse("transactions-report"), Ok(Action::World(WorldAction::Report)));
    }

    #[test]
    fn faults_name_their_server() {
        let lag = ServerAction::Lag(Duration::from_millis(2500));
        assert_eq!(Action::parse("lag server2 2.5"), Ok(server(lag)));
        assert_eq!(Action::parse("disk server2 low"), Ok(server(ServerAction::LowDisk(true))));
        assert_eq!(
            Action::parse("auth-error server2 off"),
            Ok(server(ServerAction::AuthError(false)))
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (words, problem) in [
            ("", "is not understood; there are: load SERVICE"),
            ("load RW-Split-Router x 1", "'x' is no number of clients"),
            ("lag server2 -1", "'-1' is no number of seconds"),
            ("disk server2 full", "say low or ok"),
            ("auth-error server2", "say on or off"),
            ("kill server2 now", "is not understood"),
            ("clock back", "the clock understands"),
            ("chaos 101", "'101' is no percentage"),
        ] {
            let said = Action::parse(words).unwrap_err();
            assert!(said.contains(problem), "{words}: {said}");
        }
    }
}
