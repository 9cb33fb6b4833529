//! Builds everything and serves it with a simulated MaxScale.

use std::process::Command;

use crate::failure::Failure;
use crate::{app, paths, process, setup};

/// `arguments` are those of `maxconsole demo`.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let tools = setup::for_app()?;
    app::build_for_demo(&tools)?;
    let mut build = Command::new("cargo");
    build.args(["build", "--quiet", "--locked", "--package", "maxconsole"]);
    build.current_dir(paths::root());
    process::step("Building the program (the first time takes about 2 minutes)", &mut build)?;
    println!();
    let mut program = Command::new("cargo");
    program.args(["run", "--quiet", "--locked", "--package", "maxconsole", "--", "demo"]);
    program.arg("--bundle").arg(paths::demo()).args(arguments);
    process::run(program.current_dir(paths::root()))
}
