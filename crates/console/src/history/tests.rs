//! Samples, gaps, spans and text of a history.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod properties;

use serde_json::json;

use super::samples::Numbers;
use super::series::Series;
use super::*;
use maxscale::about::About;
use maxscale::resource::FromResource;
use maxscale::server::Server;
use maxscale::state::Mode;
use maxscale::thread::Thread;

const START_MS: u64 = 1_790_000_000_000;
const PATIENCE_MS: u64 = 25_000;

fn server(name: &str, connections: u64, state: &str) -> Server {
    let statistics = json!({ "connections": connections, "active_operations": 1 });
    let attributes = json!({ "state": state, "statistics": statistics });
    Server::from_resource(&json!({ "id": name, "attributes": attributes })).unwrap()
}

fn thread(sessions: Option<u64>) -> Thread {
    Thread { id: "0".to_owned(), load_percent: Some(1), sessions }
}

fn after(seconds: u64) -> u64 {
    START_MS + seconds * 1_000
}

impl History {
    fn reads(&mut self, seconds: u64, servers: Vec<Server>) {
        self.note(after(seconds), PATIENCE_MS, &servers);
    }

    fn values_of(&self, name: &str) -> Vec<Option<u32>> {
        self.values(Metric::Connections, name, 0)
    }

    fn gaps(&self, kind: Kind) -> Vec<bool> {
        self.moments(kind, 0).iter().map(|moment| moment.after_gap).collect()
    }
}

#[test]
fn each_server_has_its_values_and_all_servers_have_totals() {
    let mut history = History::default();
    history.reads(0, vec![server("a", 3, "Running"), server("b", 8, "Running")]);
    history.reads(5, vec![server("b", 9, "Running")]);
    history.reads(10, vec![server("new", 1, "Running"), server("b", 9, "Running")]);
    assert_eq!(history.values_of("a"), [Some(3), None, None]);
    assert_eq!(history.values_of("b"), [Some(8), Some(9), Some(9)]);
    assert_eq!(history.values_of("new"), [None, None, Some(1)]);
    assert_eq!(history.band(Kind::Servers, 0), [Some((3, 8)), Some((9, 9)), Some((1, 9))]);
    assert_eq!(history.newest_together(Kind::Servers), Some((10, 9)));
    assert_eq!(history.newest(Metric::Operations, "new"), None);
    history.note(after(11), PATIENCE_MS, &server("new", 1, "Running"));
    assert_eq!(history.newest(Metric::Operations, "new"), Some(1));
    assert_eq!(history.values_of("new"), [None, None, Some(1)]);
    assert_eq!(history.newest(Metric::Connections, "a"), None);
    assert_eq!(history.count(Kind::Servers), 2);
}

#[test]
fn a_line_is_interrupted_where_nothing_was_read() {
    let mut history = History::default();
    for seconds in [0, 5, 60, 65] {
        history.reads(seconds, vec![server("a", 1, "Running")]);
    }
    assert_eq!(history.gaps(Kind::Servers), [false, false, true, false]);
    history.silence();
    history.note(after(66), PATIENCE_MS, &vec![thread(Some(7))]);
    history.reads(66, vec![server("a", 1, "Running")]);
    assert_eq!(history.gaps(Kind::Servers), [false, false, true, false, true]);
    assert_eq!(history.gaps(Kind::Sessions), [true]);
}

#[test]
fn a_clock_that_is_set_back_starts_a_new_history() {
    let mut history = History::default();
    history.reads(4_000, vec![server("a", 1, "Running")]);
    history.reads(3_999, vec![server("a", 2, "Running")]);
    assert_eq!(history.values_of("a"), [Some(1)]);
    history.reads(100, vec![server("a", 3, "Running")]);
    assert_eq!(history.values_of("a"), [Some(3)]);
}

#[test]
fn another_maxscale_starts_a_new_history() {
    let host = |name: &str| {
        let os = json!({ "os": { "nodename": name } });
        About::from_resource(&json!({ "id": "maxscale", "attributes": { "system": os } })).unwrap()
    };
    let mut history = History::default();
    history.reads(0, vec![server("a", 1, "Running")]);
    history.note(after(1), PATIENCE_MS, &host("one"));
    history.note(after(2), PATIENCE_MS, &host("one"));
    assert_eq!(history.values_of("a"), [Some(1)]);
    history.note(after(3), PATIENCE_MS, &host("other"));
    assert!(history.values_of("a").is_empty());
}

