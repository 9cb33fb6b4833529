//! Who signs in: the recordings leave it out, but the notes of the steps tell.

use crate::recording::{Action, Recording, Step};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maxconsole_demo::ADMIN;
use serde_json::Value;

/// What notes begin with, and the account that makes the request: the last one that was created
/// with that name is meant.
const NOTES: [(&str, &str, &str); 5] = [
    ("wrong password", "admin", "wrong"),
    ("old password", "second", "pw2"),
    ("new password", "second", "pw3"),
    ("a basic user ", "viewer", ""),
    ("deletes itself", "second", "pw3"),
];

/// The header by which a request signs in.
pub fn authorization(recording: &Recording, index: usize, value: &str) -> String {
    if value.starts_with("Bearer") {
        return "Bearer nonsense".to_owned();
    }
    let (user, password) = account(recording, index);
    format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
}

/// The administrator, unless the notes tell otherwise.
fn account(recording: &Recording, index: usize) -> (String, String) {
    let note = recording.steps[index].note.as_deref().unwrap_or_default();
    let told = NOTES.iter().find(|(begin, _, _)| note.starts_with(begin));
    if let Some((_, user, password)) = told {
        let created = created(&recording.steps[..index], user);
        let password = Some(*password).filter(|password| !password.is_empty());
        let password = password.map_or_else(|| created.unwrap_or_default(), str::to_owned);
        return ((*user).to_owned(), password);
    }
    if is_by_viewer(recording, index) {
        let password = created(&recording.steps[..index], "viewer").unwrap_or_default();
        return ("viewer".to_owned(), password);
    }
    // Only its own sign-in shows as that.
    let next = recording.steps.get(index + 1).and_then(|step| step.note.as_deref());
    if next == Some("after signing in") {
        let password = created(&recording.steps[..index], "second").unwrap_or_default();
        return ("second".to_owned(), password);
    }
    (ADMIN.0.to_owned(), ADMIN.1.to_owned())
}

/// The password that an account was created with.
fn created(steps: &[Step], user: &str) -> Option<String> {
    let body = |step: &Step| match &step.action {
        Action::Exchange(exchange)
            if exchange.method == "POST" && exchange.answer.status == 204 =>
        {
            serde_json::from_slice::<Value>(&exchange.body).ok()
        }
        _ => None,
    };
    let bodies = steps.iter().rev().filter_map(body);
    let mut of_user = bodies.filter(|body| body["data"]["id"] == user);
    of_user.find_map(|body| body["data"]["attributes"]["password"].as_str().map(str::to_owned))
}

/// The read-only user's requests are those before and with the note that he may not, back to
/// the last note.
fn is_by_viewer(recording: &Recording, index: usize) -> bool {
    let rest = &recording.steps[index..];
    rest.iter().find_map(|step| step.note.as_deref()) == Some("basic user may not")
}
