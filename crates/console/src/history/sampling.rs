//! Samples from answers: whatever is read of MaxScale for any page counts.

use std::any::Any;

use super::column::{UNKNOWN, known};
use super::samples::Numbers;
use super::{History, Kind, TOTAL};
use maxscale::about::About;
use maxscale::replication::Lag;
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::state::{Mode, ServerState};
use maxscale::thread::{Thread, total_sessions};

/// A mode is kept as its place here: the more a server is out of service, the higher.
pub(super) const MODES: [Mode; 4] =
    [Mode::InService, Mode::Draining, Mode::Drained, Mode::Maintenance];

impl History {
    /// Takes in an answer that came at a time, in milliseconds since 1970. When nothing was read
    /// for longer than `patience_ms` before, there is a gap between.
    pub fn note(&mut self, at_ms: u64, patience_ms: u64, answer: &dyn Any) {
        let mut add = |kind, rows| self.add(kind, at_ms, patience_ms, rows);
        if let Some(servers) = answer.downcast_ref::<Vec<Server>>() {
            add(Kind::Servers, servers.iter().map(server).collect());
        } else if let Some(one) = answer.downcast_ref::<Server>() {
            let operations = number(one.load.active_operations);
            add(Kind::OpenServers, vec![(one.name.as_str(), [operations, UNKNOWN, UNKNOWN])]);
        } else if let Some(services) = answer.downcast_ref::<Vec<Service>>() {
            add(Kind::Services, services.iter().map(service).collect());
        } else if let Some(one) = answer.downcast_ref::<Service>() {
            add(Kind::Services, vec![service(one)]);
        } else if let Some(threads) = answer.downcast_ref::<Vec<Thread>>() {
            add(Kind::Threads, threads.iter().map(thread).collect());
            if let Some(total) = total_sessions(threads) {
                add(Kind::Sessions, vec![sessions_of(total)]);
            }
        } else if let Some(about) = answer.downcast_ref::<About>() {
            self.meet(about);
        }
    }

    fn add(&mut self, kind: Kind, at_ms: u64, patience_ms: u64, mut rows: Vec<(&'_ str, Numbers)>) {
        rows.push((TOTAL, together(&rows)));
        self.series_mut(kind).add(at_ms, patience_ms, &rows);
    }

    /// Another MaxScale has another past.
    fn meet(&mut self, about: &About) {
        if about.host.is_none() || self.host == about.host {
            return;
        }
        if self.host.is_some() {
            *self = Self::default();
        }
        self.host.clone_from(&about.host);
    }
}

fn number(count: Option<u64>) -> u32 {
    count.map_or(UNKNOWN, |count| u32::try_from(count).unwrap_or(UNKNOWN).min(UNKNOWN - 1))
}

fn server(one: &Server) -> (&str, Numbers) {
    let lag = match one.lag() {
        Some(Lag::Seconds(seconds)) => Some(seconds),
        Some(Lag::Unknown) | None => None,
    };
    (one.name.as_str(), [number(one.load.connections), mode(&one.state), number(lag)])
}

fn mode(state: &ServerState) -> u32 {
    let mode = state.mode();
    MODES.iter().position(|one| *one == mode).map_or(UNKNOWN, |place| place as u32)
}

fn service(one: &Service) -> (&str, Numbers) {
    (one.name.as_str(), [number(one.sessions), number(one.active_operations), UNKNOWN])
}

fn thread(one: &Thread) -> (&str, Numbers) {
    (&one.id, [number(one.load_percent), UNKNOWN, UNKNOWN])
}

fn sessions_of(total: u64) -> (&'static str, Numbers) {
    (super::view::ALL_SESSIONS, [number(Some(total)), UNKNOWN, UNKNOWN])
}

/// The sum, the lowest and the highest of the first numbers.
fn together(rows: &[(&str, Numbers)]) -> Numbers {
    let firsts = || rows.iter().filter_map(|row| known(row.1[0]));
    let sum = firsts().map(u64::from).sum();
    match (firsts().min(), firsts().max()) {
        (Some(lowest), Some(highest)) => [number(Some(sum)), lowest, highest],
        _ => [UNKNOWN; 3],
    }
}
