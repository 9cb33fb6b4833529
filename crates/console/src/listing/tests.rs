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
use maxscale::service::Service;

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
        let row = Row::of(SERVICES, service.name.clone(), service);
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
fn only_mariadbmon_can_have_no_primary() {
    let primary = |module: &str| {
        let body = format!(r#"{{"data":[{{"id":"M","attributes":{{"module":"{module}"}}}}]}}"#);
        let monitors: Vec<Monitor> = collection(&body).unwrap();
        let at = headings(MONITORS).iter().position(|heading| heading.key == "primary").unwrap();
        Row::of(MONITORS, monitors[0].name.clone(), &monitors[0]).values[at].clone()
    };
    assert_eq!(primary("mariadbmon"), Value::Objects(vec![]));
    assert_eq!(primary("galeramon"), Value::Nothing);
}
