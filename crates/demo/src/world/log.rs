//! The log of the simulated MaxScale: the last rows of it.

use std::collections::VecDeque;
use std::time::SystemTime;

/// How many rows are kept.
const KEPT: usize = 2_000;

/// How much a row matters, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Something failed.
    Error,
    /// Something may go wrong.
    Warning,
    /// Something happened.
    Notice,
}

impl Priority {
    /// The priority of that name; others exist in MaxScale, but nothing here writes them.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Notice].into_iter().find(|known| known.name() == name)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Number of the row, from 0.
    pub id: u64,
    /// When it was written.
    pub at: SystemTime,
    /// How much it matters.
    pub priority: Priority,
    /// What it says.
    pub message: String,
}

/// The rows, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Log {
    rows: VecDeque<Row>,
    /// How many rows were written ever: the id of the next one.
    pub written: u64,
}

impl Log {
    /// Writes a row.
    pub fn write(&mut self, at: SystemTime, priority: Priority, message: String) {
        self.rows.push_back(Row { id: self.written, at, priority, message });
        self.written += 1;
        if self.rows.len() > KEPT {
            self.rows.pop_front();
        }
    }

    /// The rows, oldest first.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }
}
