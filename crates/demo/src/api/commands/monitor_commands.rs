//! What the words of a mariadbmon command order, with what is said no to before a monitor is asked.

use super::arguments::Arguments;
use crate::world::World;
use crate::world::resources::MonitorCommand;

/// The order behind a command (without `async-`) and its arguments, the monitor first.
///
/// # Errors
/// Why it is not passed on to the monitor.
pub fn command(
    world: &World,
    name: &str,
    arguments: &Arguments,
    is_async: bool,
) -> Result<MonitorCommand, String> {
    let argument = |index: usize| arguments.at(index).map(str::to_owned);
    let text = |index: usize| arguments.text(index);
    refuse_while_passive(world, name)?;
    let command = match name {
        "switchover" | "switchover-force" => MonitorCommand::Switchover {
            promote: argument(1),
            demote: argument(2),
            // One that is scheduled is never forced.
            force: name == "switchover-force" || (arguments.is_on("force") && !is_async),
            maintain: arguments.is_on("old_primary_maint"),
        },
        "failover" => MonitorCommand::Failover { name: "failover", safe: false },
        "failover-safe" => {
            let name = if is_async { "failover-safe" } else { "failover" };
            MonitorCommand::Failover { name, safe: true }
        }
        "redirect" => {
            MonitorCommand::Redirect { replica: text(1).to_owned(), primary: text(2).to_owned() }
        }
        "rejoin" => MonitorCommand::Rejoin { server: text(1).to_owned() },
        "reset-replication" => MonitorCommand::ResetReplication { primary: argument(1) },
        "release-locks" => MonitorCommand::ReleaseLocks,
        "cs-add-node" => {
            check_timeout(text(2))?;
            let what = format!("Could not add node '{}' to the ColumnStore cluster. ", text(1));
            elsewhere("cs-add-node", Vec::new(), what)
        }
        "cs-remove-node" => {
            check_timeout(text(2))?;
            let what =
                format!("Could not remove node '{}' from the ColumnStore cluster: ", text(1));
            elsewhere("cs-remove-node", Vec::new(), what)
        }
        "rebuild-server" => backup("rebuild-server", text(3), arguments.between(1, 3))?,
        "create-backup" => backup("create-backup", "", arguments.between(1, 2))?,
        "restore-from-backup" => backup("restore-from-backup", text(3), arguments.between(1, 2))?,
        other => column_store(other, text(1))?,
    };
    Ok(command)
}

/// A passive MaxScale changes nothing (`passive`).
fn refuse_while_passive(world: &World, name: &str) -> Result<(), String> {
    let what = match name {
        "switchover" | "switchover-force" => "Switchover",
        "failover" | "failover-safe" => "Failover",
        "rejoin" => "Rejoin",
        "reset-replication" => "Replication reset",
        _ => return Ok(()),
    };
    let passive = world.core.get("passive").and_then(serde_json::Value::as_bool);
    if passive != Some(true) {
        return Ok(());
    }
    Err(format!("{what} requested but not performed, as MaxScale is in passive mode."))
}

fn column_store(name: &str, timeout: &str) -> Result<MonitorCommand, String> {
    let (name, failure) = match name {
        "cs-start-cluster" => ("cs-start-cluster", "Could not start ColumnStore cluster: "),
        "cs-stop-cluster" => ("cs-stop-cluster", "Could not stop ColumnStore cluster: "),
        "cs-set-readonly" => {
            ("cs-set-readonly", "Could not set ColumnStore cluster to read-only mode: ")
        }
        "cs-set-readwrite" => {
            ("cs-set-readwrite", "Could not set ColumnStore cluster to read-write mode: ")
        }
        _ => ("cs-get-status", "Could not fetch status from the ColumnStore cluster: "),
    };
    if name != "cs-get-status" {
        check_timeout(timeout)?;
    }
    Ok(elsewhere(name, Vec::new(), failure.to_owned()))
}

fn backup(
    name: &'static str,
    directory: &str,
    servers: Vec<String>,
) -> Result<MonitorCommand, String> {
    let directory = directory.trim();
    let deep = directory.starts_with('/') && !directory.trim_start_matches('/').is_empty();
    if !directory.is_empty() && !deep {
        return Err(format!(
            "Data directory '{directory}' is invalid. The directory should be an absolute path \
             and not point to root."
        ));
    }
    let first = servers.first().map(String::as_str).unwrap_or_default();
    let failure = format!("SSH connection to {first} failed. ");
    Ok(elsewhere(name, servers, failure))
}

fn elsewhere(name: &'static str, servers: Vec<String>, failure: String) -> MonitorCommand {
    MonitorCommand::Elsewhere { name, servers, failure }
}

fn check_timeout(text: &str) -> Result<(), String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = text.strip_prefix(digits).unwrap_or_default();
    let known = ["s", "m", "min", "h", "ms"].contains(&unit.to_ascii_lowercase().as_str());
    if known && digits.parse::<u64>().is_ok() {
        return Ok(());
    }
    Err("Timeout must be specified with a 's', 'm', or 'h' suffix. 'ms' is accepted but the time \
         will be converted to seconds."
        .to_owned())
}
