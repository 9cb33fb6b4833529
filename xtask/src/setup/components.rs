//! The formatter and the linter, which small installations of Rust leave out.

use std::path::Path;
use std::process::Command;

use super::apt;
use crate::failure::Failure;
use crate::process;

/// Each as Cargo's subcommand, rustup's component, and Debian's package.
const COMPONENTS: [(&str, &str, &str); 2] =
    [("fmt", "rustfmt", "rustfmt-web"), ("clippy", "clippy", "rust-web-clippy")];

/// Installs what is missing.
pub fn install() -> Result<(), Failure> {
    for (subcommand, component, package) in COMPONENTS {
        if !is_there(subcommand) {
            add(component, package)?;
        }
    }
    Ok(())
}

fn is_there(subcommand: &str) -> bool {
    process::output(Command::new("cargo").args([subcommand, "--version"])).is_ok()
}

fn add(component: &str, package: &str) -> Result<(), Failure> {
    let words = format!("Adding {component} by rustup");
    match process::find("cargo") {
        Some(cargo) if cargo == Path::new("/usr/bin/cargo") => {
            apt::install(&[package.to_owned()], component)
        }
        _ => process::step(&words, Command::new("rustup").args(["component", "add", component])),
    }
}
