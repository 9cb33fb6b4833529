//! Rows are found, ordered and grouped as people expect.

use super::*;
use crate::collection;
use crate::name::{MonitorName, ServerName};
use crate::server::Server;
use crate::service::Service;

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
    let rows = arranged(&rows, Order::read(order, &headings), filter);
    rows.iter().map(|row| row.object.name().to_owned()).collect()
}

#[test]
fn names_are_sorted_as_people_sort_and_numbers_by_size() {
    assert_eq!(shown("", ""), ["alone", "db2", "db10"]);
    assert_eq!(shown("-name", ""), ["db10", "db2", "alone"]);
    assert_eq!(shown("connections", ""), ["alone", "db10", "db2"]);
    assert_eq!(shown("-connections", ""), ["db2", "db10", "alone"]);
    assert_eq!(shown("state", ""), ["alone", "db2", "db10"]);
    assert_eq!(shown("no such column", ""), ["alone", "db2", "db10"]);
}

#[test]
fn a_filter_finds_what_is_shown_and_what_maxscale_says() {
    assert_eq!(shown("", "primary"), ["db2"]);
    assert_eq!(shown("", "MASTER"), ["db2"]);
    assert_eq!(shown("", "rw"), ["db2"]);
    assert_eq!(shown("", "m"), ["db2", "db10"]);
    assert_eq!(shown("", "nothing of this"), [""; 0]);
}

#[test]
fn a_second_click_turns_the_order_round() {
    let headings = headings(SERVERS);
    let click = |order: &str, column: usize| {
        Order::read(order, &headings).after_click(column, headings[column])
    };
    assert_eq!(click("", 3), "state");
    assert_eq!(click("state", 3), "-state");
    assert_eq!(click("-state", 3), "state");
    assert_eq!(click("state", 0), "");
    assert_eq!(click("", 0), "-name");
}

#[test]
fn groups_go_by_name_and_what_has_none_comes_last() {
    let rows = servers();
    let rows = arranged(&rows, Order::read("", &headings(SERVERS)), "");
    let name = |name: &str| Object::Server(ServerName::new(name));
    let monitor = |name: &str| Some(Object::Monitor(MonitorName::new(name)));
    let groups = grouped(&rows, vec![Object::Monitor(MonitorName::new("Idle"))]);
    assert_eq!(
        groups,
        [
            Group { of: monitor("Idle"), members: vec![] },
            Group { of: monitor("M"), members: vec![name("db2"), name("db10")] },
            Group { of: None, members: vec![name("alone")] },
        ]
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
            Value::Objects(all) if all.len() > 1 || all.first()?.kind() == "monitor" => {
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
