//! Columns and names survive the address.

use proptest::prelude::*;

use super::*;
use crate::listing::{columns, columns_text, names, names_text};

#[test]
fn columns_are_the_usual_ones_unless_some_are_named() {
    let headings = headings(SERVERS);
    let usual = columns("", &headings);
    let hidden = (0..headings.len()).find(|at| !usual.contains(at)).unwrap();
    assert_eq!(usual[0], 0);
    assert_eq!(columns_text(&usual, &headings), "");
    assert_eq!(columns("no such column", &headings), usual);
    assert_eq!(columns("name", &headings), [0]);
    assert_eq!(columns_text(&[0], &headings), "name");
    assert_eq!(columns(&format!("state,{}", headings[hidden].key), &headings), [0, 3, hidden]);
}

#[test]
fn a_phone_shows_name_state_and_two_facts_at_most() {
    for headings in [headings(SERVERS), headings(SERVICES), headings(MONITORS), headings(SESSIONS)]
    {
        let on_phone: Vec<_> = headings.into_iter().map(Heading::on_phone).collect();
        let shown = columns("", &on_phone);
        assert!(shown.len() <= 4 && shown[0] == 0, "{shown:?}");
        assert_eq!(columns_text(&shown, &on_phone), "");
    }
}

proptest! {
    #[test]
    fn chosen_columns_are_read_as_they_were_written(chosen in prop::collection::btree_set(1..8_usize, 0..8)) {
        let headings = headings(SERVERS);
        let chosen: Vec<usize> =
            std::iter::once(0).chain(chosen).filter(|at| *at < headings.len()).collect();
        prop_assert_eq!(columns(&columns_text(&chosen, &headings), &headings), chosen);
    }

    #[test]
    fn names_are_read_as_they_were_written(all in prop::collection::vec(".+", 0..5)) {
        prop_assert_eq!(names(&names_text(&all)), all);
    }
}
