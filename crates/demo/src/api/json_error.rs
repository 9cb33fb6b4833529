//! Says in MaxScale's words what is wrong with a body that is not JSON.

/// The error text for a body that could not be read.
///
/// MaxScale's parser names what it expected and the word that it met; the commonest case
/// is exact (recording lifecycle), others follow its form.
#[must_use]
pub fn describe(body: &[u8], error: &serde_json::Error) -> String {
    let text = String::from_utf8_lossy(body);
    if error.is_eof() {
        let expected = if text.trim_start().starts_with('{') { "'}'" } else { "']'" };
        return format!("Invalid JSON in request: {expected} expected near end of file");
    }
    let at = offset(&text, error.line(), error.column());
    let rest = text.get(at..).unwrap_or_default().trim_start();
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(40).collect();
    let near = if word.is_empty() { rest.chars().take(1).collect() } else { word };
    let expected = if text.trim_start().starts_with('{') {
        "string or '}' expected"
    } else if text.trim_start().starts_with('[') {
        "']' expected"
    } else {
        "'[' or '{' expected"
    };
    format!("Invalid JSON in request: {expected} near '{near}'")
}

/// Where the place that the parser complains about begins, in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    start + column.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn of(body: &str) -> String {
        let error = serde_json::from_str::<serde_json::Value>(body).unwrap_err();
        describe(body.as_bytes(), &error)
    }

    #[test]
    fn the_recorded_case_is_exact() {
        assert_eq!(
            of("{nonsense"),
            "Invalid JSON in request: string or '}' expected near 'nonsense'"
        );
    }

    #[test]
    fn nothing_is_too_odd() {
        for body in ["", "{", "[", "ä", "{\"a\":ö}", "\u{0}", "[1,\n2,,"] {
            assert!(of(body).starts_with("Invalid JSON in request: "));
        }
    }
}
