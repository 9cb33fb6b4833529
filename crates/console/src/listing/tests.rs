//! Rows are found, ordered and grouped as people expect.

mod choice;
mod export;
mod order;

use super::*;
use maxscale::collection;
use maxscale::monitor::Monitor;
use maxscale::name::MonitorName;
use maxscale::object::Kind;
use maxscale::server::Server;
use maxscale::server_context::Topology;
use maxscale::service::Service;
use maxscale::session::Session;

fn servers() -> Vec<Row> {
    let servers: Vec<Server> = collection(
        r#"{"data":[
        {"id":"db10","attributes":{"state":"Slave, Running","statistics":{"connections":9}},
            "relationships":{"monitors":{"data":[{"id":"M"}]}}},
        {"id":"db2","attributes":{"state":"Master, Running","statistics":{"connections":10}},
            "relationships":{"monitors":{"data":[{"id":"M"}]},"services":{"data":[{"id":"RW"}]}}},
        {"id":"alone","attributes":{"state":"Down"}}]}"#,
    )
    .unwrap();
    let row = |one: &Server| Row::of(SERVERS, one.name.clone(), one).under(one.monitor.clone());
    servers.iter().map(row).collect()
}

fn shown(order: &str, filter: &str) -> Vec<String> {
    let (rows, headings) = (servers(), headings(SERVERS));
    let order = Order::read(order, &headings);
    let columns: Vec<usize> = (0..headings.len()).collect();
    let wanted = LineOptions { order: Some(&order), filter, columns: &columns, under: None };
    let name = |line: &Line| match line {
        Line::Row(place) => rows[*place].name.clone(),
        other => format!("{other:?}"),
    };
    lines(&rows, wanted).iter().map(name).collect()
}

#[test]
fn names_are_sorted_naturally_and_numbers_by_size() {
    assert_eq!(shown("", ""), ["alone", "db2", "db10"]);
    assert_eq!(shown("-name", ""), ["db10", "db2", "alone"]);
    assert_eq!(shown("connections", ""), ["alone", "db10", "db2"]);
    assert_eq!(shown("-connections", ""), ["db2", "db10", "alone"]);
    assert_eq!(shown("state", ""), ["alone", "db2", "db10"]);
    assert_eq!(shown("no such column", ""), ["alone", "db2", "db10"]);
}

#[test]
fn a_filter_matches_the_text_shown_and_the_raw_state() {
    assert_eq!(shown("", "primary"), ["db2"]);
    assert_eq!(shown("", "MASTER"), ["db2"]);
    assert_eq!(shown("", "rw"), ["db2"]);
    assert_eq!(shown("", "m"), ["db2", "db10"]);
    assert_eq!(shown("", "nothing of this"), [""; 0]);
}

#[test]
fn a_filter_ignores_hidden_columns() {
    let rows = servers();
    let wanted = LineOptions { order: None, filter: "primary", columns: &[0, 1], under: None };
    assert_eq!(lines(&rows, wanted), []);
    assert_eq!(lines(&rows, LineOptions { columns: &[3], ..wanted }), [Line::Row(1)]);
}

#[test]
fn groups_go_by_name_and_what_has_none_comes_last() {
    let rows = servers();
    let monitor = |name: &str| Object::Monitor(MonitorName::new(name));
    let known = [monitor("Idle")];
    let order = Order::default();
    let wanted =
        LineOptions { order: Some(&order), filter: "", columns: &[0], under: Some(&known) };
    assert_eq!(
        lines(&rows, wanted),
        [
            Line::Heading(Some(monitor("Idle"))),
            Line::Empty(monitor("Idle")),
            Line::Heading(Some(monitor("M"))),
            Line::Row(1),
            Line::Row(0),
            Line::Heading(None),
            Line::Row(2),
        ]
    );
    assert_eq!(
        lines(&rows, LineOptions { filter: "ALONE", ..wanted }),
        [Line::Heading(None), Line::Row(2)]
    );
}

#[test]
fn a_service_routes_to_its_monitor_or_its_targets() {
    let services: Vec<Service> = collection(
        r#"{"data":[{"id":"A","relationships":{"monitors":{"data":[{"id":"M"}]}}},
        {"id":"B","relationships":{"servers":{"data":[{"id":"db1"}]},
            "services":{"data":[{"id":"A"}]}}}]}"#,
    )
    .unwrap();
    let targets = |service: &Service| {
        let row = Row::of(
            SERVICES,
            service.name.clone(),
            &ListedService::of(service, Topology::default()),
        );
        row.values.iter().find_map(|value| match value {
            Value::Objects(all) if all.len() > 1 || all.first()?.kind() == Kind::Monitor => {
                Some(all.iter().map(|one| format!("{} {}", one.kind(), one.name())).collect())
            }
            _ => None,
        })
    };
    let all: Vec<Option<Vec<String>>> = services.iter().map(targets).collect();
    assert_eq!(
        all,
        [
            Some(vec!["monitor M".to_owned()]),
            Some(vec!["server db1".to_owned(), "service A".to_owned()])
        ]
    );
}

