//! What the program says once it serves.

use maxconsole_demo::{ADMIN, Scene};

use crate::args::Command;
use crate::conditions::Conditions;

/// The lines below the console's address.
pub fn text(command: &Command) -> String {
    match command {
        Command::Serve { maxscale, .. } => {
            format!("for the MaxScale at {maxscale}. Ctrl-C stops it.")
        }
        Command::Demo { scene, conditions, .. } => demo(*scene, conditions),
    }
}

fn demo(scene: Scene, conditions: &Conditions) -> String {
    let account = |(user, password)| format!("user {user}, password {password}");
    let viewer = scene.viewer().map(account);
    let read_only = viewer.map(|viewer| format!("\n  or read-only with {viewer}"));
    let back_door = conditions.back_door.then_some(
        "\n\nIts back door is open: whoever reaches this address may break things at /_demo.",
    );
    format!(
        "with a simulated MaxScale: nothing you do there touches a real server.\n\
         \n  Sign in with {}{}{}\n\nCtrl-C stops it.",
        account(ADMIN),
        read_only.unwrap_or_default(),
        back_door.unwrap_or_default()
    )
}
