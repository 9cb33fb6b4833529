//! What the panel offers to do, in words for people and in those of the back door.

use crate::api::demo::{Database, Deed};

/// Something that can be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The words on its button.
    pub words: &'static str,
    /// What is done.
    pub deed: Deed,
    /// What to say once it is done.
    pub done: String,
}

impl Offer {
    fn new(words: &'static str, deed: String, done: String) -> Self {
        Self { words, deed: Deed::World(deed), done }
    }

    fn clock(words: &'static str, deed: &'static str, done: &str) -> Self {
        Self { words, deed: Deed::Clock(deed), done: done.to_owned() }
    }
}

/// What can be done to the database behind a server.
pub fn server(database: &Database) -> Vec<Offer> {
    let name = &database.name;
    if !database.is_up {
        let done = format!("{name} was started");
        return vec![Offer::new("Start", format!("start {name}"), done)];
    }
    let mut offers = vec![Offer::new("Kill", format!("kill {name}"), format!("{name} was killed"))];
    if database.replicates {
        offers.push(if database.lags {
            Offer::new("End the lag", format!("lag {name} 0"), format!("{name} may catch up"))
        } else {
            let done = format!("{name} is 30 seconds behind");
            Offer::new("Lag 30 s", format!("lag {name} 30"), done)
        });
        offers.push(if database.is_broken {
            let done = format!("{name} replicates again");
            Offer::new("Repair replication", format!("repair-replication {name}"), done)
        } else {
            let done = format!("The replication of {name} is broken");
            Offer::new("Break replication", format!("break-replication {name}"), done)
        });
    }
    offers
}

/// What can be done to a service.
pub fn service(name: &str) -> Vec<Offer> {
    let load = format!("10 clients run a query of 60 seconds over {name}");
    let transactions = format!("5 clients hold a transaction for 60 seconds over {name}");
    vec![
        Offer::new("Add load", format!("load {name} 10 60"), load),
        Offer::new("Add transactions", format!("transactions {name} 5 60"), transactions),
    ]
}

/// What can be done to the clock.
pub fn clock(is_running: bool) -> Vec<Offer> {
    vec![
        if is_running {
            Offer::clock("Freeze", "freeze", "Time stands still")
        } else {
            Offer::clock("Run", "run", "Time goes on")
        },
        Offer::clock("Advance 10 s", "advance 10", "10 seconds have passed"),
    ]
}

/// What can be done to MaxScale.
pub fn maxscale() -> Vec<Offer> {
    vec![
        Offer::new(
            "Restart MaxScale",
            "restart".to_owned(),
            "MaxScale was restarted; all sessions have ended".to_owned(),
        ),
        Offer::new(
            "Fail the next request",
            "fail-next 503".to_owned(),
            "The next request to MaxScale will fail".to_owned(),
        ),
    ]
}
