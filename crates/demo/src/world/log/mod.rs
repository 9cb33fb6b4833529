//! The log of the simulated MaxScale: the last rows of it.

mod messages;
mod throttling;

use crate::objects::Parameters;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::SystemTime;
use throttling::Throttling;

/// How many rows are kept.
const KEPT: usize = 5_000;

/// Longer messages are cut, in bytes, as MaxScale does.
const LONGEST: usize = 16_384;

/// How many lines MaxScale writes when it opens its log: two empty ones, a title and a rule.
const HEADER: u64 = 4;

/// How much a row matters, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// MaxScale cannot go on. Nothing here is as bad as that.
    Alert,
    /// Something failed.
    Error,
    /// Something may go wrong.
    Warning,
    /// Something happened.
    Notice,
    /// Something usual happened.
    Info,
    /// For the makers of MaxScale. Nothing here writes it.
    Debug,
}

impl Priority {
    /// Every priority.
    pub const ALL: [Self; 6] =
        [Self::Alert, Self::Error, Self::Warning, Self::Notice, Self::Info, Self::Debug];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }

    /// The parameter of MaxScale that switches it on; the worst are always on.
    #[must_use]
    pub fn switch(self) -> Option<&'static str> {
        match self {
            Self::Alert | Self::Error => None,
            Self::Warning => Some("log_warning"),
            Self::Notice => Some("log_notice"),
            Self::Info => Some("log_info"),
            Self::Debug => Some("log_debug"),
        }
    }

    /// Whether rows of it are written, by the parameters of MaxScale.
    #[must_use]
    pub fn is_on(self, core: &Parameters) -> bool {
        let on = |switch: &str| core.get(switch).and_then(|value| value.as_bool());
        self.switch().is_none_or(|switch| on(switch).unwrap_or(false))
    }
}

/// What a row says, and who says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The message.
    pub message: String,
    /// The session that it is about.
    pub session: Option<u64>,
    /// The module that wrote it; MaxScale's core has none.
    pub module: Option<&'static str>,
    /// The object that was at work.
    pub object: Option<String>,
}

impl Text {
    /// The same, written by a module.
    #[must_use]
    pub fn by(self, module: &'static str) -> Self {
        Self { module: Some(module), ..self }
    }

    /// The same, of an object.
    #[must_use]
    pub fn of(self, object: &str) -> Self {
        Self { object: Some(object.to_owned()), ..self }
    }

    /// The same, about a session.
    #[must_use]
    pub fn in_session(self, id: u64) -> Self {
        Self { session: Some(id), ..self }
    }
}

impl From<String> for Text {
    fn from(mut message: String) -> Self {
        if message.len() > LONGEST {
            message.truncate(message.floor_char_boundary(LONGEST));
        }
        Self { message: message.replace('\n', "\\n"), ..Self::default() }
    }
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Number of the row, from 0.
    pub id: u64,
    /// Number of its line in the file, from 0: headers count there.
    pub line: u64,
    /// When it was written.
    pub at: SystemTime,
    /// How much it matters.
    pub priority: Priority,
    /// What it says.
    pub text: Text,
}

/// The rows, oldest first. Copies share them.
#[derive(Clone, Debug, Default)]
pub struct Log {
    rows: VecDeque<Arc<Row>>,
    /// How many rows were written ever: the id of the next one.
    pub written: u64,
    /// How many lines the file has: the line of the next row.
    pub lines: u64,
    throttling: Throttling,
}

impl Log {
    /// Whether the file was never opened.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.lines == self.written
    }

    /// MaxScale opens the file: it writes a few lines above the rows to come.
    pub fn open(&mut self) {
        self.lines += HEADER;
    }

    /// Writes a row, whatever is switched off.
    pub fn write(&mut self, at: SystemTime, priority: Priority, text: impl Into<Text>) {
        let (id, line) = (self.written, self.lines);
        let row = Row { id, line, at, priority, text: text.into() };
        self.rows.push_back(Arc::new(row));
        self.written += 1;
        self.lines += 1;
        if self.rows.len() > KEPT {
            self.rows.pop_front();
        }
    }

    /// The rows from a line of the file on, oldest first.
    pub fn rows_from_line(&self, line: u64) -> impl Iterator<Item = &Row> {
        self.rows.iter().map(Arc::as_ref).skip_while(move |row| row.line < line)
    }

    /// The rows from an id on, oldest first.
    pub fn rows_from(&self, id: u64) -> impl Iterator<Item = &Row> {
        let first = self.written - self.rows.len() as u64;
        let skipped = usize::try_from(id.saturating_sub(first)).unwrap_or(usize::MAX);
        self.rows.iter().map(Arc::as_ref).skip(skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    #[test]
    fn rows_keep_their_ids_when_the_oldest_go() {
        let mut log = Log::default();
        for number in 0..KEPT + 10 {
            log.write(UNIX_EPOCH, Priority::Notice, number.to_string());
        }
        let ids = |from| log.rows_from(from).map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(0).first(), Some(&10));
        assert_eq!(ids(log.written - 2), [log.written - 2, log.written - 1]);
        assert!(ids(u64::MAX).is_empty());
    }

    #[test]
    fn a_row_is_one_line_of_bounded_length() {
        let text = Text::from("a\nb".to_owned());
        assert_eq!(text.message, "a\\nb");
        assert!(Text::from("ä".repeat(LONGEST)).message.len() <= LONGEST);
    }
}
