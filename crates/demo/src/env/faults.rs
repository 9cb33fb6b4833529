//! The words for what happens to the database behind a server.

use super::{ServerAction, numbers};

/// Understands a verb and what follows the server's name; `None` for an unknown verb.
///
/// # Errors
/// What follows does not fit the verb.
pub fn parse(verb: &str, rest: &[&str]) -> Result<Option<ServerAction>, String> {
    let action = match (verb, rest) {
        ("kill", []) => ServerAction::Kill,
        ("start", []) => ServerAction::Start,
        ("freeze", []) => ServerAction::Freeze(true),
        ("thaw", []) => ServerAction::Freeze(false),
        ("break-replication", []) => ServerAction::BreakReplication,
        ("repair-replication", []) => ServerAction::RepairReplication,
        ("lag", [seconds]) => ServerAction::Lag(numbers::seconds(seconds)?),
        ("lag", _) => return Err("say how many seconds: lag SERVER SECONDS".to_owned()),
        ("disk", _) => ServerAction::LowDisk(either(rest, "low", "ok")?),
        ("auth-error", _) => ServerAction::AuthError(either(rest, "on", "off")?),
        _ => return Ok(None),
    };
    Ok(Some(action))
}

fn either(rest: &[&str], yes: &str, no: &str) -> Result<bool, String> {
    match rest {
        [word] if *word == yes => Ok(true),
        [word] if *word == no => Ok(false),
        _ => Err(format!("say {yes} or {no} after the server's name")),
    }
}
