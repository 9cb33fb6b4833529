//! The recorded answers, one by one.

use maxconsole_tests::support::folders;
use serde_json::Value;
use std::io::Write;
use std::path::Path;

/// One recorded answer with a body.
#[derive(Debug, Clone)]
pub struct Body {
    /// Where it stands: file, number of the step, request.
    pub place: String,
    /// The whole body.
    pub document: Value,
}

impl Body {
    /// The objects in it, be it a list or a single one.
    pub fn objects(&self) -> Vec<&Value> {
        match &self.document["data"] {
            Value::Array(list) => list.iter().collect(),
            Value::Object(_) => vec![&self.document["data"]],
            _ => Vec::new(),
        }
    }

    /// Whether it has objects, all of this type.
    pub fn is_of(&self, kind: &str) -> bool {
        let objects = self.objects();
        !objects.is_empty() && objects.iter().all(|object| object["type"] == kind)
    }
}

/// Every recorded body; none, and a word about it, where the recordings are absent.
pub fn recorded() -> Vec<Body> {
    let Some(folder) = folders::recordings() else {
        // Past the capture of the test harness, so that it is seen.
        let said = writeln!(std::io::stderr(), "skipped: ../shared/recordings is not there");
        said.expect("standard error takes a line");
        return Vec::new();
    };
    let bodies: Vec<Body> =
        versions(&folder).iter().flat_map(|version| of_version(version)).collect();
    assert!(bodies.len() > 100, "only {} recorded bodies", bodies.len());
    bodies
}

/// Each version's folder.
fn versions(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let versions: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    assert!(!versions.is_empty(), "no version in {}", folder.display());
    versions
}

fn of_version(folder: &Path) -> Vec<Body> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let recordings = files.filter(|path| path.extension().is_some_and(|end| end == "json"));
    recordings.flat_map(|path| of_file(&path)).collect()
}

fn of_file(path: &Path) -> Vec<Body> {
    let text = std::fs::read_to_string(path).unwrap();
    let recording: Value =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let steps =
        recording["steps"].as_array().unwrap_or_else(|| panic!("{}: no steps", path.display()));
    let body = |(number, step): (usize, &Value)| {
        let document = step["response"]["body"].clone();
        let request = format!("{} {}", step["request"]["method"], step["request"]["path"]);
        let place = format!("{} step {number} {request}", path.display());
        document.is_object().then_some(Body { place, document })
    };
    steps.iter().enumerate().filter_map(body).collect()
}
