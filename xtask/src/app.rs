//! Builds the app: from Rust and style sheets to the files that trunk makes.

use std::ffi::OsStr;

use crate::failure::Failure;
use crate::setup::Tools;
use crate::{paths, process, style};

/// Builds `target/app`, optimised for size but without wasm-opt.
pub fn build(tools: &Tools) -> Result<(), Failure> {
    let message = "Building the app (the first time takes about 2 minutes)";
    trunk(tools, message, &["--release".as_ref()])
}

/// Builds `target/demo`, quickly after a change: little is optimised.
pub fn build_for_demo(tools: &Tools) -> Result<(), Failure> {
    let message = "Building the app (the first time takes about 2 minutes)";
    trunk(tools, message, &["--dist".as_ref(), paths::demo().as_ref()])
}

/// Builds `target/gallery`, the app with its page of components.
pub fn build_gallery(tools: &Tools) -> Result<(), Failure> {
    let message = "Building the app with its page of components";
    let place = paths::gallery();
    let more = ["--release", "--features", "gallery", "--dist"].map(OsStr::new);
    trunk(tools, message, &[&more, [place.as_os_str()].as_slice()].concat())
}

fn trunk(tools: &Tools, message: &str, more: &[&OsStr]) -> Result<(), Failure> {
    style::join()?;
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--locked", "--log", "warn"]).args(more);
    // trunk takes any value but true and false for a mistake.
    trunk.current_dir(paths::root()).env_remove("NO_COLOR");
    process::step(message, &mut trunk)
}
