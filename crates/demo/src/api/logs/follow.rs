//! Following the log, as `/maxscale/logs/stream` does.

use super::page::{is_wanted, option, source, wanted};
use super::row::streamed;
use crate::api::answer::Refusal;
use crate::api::request::{Request, leading_number};
use crate::world::World;
use std::collections::BTreeSet;
use std::time::SystemTime;

/// No more rows than this are handed out at once.
const MOST: usize = 500;

/// A place in the log from which one follows it.
#[derive(Clone, Debug)]
pub struct Follow {
    line: u64,
    wanted: BTreeSet<String>,
    started: SystemTime,
}

/// What has come since the last look.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The rows, each as JSON.
    pub rows: Vec<String>,
    /// Whether there may be more already.
    pub more: bool,
}

impl Follow {
    /// Begins at the line of the file that `page[cursor]` names, or at its end.
    ///
    /// # Errors
    /// Nothing is logged.
    pub fn begin(world: &World, request: &Request) -> Result<Self, Refusal> {
        if source(world).is_none() {
            let problem = "Neither `syslog` or `maxlog` is enabled, cannot stream logs.";
            return Err(Refusal::because(problem));
        }
        let line = option(request, "cursor").map_or(world.log.lines, leading_number);
        Ok(Self { line, wanted: wanted(request), started: world.started })
    }

    /// The rows since the last look; `None` once MaxScale was restarted.
    pub fn read(&mut self, world: &World) -> Option<Batch> {
        if world.started != self.started {
            return None;
        }
        let mut batch = Batch::default();
        for row in world.log.rows_from_line(self.line) {
            if batch.rows.len() == MOST {
                batch.more = true;
                return Some(batch);
            }
            self.line = row.line + 1;
            if is_wanted(&self.wanted, row) {
                batch.rows.push(streamed(world.version, row));
            }
        }
        Some(batch)
    }
}
