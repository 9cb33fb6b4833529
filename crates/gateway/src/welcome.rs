//! What the program says once it serves.

use maxconsole_demo::{ADMIN, VIEWER};

use crate::args::Command;

/// The lines below the console's address.
pub fn text(command: &Command) -> String {
    match command {
        Command::Serve { maxscale, .. } => {
            format!("for the MaxScale at {maxscale}. Ctrl-C stops it.")
        }
        Command::Demo { .. } => demo(),
    }
}

fn demo() -> String {
    let account = |(user, password)| format!("user {user}, password {password}");
    format!(
        "with a simulated MaxScale: nothing you do there touches a real server.\n\
         \n  Sign in with {}\n  or read-only with {}\n\nCtrl-C stops it.",
        account(ADMIN),
        account(VIEWER)
    )
}
