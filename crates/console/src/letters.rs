//! Letters whatever their case.

/// In small letters, those of Western Europe at least: a table of all letters would weigh more than
/// what is made of it.
pub(crate) fn lowered(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(lower).collect()
}

fn lower(letter: char) -> char {
    const DISTANCE: u32 = 'a' as u32 - 'A' as u32;
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => {
            char::from_u32(u32::from(letter) + DISTANCE).unwrap_or(letter)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_letters_become_small_ones() {
        assert_eq!(lowered("DB2"), "db2");
        assert_eq!(lowered("ÜBERSICHT, Ä × ß, Straße"), "übersicht, ä × ß, straße");
    }
}
