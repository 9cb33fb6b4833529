//! The recorded answers, one by one.

use maxconsole_tests::support::folders;
use serde_json::Value;
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

const VERSIONS: [&str; 3] = ["23.08", "24.02", "24.08"];

/// Every recorded body.
pub fn recorded() -> Vec<Body> {
    let files = folders::recordings(&VERSIONS);
    let bodies: Vec<Body> = files.iter().flat_map(|file| of_file(file)).collect();
    assert!(bodies.len() > 100, "only {} recorded bodies", bodies.len());
    bodies
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
