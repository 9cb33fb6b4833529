//! Which event a monitor reports when the state of a server changes.

use super::status::{Flag, Status};

/// The name of the event between two states (both [`Status::watched`]); `None` when nothing
/// changed. The names are those of `last_event` in rest-api.md 3.2.
#[must_use]
pub fn event_name(before: Status, after: Status) -> Option<&'static str> {
    if before == after {
        return None;
    }
    let was_up = before.has(Flag::Running);
    let is_up = after.has(Flag::Running);
    match (was_up, is_up) {
        (false, false) => None,
        (true, false) => {
            Some(by_role(before, ["master_down", "slave_down", "synced_down", "server_down"]))
        }
        (false, true) => Some(by_role(after, ["master_up", "slave_up", "synced_up", "server_up"])),
        (true, true) if lost(before, after) => {
            Some(by_role(before, ["lost_master", "lost_slave", "lost_synced", "server_up"]))
        }
        (true, true) => {
            Some(by_role(after, ["new_master", "new_slave", "new_synced", "server_up"]))
        }
    }
}

/// A role was lost unless primary and replica swapped places or a role is new.
fn lost(before: Status, after: Status) -> bool {
    let role = |status: Status| (status.has(Flag::Master), status.has(Flag::Slave));
    let none = (false, false);
    let had_any = role(before) != none || before.has(Flag::Synced);
    had_any && (role(before) == none || role(after) == none || role(before) == role(after))
}

fn by_role(status: Status, [master, slave, synced, other]: [&'static str; 4]) -> &'static str {
    if status.has(Flag::Master) {
        master
    } else if status.has(Flag::Slave) {
        slave
    } else if status.has(Flag::Synced) {
        synced
    } else {
        other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn up(flags: &[Flag]) -> Status {
        flags.iter().fold(Status::default().with(Flag::Running), |status, flag| status.with(*flag))
    }

    #[test]
    fn roles_that_swap_are_new() {
        let replica = up(&[Flag::Slave, Flag::Synced]);
        let primary = up(&[Flag::Master, Flag::Synced]);
        assert_eq!(event_name(replica, primary), Some("new_master"));
        assert_eq!(event_name(primary, replica), Some("new_slave"));
        assert_eq!(event_name(up(&[]), primary), Some("new_master"));
    }

    #[test]
    fn a_role_without_successor_is_lost() {
        assert_eq!(event_name(up(&[Flag::Slave]), up(&[])), Some("lost_slave"));
        assert_eq!(event_name(up(&[Flag::Master]), up(&[])), Some("lost_master"));
    }

    #[test]
    fn going_and_coming_name_the_role() {
        let down = Status::default();
        assert_eq!(event_name(up(&[Flag::Master]), down), Some("master_down"));
        assert_eq!(event_name(down, up(&[Flag::Slave])), Some("slave_up"));
        assert_eq!(event_name(down, up(&[])), Some("server_up"));
        assert_eq!(event_name(down, down), None);
        assert_eq!(event_name(up(&[]), up(&[])), None);
    }
}
