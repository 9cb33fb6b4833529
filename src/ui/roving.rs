//! Where the arrow keys take the focus among the items of a menu or a list.

/// The index of the item that `key` leads to, or `None` when the key means nothing here.
///
/// Up and Down go around; Home and End go to the ends; a character goes to the next item whose
/// words start with it.
pub(super) fn target(key: &str, current: Option<usize>, words: &[String]) -> Option<usize> {
    step(key, current, words.len()).or_else(|| starting_with(key, current, words))
}

/// The same of so many items, for keys that are no letters.
pub(super) fn step(key: &str, current: Option<usize>, items: usize) -> Option<usize> {
    let last = items.checked_sub(1)?;
    match key {
        "ArrowDown" => Some(current.filter(|at| *at < last).map_or(0, |at| at + 1)),
        "ArrowUp" => Some(current.and_then(|at| at.checked_sub(1)).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

fn starting_with(key: &str, current: Option<usize>, words: &[String]) -> Option<usize> {
    let mut letters = key.chars();
    let letter = letters.next().filter(|letter| letters.next().is_none() && *letter != ' ')?;
    let matches = |text: &String| {
        text.chars().next().is_some_and(|first| first.eq_ignore_ascii_case(&letter))
    };
    let after = current.map_or(0, |at| at + 1);
    let found = words.iter().enumerate().skip(after).find(|(_, text)| matches(text));
    found.map(|(at, _)| at).or_else(|| words.iter().position(matches))
}

#[cfg(test)]
mod tests {
    use super::target;

    fn actions() -> Vec<String> {
        ["Maintain", "Drain", "Delete"].map(String::from).to_vec()
    }

    #[test]
    fn arrows_go_around() {
        assert_eq!(target("ArrowDown", Some(2), &actions()), Some(0));
        assert_eq!(target("ArrowDown", Some(0), &actions()), Some(1));
        assert_eq!(target("ArrowUp", Some(0), &actions()), Some(2));
        assert_eq!(target("ArrowUp", None, &actions()), Some(2));
    }

    #[test]
    fn home_and_end_go_to_the_ends() {
        assert_eq!(target("Home", Some(1), &actions()), Some(0));
        assert_eq!(target("End", Some(1), &actions()), Some(2));
    }

    #[test]
    fn a_letter_goes_to_the_next_item_that_starts_with_it() {
        assert_eq!(target("d", None, &actions()), Some(1));
        assert_eq!(target("D", Some(1), &actions()), Some(2));
        assert_eq!(target("d", Some(2), &actions()), Some(1));
        assert_eq!(target("x", Some(2), &actions()), None);
    }

    #[test]
    fn other_keys_and_an_empty_menu_lead_nowhere() {
        assert_eq!(target("Shift", Some(0), &actions()), None);
        assert_eq!(target(" ", Some(0), &actions()), None);
        assert_eq!(target("ArrowDown", None, &[]), None);
    }
}
