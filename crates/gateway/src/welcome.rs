//! What the program says once it serves.

use maxconsole_demo::{ADMIN, Scene};

use crate::args::Command;

/// The lines below the console's address.
pub fn text(command: &Command) -> String {
    match command {
        Command::Serve { maxscale, .. } => {
            format!("for the MaxScale at {maxscale}. Ctrl-C stops it.")
        }
        Command::Demo { scene, .. } => demo(*scene),
    }
}

fn demo(scene: Scene) -> String {
    let account = |(user, password)| format!("user {user}, password {password}");
    let viewer = scene.viewer().map(account);
    let read_only = viewer.map(|viewer| format!("\n  or read-only with {viewer}"));
    format!(
        "with a simulated MaxScale: nothing you do there touches a real server.\n\
         \n  Sign in with {}{}\n\nCtrl-C stops it.",
        account(ADMIN),
        read_only.unwrap_or_default()
    )
}
