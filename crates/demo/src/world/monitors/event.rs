//! Which event a monitor reports when the state of a server changes.

use crate::world::resources::{Flag, Status};

/// The name of the event between two states (both [`Status::watched`]); `None` when nothing
/// changed. The names are those of `last_event` in rest-api.md 3.2.
#[must_use]
pub(super) fn event_name(before: Status, after: Status) -> Option<&'static str> {
    if before == after {
        return None;
    }
    let was_up = before.has(Flag::Running);
    let is_up = after.has(Flag::Running);
    let (role, verb) = match (was_up, is_up) {
        (false, false) => return None,
        (true, false) => (role(before).unwrap_or("server"), Verb::Down),
        (false, true) => (role(after).unwrap_or("server"), Verb::Up),
        (true, true) if is_lost(before, after) => (role(before)?, Verb::Lost),
        (true, true) => (role(after)?, Verb::New),
    };
    NAMES.iter().find(|(known, _)| *known == role).map(|(_, [down, up, lost, new])| match verb {
        Verb::Down => *down,
        Verb::Up => *up,
        Verb::Lost => *lost,
        Verb::New => *new,
    })
}

/// What happened to a role.
enum Verb {
    Down,
    Up,
    Lost,
    New,
}

/// Down, up, lost, new, of each role.
const NAMES: [(&str, [&str; 4]); 6] = [
    ("master", ["master_down", "master_up", "lost_master", "new_master"]),
    ("slave", ["slave_down", "slave_up", "lost_slave", "new_slave"]),
    ("synced", ["synced_down", "synced_up", "lost_synced", "new_synced"]),
    ("relay", ["relay_down", "relay_up", "lost_relay", "new_relay"]),
    ("blr", ["blr_down", "blr_up", "lost_blr", "new_blr"]),
    ("server", ["server_down", "server_up", "server_up", "server_up"]),
];

/// A role was lost unless primary and replica swapped places or a role is new; other changes of a
/// server that had a role count as a loss too.
fn is_lost(before: Status, after: Status) -> bool {
    let main = |status: Status| (status.has(Flag::Master), status.has(Flag::Slave));
    let none = (false, false);
    role(before).is_some()
        && (main(before) == none || main(after) == none || main(before) == main(after))
}

/// The role that names an event.
fn role(status: Status) -> Option<&'static str> {
    let roles = [
        (Flag::Master, "master"),
        (Flag::Slave, "slave"),
        (Flag::Synced, "synced"),
        (Flag::RelayMaster, "relay"),
        (Flag::BinlogRelay, "blr"),
    ];
    roles.into_iter().find(|(flag, _)| status.has(*flag)).map(|(_, name)| name)
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
