//! Reads the list of known differences.

/// A difference that is known, and why it is there.
pub struct Known {
    recording: String,
    request: String,
    difference: String,
    /// The line in the list.
    pub line: String,
}

/// The known differences: `recording | request | difference | reason`, a star for anything.
pub fn known() -> Vec<Known> {
    let lines = include_str!("differences.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(parse).collect()
}

fn parse(line: &str) -> Known {
    let parts: Vec<&str> = line.split(" | ").collect();
    let [recording, request, difference, reason] = parts.as_slice() else {
        panic!("not of the form 'recording | request | difference | reason': {line}");
    };
    assert!(!reason.is_empty(), "a known difference needs a reason: {line}");
    Known {
        recording: (*recording).to_owned(),
        request: (*request).to_owned(),
        difference: (*difference).to_owned(),
        line: line.to_owned(),
    }
}

impl Known {
    /// Whether this is it.
    pub fn matches(&self, recording: &str, request: &str, difference: &str) -> bool {
        fits(&self.recording, recording)
            && fits(&self.request, request)
            && fits(&self.difference, difference)
    }
}

/// Whether a text fits a pattern in which a star stands for anything.
fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[test]
fn a_star_matches_anything() {
    assert!(fits("a*c*", "abbcd") && fits("*", "") && fits("ab", "ab"));
    assert!(!fits("a*c", "ab") && !fits("ab", "abc") && !fits("*b*b", "ab"));
}
