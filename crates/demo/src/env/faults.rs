//! The words for what happens to the database behind a server.

use super::{ServerDeed, numbers};

/// Understands a verb and what follows the server's name; `None` for an unknown verb.
///
/// # Errors
/// What follows does not fit the verb.
pub fn parse(verb: &str, rest: &[&str]) -> Result<Option<ServerDeed>, String> {
    let deed = match (verb, rest) {
        ("kill", []) => ServerDeed::Kill,
        ("start", []) => ServerDeed::Start,
        ("freeze", []) => ServerDeed::Freeze(true),
        ("thaw", []) => ServerDeed::Freeze(false),
        ("break-replication", []) => ServerDeed::BreakReplication,
        ("repair-replication", []) => ServerDeed::RepairReplication,
        ("lag", [seconds]) => ServerDeed::Lag(numbers::seconds(seconds)?),
        ("lag", _) => return Err("say how many seconds: lag SERVER SECONDS".to_owned()),
        ("disk", _) => ServerDeed::LowDisk(either(rest, "low", "ok")?),
        ("auth-error", _) => ServerDeed::AuthError(either(rest, "on", "off")?),
        _ => return Ok(None),
    };
    Ok(Some(deed))
}

fn either(rest: &[&str], yes: &str, no: &str) -> Result<bool, String> {
    match rest {
        [word] if *word == yes => Ok(true),
        [word] if *word == no => Ok(false),
        _ => Err(format!("say {yes} or {no} after the server's name")),
    }
}
