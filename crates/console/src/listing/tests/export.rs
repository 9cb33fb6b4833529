//! What is written can be read, and runs nothing.

use proptest::prelude::*;

use super::*;
use crate::listing::{csv, json};
use maxscale::name::ServerName;

/// Reads CSV as RFC 4180 has it.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut letters, mut in_quotes) = (text.chars().peekable(), false);
    while let Some(letter) = letters.next() {
        match letter {
            '"' if in_quotes && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => in_quotes = !in_quotes,
            ',' if !in_quotes => line.push(std::mem::take(&mut cell)),
            '\r' if !in_quotes && letters.peek() == Some(&'\n') => {
                letters.next();
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            other => cell.push(other),
        }
    }
    assert!(!in_quotes && cell.is_empty() && line.is_empty(), "an end within a line");
    lines
}

fn of(values: Vec<Value>) -> Row {
    Row { name: "db1".to_owned(), object: None, values, group: None }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

const HEADINGS: [Heading; 3] = [
    Heading {
        key: "name",
        label: "Server",
        format: Format::Links,
        shown_by_default: true,
        needs_room: false,
    },
    Heading {
        key: "a",
        label: "First, \"A\"",
        format: Format::Words,
        shown_by_default: true,
        needs_room: false,
    },
    Heading {
        key: "b",
        label: "B",
        format: Format::Words,
        shown_by_default: true,
        needs_room: false,
    },
];

#[test]
fn a_file_has_the_columns_asked_for_in_their_order() {
    let name = Value::objects(&[ServerName::new("db1")]);
    let row = of(vec![name, text("x \"y\", z"), Value::Count(7)]);
    assert_eq!(
        csv(&HEADINGS, &[0, 2, 1], &[&row]),
        "Server,B,\"First, \"\"A\"\"\"\r\ndb1,7,\"x \"\"y\"\", z\"\r\n"
    );
    assert_eq!(
        json(&HEADINGS, &[0, 2, 1], &[&row]),
        "[\n  {\"name\": \"db1\", \"b\": 7, \"a\": \"x \\\"y\\\", z\"}\n]\n"
    );
    assert_eq!(csv(&HEADINGS, &[0], &[]), "Server\r\n");
    assert_eq!(json(&HEADINGS, &[0], &[]), "[\n\n]\n");
}

#[test]
fn formulas_are_not_run_and_numbers_stay_numbers() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
        let file = csv(&HEADINGS, &[1], &[&of(vec![Value::Nothing, text(formula)])]);
        assert_eq!(read(&file)[1], [format!("'{formula}")]);
    }
    let row = of(vec![Value::Nothing, Value::Seconds(-1.5), Value::Nothing]);
    assert_eq!(read(&csv(&HEADINGS, &[1, 2], &[&row]))[1], ["-1.5", ""]);
    assert_eq!(json(&HEADINGS, &[1, 2], &[&row]), "[\n  {\"a\": -1.5, \"b\": null}\n]\n");
}

#[test]
fn related_objects_are_exported_as_a_list() {
    let both = Value::objects(&[ServerName::new("a"), ServerName::new("b")]);
    let row = of(vec![Value::Nothing, both]);
    assert_eq!(read(&csv(&HEADINGS, &[1], &[&row]))[1], ["a, b"]);
    assert_eq!(json(&HEADINGS, &[1], &[&row]), "[\n  {\"a\": [\"a\",\"b\"]}\n]\n");
}

proptest! {
    #[test]
    fn any_text_survives_export(cells in prop::collection::vec(("(?s).*", any::<u64>()), 0..6)) {
        let rows: Vec<Row> = cells
            .iter()
            .map(|(words, number)| of(vec![Value::Nothing, text(words), Value::Count(*number)]))
            .collect();
        let rows: Vec<&Row> = rows.iter().collect();
        let found = read(&csv(&HEADINGS, &[1, 2], &rows));
        prop_assert_eq!(found.len(), cells.len() + 1);
        for (line, (words, number)) in found[1..].iter().zip(&cells) {
            let plain = line[0].strip_prefix('\'').filter(|plain| *plain == words.as_str());
            prop_assert_eq!(plain.unwrap_or(&line[0]), words.as_str());
            prop_assert!(!line[0].starts_with(['=', '+', '-', '@']));
            prop_assert_eq!(&line[1], &number.to_string());
        }
        let list: Vec<serde_json::Value> = serde_json::from_str(&json(&HEADINGS, &[0, 1], &rows)).unwrap();
        for (object, (words, _)) in list.iter().zip(&cells) {
            prop_assert_eq!(object["a"].as_str(), Some(words.as_str()));
        }
    }
}
