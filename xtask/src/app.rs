//! Builds the app: from Rust and style sheets to the files that trunk makes.

use crate::failure::Failure;
use crate::setup::Tools;
use crate::{places, process, style};

/// Builds `target/app`, optimised for size but without wasm-opt.
pub fn build(tools: &Tools) -> Result<(), Failure> {
    build_with(tools, "Building the app (the first time takes about 2 minutes)", &[])
}

/// The same with more for trunk to heed.
pub fn build_with(tools: &Tools, words: &str, more: &[&str]) -> Result<(), Failure> {
    style::join()?;
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release", "--locked", "--log", "warn"]).args(more);
    // trunk takes any value but true and false for a mistake.
    trunk.current_dir(places::root()).env_remove("NO_COLOR");
    process::step(words, &mut trunk)
}
