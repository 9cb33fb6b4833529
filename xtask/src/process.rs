//! Runs other programs, and says how long they take.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::failure::Failure;

/// Says what is done, does it, and says how long it took.
pub fn timed<T>(message: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    println!("==> {message}");
    let start = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "done" } else { "failed" };
    println!("    {outcome} after {:.1} s", start.elapsed().as_secs_f64());
    result
}

/// Runs a program as a timed step; its output goes to the terminal.
pub fn step(message: &str, command: &mut Command) -> Result<(), Failure> {
    timed(message, || run(command))
}

/// Runs a program; its output goes to the terminal.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status =
        command.stdin(Stdio::null()).status().map_err(|error| cannot_run(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` ended with {status}", shown(command))))
}

/// What a program prints, without the white space around it.
pub fn output(command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| cannot_run(command, &error))?;
    if !output.status.success() {
        return Err(Failure::new(format!("`{}` ended with {}", shown(command), output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where the program `name` is, by the environment variable `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|directory| directory.join(name)).find(|file| file.is_file())
}

fn cannot_run(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be run: {error}", shown(command)))
}

fn shown(command: &Command) -> String {
    let parts = std::iter::once(command.get_program()).chain(command.get_args());
    parts.map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
