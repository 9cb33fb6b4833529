//! Spans of time in words.

/// A span in its two largest units: `3 d 4 h`, `18 min`, `40 s`.
pub fn span(seconds: u64) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let Some(first) = UNITS.iter().position(|(size, _)| seconds >= *size) else {
        return "0 s".to_owned();
    };
    let mut rest = seconds;
    let parts =
        UNITS.iter().skip(first).take(if first == 2 { 1 } else { 2 }).filter_map(|(size, unit)| {
            let count = rest / size;
            rest %= size;
            (count > 0).then(|| format!("{count} {unit}"))
        });
    parts.collect::<Vec<_>>().join(" ")
}

/// A duration as MaxScale writes it, `2000ms`, as people do: `2 s`; as it came when it is none.
pub fn duration(text: &str) -> String {
    let milliseconds = text.strip_suffix("ms").and_then(|number| number.parse::<u64>().ok());
    match milliseconds {
        Some(all) if all % 1_000 == 0 => span(all / 1_000),
        Some(all) => format!("{all} ms"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_told_in_the_units_of_people() {
        assert_eq!(duration("2000ms"), "2 s");
        assert_eq!(duration("1500ms"), "1500 ms");
        assert_eq!(duration("3600000ms"), "1 h");
        assert_eq!(duration("soon"), "soon");
    }

    #[test]
    fn a_span_has_its_two_largest_units() {
        assert_eq!(span(0), "0 s");
        assert_eq!(span(95), "1 min");
        assert_eq!(span(8_220), "2 h 17 min");
        assert_eq!(span(90_000), "1 d 1 h");
    }
}
