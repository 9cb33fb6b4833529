//! Where the arrow keys take the focus among the rows of a table.

/// How many rows Page Up and Page Down pass over.
const PAGE: usize = 15;

/// The index of the row that `key` leads to from the row at `at` of `count`, or `None` when the
/// key means nothing here or leads nowhere.
pub fn walk(key: &str, at: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let to = match key {
        "ArrowDown" => at.saturating_add(1),
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at.saturating_add(PAGE),
        "PageUp" => at.saturating_sub(PAGE),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last)).filter(|to| *to != at)
}

#[cfg(test)]
mod tests {
    use super::{PAGE, walk};

    #[test]
    fn arrows_go_from_row_to_row_and_stop_at_the_ends() {
        assert_eq!(walk("ArrowDown", 0, 3), Some(1));
        assert_eq!(walk("ArrowDown", 2, 3), None);
        assert_eq!(walk("ArrowUp", 2, 3), Some(1));
        assert_eq!(walk("ArrowUp", 0, 3), None);
    }

    #[test]
    fn pages_and_ends_stay_within_the_table() {
        assert_eq!(walk("PageDown", 0, 100), Some(PAGE));
        assert_eq!(walk("PageDown", 98, 100), Some(99));
        assert_eq!(walk("PageUp", 3, 100), Some(0));
        assert_eq!(walk("Home", 50, 100), Some(0));
        assert_eq!(walk("End", 50, 100), Some(99));
    }

    #[test]
    fn other_keys_and_a_table_without_rows_lead_nowhere() {
        assert_eq!(walk("a", 0, 3), None);
        assert_eq!(walk("End", 0, 0), None);
    }
}
