//! Builds the program as it is to be used: optimised, with the smallest app inside.

use std::process::Command;

use crate::failure::Failure;
use crate::{app, bundle, module, paths, process, setup};

/// Writes `target/release/maxconsole`.
pub fn run() -> Result<(), Failure> {
    let tools = setup::for_app()?;
    app::build(&tools)?;
    bundle::write(&module::smaller(&tools, |file| file.name.clone())?)?;
    let mut build = Command::new("cargo");
    build.args(["build", "--quiet", "--release", "--locked", "--package", "maxconsole"]);
    build.current_dir(paths::root());
    process::step("Building the program (the first time takes about 4 minutes)", &mut build)?;
    let program = paths::root().join("target/release/maxconsole");
    println!("\n{} is ready; it needs no other file.", program.display());
    Ok(())
}
