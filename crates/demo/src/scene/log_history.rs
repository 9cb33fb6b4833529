//! What the log of the recorded MaxScale held when it was recorded: rows about those who had tried
//! what it lets them do (recording logs).

use crate::world::World;
use crate::world::log::Priority::{self, Info, Notice, Warning};

const ROWS: [(Priority, &str); 10] = [
    (Notice, "The logging of info messages has been enabled."),
    (
        Warning,
        "Saving runtime modifications to 'maxscale' in \
         '/var/lib/maxscale/maxscale.cnf.d/maxscale.cnf'. The modified values will override the \
         values found in the static configuration files.",
    ),
    (Info, "Accept authentication from 'admin', using password. Request: /v1/maxscale"),
    (Notice, "The logging of info messages has been disabled."),
    (Warning, "Authentication failed for '', no password. Request: GET /v1/servers"),
    (Warning, "Authentication failed for 'admin', using password. Request: GET /v1/servers"),
    (Notice, "Create network user 'viewer'"),
    (
        Warning,
        "Authorization failed for 'viewer', request requires administrative privileges. Request: \
         PUT /v1/servers/server2/set",
    ),
    (
        Warning,
        "Authorization failed for 'viewer', request requires administrative privileges. Request: \
         PATCH /v1/maxscale",
    ),
    (Notice, "Deleted network user 'viewer'"),
];

/// Writes the rows.
pub fn write(world: &mut World) {
    for (priority, message) in ROWS {
        world.log.write(world.now, priority, message.to_owned());
    }
}
