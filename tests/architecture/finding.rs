//! A place that breaks a rule, and the report that fails a test.

use std::fmt;

/// One place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path from the root of the project.
    pub path: String,
    /// Counted from 1; 0 means the file as a whole.
    pub line: usize,
    /// What is wrong there, in words.
    pub what: String,
}

impl Finding {
    /// A finding at one line.
    pub fn at(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }

    /// A finding about a whole file.
    pub fn file(path: &str, what: impl Into<String>) -> Self {
        Self::at(path, 0, what)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// Fails the test with every place that breaks `rule`.
#[track_caller]
pub fn assert_kept(rule: &str, mut findings: Vec<Finding>) {
    findings.sort();
    let list = findings.iter().map(|finding| format!("  {finding}\n")).collect::<String>();
    assert!(findings.is_empty(), "{rule}\n{list}{} in all", findings.len());
}

#[test]
fn a_finding_names_file_and_line() {
    assert_eq!(Finding::at("src/a.rs", 7, "too odd").to_string(), "src/a.rs:7: too odd");
    assert_eq!(Finding::file("src/a.rs", "too long").to_string(), "src/a.rs: too long");
}

#[test]
#[should_panic(expected = "nothing may be odd\n  src/a.rs:7: too odd\n1 in all")]
fn a_finding_fails_the_test() {
    assert_kept("nothing may be odd", vec![Finding::at("src/a.rs", 7, "too odd")]);
}
