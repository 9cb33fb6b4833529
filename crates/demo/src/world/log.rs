//! The log of the simulated MaxScale: the last rows of it.

use std::collections::VecDeque;
use std::time::SystemTime;

/// How many rows are kept.
const KEPT: usize = 2_000;

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Number of the row.
    pub id: u64,
    /// When it was written.
    pub at: SystemTime,
    /// `notice`, `warning`, `error` …
    pub priority: &'static str,
    /// The module that wrote it, if one did.
    pub module: Option<&'static str>,
    /// What it says.
    pub message: String,
}

/// The rows, oldest first.
#[derive(Debug, Default)]
pub struct Log {
    rows: VecDeque<Row>,
    count: u64,
}

impl Log {
    /// Writes a notice of a module.
    pub fn notice(&mut self, at: SystemTime, module: &'static str, message: String) {
        self.write(at, "notice", Some(module), message);
    }

    /// Writes an error of the core.
    pub fn error(&mut self, at: SystemTime, message: String) {
        self.write(at, "error", None, message);
    }

    fn write(
        &mut self,
        at: SystemTime,
        priority: &'static str,
        module: Option<&'static str>,
        message: String,
    ) {
        self.count += 1;
        self.rows.push_back(Row { id: self.count, at, priority, module, message });
        if self.rows.len() > KEPT {
            self.rows.pop_front();
        }
    }

    /// The rows, oldest first.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &Row> {
        self.rows.iter()
    }
}
