//! What is chosen of a list, as the address keeps it: columns, and the names of objects.

use super::Heading;
use maxscale::name::{from_path_part, path_part};

/// The columns that `text` names by their keys, by their place among `headings`; the usual ones
/// when it names none. The first column is always there.
pub fn columns(text: &str, headings: &[Heading]) -> Vec<usize> {
    let named = |heading: &Heading| text.split(',').any(|key| key == heading.key);
    let any = headings.iter().any(named);
    let all = headings.iter().enumerate();
    let chosen = all.filter(|(at, heading)| {
        *at == 0 || if any { named(heading) } else { heading.shown_by_default }
    });
    chosen.map(|(at, _)| at).collect()
}

/// The keys of columns; nothing for the usual ones.
pub fn columns_text(chosen: &[usize], headings: &[Heading]) -> String {
    if chosen == columns("", headings) {
        return String::new();
    }
    let keys = chosen.iter().filter_map(|column| headings.get(*column));
    keys.map(|heading| heading.key).collect::<Vec<_>>().join(",")
}

/// The names in `text`.
pub fn names(text: &str) -> Vec<String> {
    text.split(',').filter(|name| !name.is_empty()).filter_map(from_path_part).collect()
}

/// Names in one text; those with awkward characters are encoded.
pub fn names_text(names: &[String]) -> String {
    names.iter().map(|name| path_part(name)).collect::<Vec<_>>().join(",")
}
