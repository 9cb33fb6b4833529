//! Words for a POSIX shell.

use super::body::HIDDEN;

/// A word of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Plain(String),
    /// Where a secret belongs, which is typed there by whoever copies the line.
    Secret,
}

impl From<&str> for Word {
    fn from(word: &str) -> Self {
        Self::Plain(word.to_owned())
    }
}

/// A line for maxctrl.
pub(super) fn line(words: &[Word]) -> String {
    let quoted = words.iter().map(|word| match word {
        Word::Plain(word) => quote(word),
        Word::Secret => quote(HIDDEN),
    });
    std::iter::once("maxctrl".to_owned()).chain(quoted).collect::<Vec<_>>().join(" ")
}

/// A word as a POSIX shell reads it back unchanged.
pub(super) fn quote(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._/:@%+=,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
