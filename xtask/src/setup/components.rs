//! The formatter and the linter, which small installations of Rust leave out.

use std::process::Command;

use super::rustup;
use crate::failure::Failure;
use crate::process;

/// Each as Cargo's subcommand and as rustup's component.
const COMPONENTS: [(&str, &str); 2] = [("fmt", "rustfmt"), ("clippy", "clippy")];

/// Installs what is missing.
pub fn install() -> Result<(), Failure> {
    for (subcommand, component) in COMPONENTS {
        if !is_there(subcommand) {
            rustup::add("component", component)?;
        }
    }
    Ok(())
}

fn is_there(subcommand: &str) -> bool {
    process::output(Command::new("cargo").args([subcommand, "--version"])).is_ok()
}
