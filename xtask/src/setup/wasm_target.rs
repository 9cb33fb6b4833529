//! Rust's standard library for WASM, which rustup adds.

use std::path::Path;
use std::process::Command;

use super::rustup;
use crate::failure::Failure;
use crate::process;

/// What browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target where it is missing.
pub fn install() -> Result<(), Failure> {
    if is_there() { Ok(()) } else { rustup::add("target", WASM_TARGET) }
}

fn is_there() -> bool {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    process::output(&mut ask).is_ok_and(|directory| has_std(Path::new(&directory)))
}

/// rustup leaves an empty directory behind when it removes a target.
fn has_std(directory: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(directory) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}
