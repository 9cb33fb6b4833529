//! Rows are sorted by one column or several, in a total order that the address keeps.

use std::cmp::Ordering;

use proptest::prelude::*;

use super::*;
use crate::listing::value::Key;
use maxscale::name::ServerName;

fn order(text: &str) -> Order {
    Order::read(text, &headings(SERVERS))
}

fn text(order: &Order) -> String {
    order.text(&headings(SERVERS))
}

#[test]
fn a_second_click_reverses_the_order() {
    let click = |before: &str, column: usize| text(&order(before).by(column));
    assert_eq!(click("", 3), "state");
    assert_eq!(click("state", 3), "-state");
    assert_eq!(click("-state", 3), "state");
    assert_eq!(click("state", 0), "");
    assert_eq!(click("", 0), "-name");
    assert_eq!(click("state,-connections", 2), "connections");
}

#[test]
fn a_further_column_is_added_reversed_and_removed() {
    let add = |before: &str, column: usize| text(&order(before).and_by(column));
    assert_eq!(add("", 3), "state");
    assert_eq!(add("state", 2), "state,connections");
    assert_eq!(add("state,connections", 2), "state,-connections");
    assert_eq!(add("state,-connections", 2), "state");
    assert_eq!(add("-state", 3), "");
}

#[test]
fn each_column_knows_its_rank_in_the_order() {
    let two = order("state,-connections");
    assert_eq!(two.of(3), Some((1, Direction::Ascending)));
    assert_eq!(two.of(2), Some((2, Direction::Descending)));
    assert_eq!((two.of(0), two.columns()), (None, 2));
    assert_eq!(order("").of(0), Some((1, Direction::Ascending)));
    assert_eq!(order("").columns(), 1);
}

#[test]
fn the_next_column_decides_between_equals() {
    let rows: Vec<Row> = [("a", "x", 1), ("b", "y", 2), ("c", "x", 3)]
        .map(|(name, word, number)| Row {
            name: name.to_owned(),
            object: None,
            values: vec![Value::Nothing, Value::Text(word.to_owned()), Value::Count(number)],
            group: None,
        })
        .into();
    let sorted = |text: &str| {
        let mut places = vec![0, 1, 2];
        order(text).sort(&rows, &mut places);
        places
    };
    assert_eq!(sorted("address,-connections"), [2, 0, 1]);
    assert_eq!(sorted("-address,connections"), [1, 0, 2]);
    assert_eq!(sorted("address"), [0, 2, 1]);
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Nothing),
        "[a-c]{0,2}[0-9]{0,3}".prop_map(Value::Text),
        any::<u64>().prop_map(Value::Count),
        any::<f64>().prop_map(Value::Seconds),
        "[a-c]{1,2}[0-9]{0,2}".prop_map(|name| Value::objects(&[ServerName::new(name)])),
    ]
}

proptest! {
    #[test]
    fn any_text_is_read_and_what_was_written_is_read_the_same(
        words in prop::collection::vec("-?(name|state|connections|gtid|none|)", 0..6),
    ) {
        let known = order(&words.join(","));
        let read = order(&text(&known));
        prop_assert_eq!(text(&read), text(&known));
        for column in 0..6 {
            prop_assert_eq!(read.of(column), known.of(column));
        }
    }

    #[test]
    fn keys_have_a_total_order(a in values(), b in values(), c in values()) {
        let (a, b, c): (Key, Key, Key) = (a.key(), b.key(), c.key());
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        if a.cmp(&b) != Ordering::Greater && b.cmp(&c) != Ordering::Greater {
            prop_assert!(a.cmp(&c) != Ordering::Greater);
        }
    }

    #[test]
    fn sorting_is_stable(all in prop::collection::vec(values(), 0..30)) {
        let row = |value: Value| Row {
            name: "same".to_owned(),
            object: None,
            values: vec![Value::Nothing, value],
            group: None,
        };
        let rows: Vec<Row> = all.into_iter().map(row).collect();
        let mut places: Vec<usize> = (0..rows.len()).collect();
        order("address").sort(&rows, &mut places);
        for pair in places.windows(2) {
            let (a, b) = (rows[pair[0]].values[1].key(), rows[pair[1]].values[1].key());
            prop_assert!(a < b || (a == b && pair[0] < pair[1]));
        }
    }
}