#[test]
fn columns_are_as_wide_as_their_longest_value() {
    let (rows, headings) = (servers(), headings(SERVERS));
    let of = |columns: &[usize]| widths(&headings, &rows, columns);
    let all = of(&[0, 1, 2, 3, 4, 5]);
    assert_eq!(all.len(), 6);
    assert!(all.iter().all(|share| *share > 0) && all.iter().sum::<usize>() <= 91, "{all:?}");
    let long = "a.very.long.name.that.needs.more.than.one.line.example.net:3306";
    let mut rows = servers();
    rows[1].values[1] = Value::Text(long.to_owned());
    let wide = widths(&headings, &rows, &[0, 1, 2, 3, 4, 5]);
    assert!(wide[1] > all[1] && wide[1] < 40, "{wide:?}");
    assert_eq!(widths(&headings, &[], &[]), [0; 0]);
}

#[test]
fn the_primary_is_told_by_mariadbmon_and_else_by_the_servers() {
    let monitors: Vec<Monitor> = collection(
        r#"{"data":[{"id":"M","attributes":{"module":"galeramon"},
        "relationships":{"servers":{"data":[{"id":"a"},{"id":"b"}]}}}]}"#,
    )
    .unwrap();
    let servers: Vec<Server> = collection(
        r#"{"data":[{"id":"a","attributes":{"state":"Master, Synced, Running"},
            "relationships":{"monitors":{"data":[{"id":"M"}]}}},
        {"id":"b","attributes":{"state":"Slave, Synced, Running"},
            "relationships":{"monitors":{"data":[{"id":"M"}]}}}]}"#,
    )
    .unwrap();
    let services: Vec<Service> = collection(
        r#"{"data":[{"id":"direct","relationships":{"servers":{"data":[{"id":"b"}]}}},
        {"id":"elsewhere","relationships":{"servers":{"data":[{"id":"c"}]}}}]}"#,
    )
    .unwrap();
    let cell = |key: &str, topology: Topology<'_>| {
        let at = headings(MONITORS).iter().position(|heading| heading.key == key).unwrap();
        let listed = ListedMonitor::of(&monitors[0], topology);
        Row::of(MONITORS, listed.monitor.name.clone(), &listed).values[at].texts()
    };
    let all =
        Topology { servers: Some(&servers), monitors: Some(&monitors), services: Some(&services) };
    assert_eq!(cell("primary", all), ["a"]);
    assert_eq!(cell("primary", Topology::default()), [""; 0]);
    assert_eq!(cell("services", all), ["direct"], "by its servers, not by its own name alone");
}

#[test]
fn a_started_service_without_a_server_says_so() {
    let servers: Vec<Server> =
        collection(r#"{"data":[{"id":"a","attributes":{"state":"Down"}}]}"#).unwrap();
    let services: Vec<Service> = collection(
        r#"{"data":[{"id":"S","attributes":{"router":"readwritesplit","state":"Started"},
        "relationships":{"servers":{"data":[{"id":"a"}]}}}]}"#,
    )
    .unwrap();
    let topology =
        Topology { servers: Some(&servers), monitors: Some(&[]), services: Some(&services) };
    assert_eq!(ListedService::of(&services[0], topology).state.words(), "No usable server");
    let alone = Topology { services: Some(&services), ..Topology::default() };
    assert_eq!(ListedService::of(&services[0], alone).state.words(), "Started", "not known yet");
}

#[test]
fn a_lag_is_sorted_by_its_length_and_shown_only_where_there_is_one() {
    let servers: Vec<Server> = collection(
        r#"{"data":[{"id":"a","attributes":{"state":"Master, Running","replication_lag":0}},
        {"id":"b","attributes":{"state":"Slave, Running","replication_lag":8220}},
        {"id":"c","attributes":{"state":"Slave, Running","replication_lag":-1}},
        {"id":"d","attributes":{"state":"Slave, Running","replication_lag":2}}]}"#,
    )
    .unwrap();
    let at = headings(SERVERS).iter().position(|heading| heading.key == "lag").unwrap();
    let lag = |server: &Server| (SERVERS[at].value)(server);
    assert_eq!(lag(&servers[0]), Value::Nothing);
    assert!(lag(&servers[3]).key() < lag(&servers[1]).key());
    assert!(lag(&servers[1]).key() < lag(&servers[2]).key(), "what is not known may be worse");
}

#[test]
fn words_are_shown_in_one_language_and_found_in_english_too() {
    let session = || -> Vec<Session> {
        collection(r#"{"data":[{"id":"7","attributes":{"user":"app"}}]}"#).unwrap()
    };
    texts::speak(Some(texts::german()));
    let headings = headings(SESSIONS);
    let at = headings.iter().position(|heading| heading.key == "idle").unwrap();
    let row = Row::of(SESSIONS, session()[0].id.clone(), &session()[0]);
    assert_eq!(row.values[at].texts(), ["beschäftigt", "busy"]);
    for filter in ["BESCHÄFT", "busy"] {
        let options = LineOptions { order: None, filter, columns: &[at], under: None };
        assert_eq!(lines(std::slice::from_ref(&row), options), [Line::Row(0)], "{filter}");
    }
    assert_eq!(csv(&headings, &[at], &[&row]), "Untätig\r\nbeschäftigt\r\n");
    assert_eq!(json(&headings, &[at], &[&row]), "[\n  {\"idle\": \"busy\"}\n]\n");
    texts::speak(None);
}
