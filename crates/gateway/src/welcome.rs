//! What the program says once it serves.

use crate::args::Command;

/// The lines below the console's address.
pub fn text(command: &Command) -> String {
    match command {
        Command::Serve { maxscale, .. } => {
            format!("for the MaxScale at {maxscale}. Ctrl-C stops it.")
        }
        #[cfg(feature = "demo")]
        Command::Demo { demo, .. } => demo.welcome(),
    }
}
