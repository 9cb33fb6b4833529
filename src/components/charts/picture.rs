//! What a chart shows of the history.

use console::history::{History, Metric, Span};
use maxscale::state::Mode;
use texts::{charts as words, number, objects};

use crate::charts::{Band, Line, Plot, Point, Shade};
use crate::query::now_ms;

/// More lines than this nobody tells apart; the others are within the area behind them.
pub(super) const MOST_LINES: usize = 8;

/// A chart moves on after this share of its width.
const STEPS: u64 = 300;

/// What a chart is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The number.
    pub metric: Metric,
    /// The object that it is of; all of its kind when `None`.
    pub of: Option<String>,
}

impl Shown {
    /// A number of all objects.
    pub fn all(metric: Metric) -> Self {
        Self { metric, of: None }
    }

    /// A number of one object.
    pub fn one(metric: Metric, name: impl ToString) -> Self {
        Self { metric, of: Some(name.to_string()) }
    }

    /// Tells it from the others. Browsers remember limits by it, whatever the title says.
    pub(super) fn key(&self) -> String {
        let metric = match self.metric {
            Metric::Sessions | Metric::ServiceSessions => "Sessions",
            Metric::Connections => "Connections",
            Metric::Operations | Metric::ServiceOperations => "Active operations",
            Metric::Lag => "Replication lag",
            Metric::Load => "Load per thread",
        };
        format!("{metric} {}", self.of.as_deref().unwrap_or_default())
    }

    pub(super) fn title(&self) -> &'static str {
        match self.metric {
            Metric::Sessions | Metric::ServiceSessions => objects::sessions(),
            Metric::Connections => texts::attributes::connections(),
            Metric::Operations | Metric::ServiceOperations => {
                texts::attributes::active_operations()
            }
            Metric::Lag => texts::attributes::replication_lag(),
            Metric::Load => words::load_per_thread(),
        }
    }

    fn unit(&self) -> &'static str {
        match self.metric {
            Metric::Load => "%",
            Metric::Lag => " s",
            Metric::Sessions
            | Metric::Connections
            | Metric::Operations
            | Metric::ServiceSessions
            | Metric::ServiceOperations => "",
        }
    }

    fn is_of_servers(&self) -> bool {
        matches!(self.metric, Metric::Connections | Metric::Operations | Metric::Lag)
    }

    /// The objects that have a line.
    pub(super) fn names(&self, history: &History, from_ms: u64) -> Vec<String> {
        match &self.of {
            Some(name) => vec![name.clone()],
            None => history.busiest(self.metric, MOST_LINES, from_ms),
        }
    }

    /// What a line is called.
    pub(super) fn name_of(&self, object: &str) -> String {
        match (self.metric, &self.of) {
            (Metric::Load, _) => words::thread(object),
            (Metric::Sessions, _) | (_, Some(_)) => self.title().to_owned(),
            (_, None) => object.to_owned(),
        }
    }

    /// The newest value, the highest one where there are several.
    pub(super) fn value(&self, history: &History) -> Option<u32> {
        match &self.of {
            Some(name) => history.newest(self.metric, name),
            None => history.newest_together(self.metric.kind()).map(|(_, highest)| highest),
        }
    }

    /// The newest value in words, and what has to be said of it.
    pub(super) fn words(&self, history: &History) -> (String, String) {
        let Some(value) = self.value(history) else {
            return ("–".to_owned(), String::new());
        };
        let sum = history.newest_together(self.metric.kind()).map_or(0, |both| both.0);
        let value = format!("{}{}", number(value.into()), self.unit());
        match (self.metric, &self.of) {
            (Metric::Connections, None) => (number(sum.into()), words::peak_server(value)),
            (Metric::Load, None) => (value, words::busiest_thread().to_owned()),
            _ => (value, String::new()),
        }
    }

    /// The name of the area behind the lines, where there is one.
    pub(super) fn others(&self, history: &History) -> Option<String> {
        let count = history.count(self.metric.kind());
        let is_wanted = self.of.is_none() && count > MOST_LINES;
        let count = number(count as u64);
        is_wanted.then(|| match self.is_of_servers() {
            true => words::all_servers(count),
            false => words::all_threads(count),
        })
    }

    /// How long a chart of so many seconds stays where it is.
    pub(super) fn step_ms(span_seconds: u64) -> u64 {
        span_seconds * 1_000 / STEPS
    }

    /// Everything in the chart.
    pub(super) fn plot(
        &self,
        history: &History,
        span_seconds: u64,
        names: &[String],
        limit: Option<u32>,
    ) -> Plot {
        let step_ms = Self::step_ms(span_seconds).max(1);
        let to_ms = (now_ms() / step_ms + 1) * step_ms;
        let from_ms = to_ms.saturating_sub(span_seconds * 1_000);
        let kind = self.metric.kind();
        let points = history.moments(kind, from_ms).into_iter();
        let line = |name: &String| Line {
            name: self.name_of(name),
            values: history.values(self.metric, name, from_ms),
        };
        let band = |name| Band { name, edges: history.band(kind, from_ms) };
        let spans = || history.spans(self.of.as_deref(), from_ms);
        // Of many servers one is always out of service, which says nothing of the others.
        let is_of_one = self.is_of_servers() && self.of.is_some();
        let spans = if is_of_one { spans() } else { vec![] };
        Plot {
            from_ms: from_ms as f64,
            to_ms: to_ms as f64,
            points: points
                .map(|moment| Point { at_ms: moment.at_ms as f64, after_gap: moment.after_gap })
                .collect(),
            lines: names.iter().map(line).collect(),
            band: self.others(history).map(band),
            shades: spans.into_iter().map(shade).collect(),
            limit,
            top: (self.metric == Metric::Load).then_some(100),
            unit: self.unit(),
        }
    }
}

fn shade(span: Span) -> Shade {
    let words = match span.mode {
        Mode::Draining => words::draining(span.server),
        Mode::Drained => words::drained(span.server),
        Mode::Maintenance => words::in_maintenance(span.server),
        Mode::InService => words::in_service(span.server),
    };
    Shade { from_ms: span.from_ms as f64, to_ms: span.to_ms as f64, words }
}
