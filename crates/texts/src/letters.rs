//! Letters whatever their case, of Western Europe at least: a table of all letters would weigh more
//! than what is made of it.

/// Between a small letter and its capital.
const DISTANCE: u32 = 'a' as u32 - 'A' as u32;

/// In small letters.
pub fn lowered(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(small).collect()
}

/// With a capital letter at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().map(capital).chain(letters).collect()
}

fn small(letter: char) -> char {
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => {
            char::from_u32(u32::from(letter) + DISTANCE).unwrap_or(letter)
        }
        other => other,
    }
}

fn capital(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => {
            char::from_u32(u32::from(letter) - DISTANCE).unwrap_or(letter)
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

    #[test]
    fn the_first_letter_becomes_a_capital() {
        assert_eq!(
            ["server", "übersicht", "2 of them", ""].map(capitalised),
            ["Server", "Übersicht", "2 of them", ""]
        );
    }
}
