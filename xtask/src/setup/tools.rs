//! How the tools for the app are called.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;

/// Where their programs are.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Programs in `directories` come before those of `PATH`.
    pub fn new(directories: Vec<PathBuf>) -> Result<Self, Failure> {
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(directories.into_iter().chain(env::split_paths(&path)))
            .map_err(|error| Failure::new(format!("PATH cannot be extended: {error}")))?;
        Ok(Self { path })
    }

    /// The program with everything it needs to find the others.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        command
    }
}