#[test]
fn time_out_of_service_comes_from_the_states() {
    let mut history = History::default();
    let states = ["Running", "Draining, Running", "Maintenance, Running", "Maintenance, Running"];
    for (seconds, state) in (0..).step_by(5).zip(states) {
        history.reads(seconds, vec![server("a", 1, state), server("b", 1, "Running")]);
    }
    let span =
        |mode, from, to| Span { server: "a".into(), mode, from_ms: after(from), to_ms: after(to) };
    let expected = [span(Mode::Draining, 5, 10), span(Mode::Maintenance, 10, 15)];
    assert_eq!(history.spans(None, 0), expected);
    history.reads(100, vec![server("a", 1, "Maintenance, Running")]);
    history.reads(105, vec![server("a", 1, "Slave, Running")]);
    let [draining, maintenance] = expected;
    let again = span(Mode::Maintenance, 100, 105);
    assert_eq!(history.spans(Some("a"), 0), [draining, maintenance, again]);
    assert!(history.spans(Some("b"), 0).is_empty());
}

#[test]
fn the_busiest_are_those_with_the_highest_peaks() {
    let mut history = History::default();
    let servers = |burst: u64| {
        vec![server("a", 5, ""), server("b", burst, ""), server("c", 7, ""), server("d", 7, "")]
    };
    history.reads(0, servers(99));
    history.reads(5, servers(0));
    let busiest = |most, from| history.busiest(Metric::Connections, most, from);
    assert_eq!(busiest(2, 0), ["b", "c"]);
    assert_eq!(busiest(2, after(1)), ["c", "d"]);
    assert_eq!(busiest(8, 0), ["a", "b", "c", "d"]);
}

#[test]
fn the_least_busy_are_left_out_of_a_text_that_is_too_long() {
    let mut history = History::default();
    for seconds in 0..60 {
        let busy = |n: u64| server(&format!("server{n}"), n * 1_000 + seconds % 7, "Running");
        history.reads(seconds, (0..50).map(busy).collect());
    }
    let text = history.to_text(10_000);
    assert!(text.len() < 11_000, "{}", text.len());
    let restored = History::from_text(&text, after(60)).unwrap();
    assert_eq!(restored.values_of("server49"), history.values_of("server49"));
    assert_eq!(restored.newest_together(Kind::Servers), history.newest_together(Kind::Servers));
    assert!(restored.values_of("server0").iter().all(Option::is_none));
}

#[test]
fn a_stored_text_is_not_trusted() {
    let mut history = History::default();
    history.reads(0, vec![server("a", 1, "Running")]);
    let text = history.to_text(usize::MAX);
    let restored = History::from_text(&text, after(1)).unwrap();
    assert_eq!(restored.to_text(usize::MAX), text);
    assert_eq!(History::from_text(&text, START_MS - 1), None, "it is from the future");
    assert_eq!(History::from_text(text.trim_end(), after(1)), None, "its end is missing");
    assert_eq!(History::from_text("", START_MS), None);
}

#[test]
fn the_history_is_bounded() {
    let mut series = Series::default();
    let names: Vec<String> = (0..2_000).map(|n| format!("server{n}")).collect();
    for seconds in 0..400_u32 {
        let numbers = [seconds, seconds, 0];
        let rows: Vec<(&str, Numbers)> = names.iter().map(|n| (n.as_str(), numbers)).collect();
        series.add(after(seconds.into()), PATIENCE_MS, &rows);
    }
    let minute_of_changes = 2 * 60 * names.len();
    assert!(series.whole.len() <= 1_000_000 + minute_of_changes, "{}", series.whole.len());
    assert!(series.thinned.moments.len() >= 4 && series.thinned.len() < 100_000);
}

#[test]
fn sessions_are_counted_from_the_threads() {
    let mut history = History::default();
    history.note(after(0), PATIENCE_MS, &vec![thread(Some(3)), thread(Some(4))]);
    assert_eq!(history.newest_together(Kind::Sessions), Some((7, 7)));
    history.note(after(5), PATIENCE_MS, &vec![thread(None)]);
    assert_eq!(history.newest_together(Kind::Sessions), Some((7, 7)));
}
