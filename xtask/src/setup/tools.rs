//! How the tools for the app are called.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

use super::wasm_target::Toolchain;
use crate::failure::Failure;

/// The toolchain that can compile for WASM, and the directories of further programs.
pub struct Tools {
    path: OsString,
    toolchain: Toolchain,
}

impl Tools {
    /// `toolchain`, with `directories` searched before the rest of `PATH`.
    pub fn new(toolchain: Toolchain, directories: Vec<PathBuf>) -> Result<Self, Failure> {
        let path = env::var_os("PATH").unwrap_or_default();
        let first = directories.into_iter().chain(toolchain.directory());
        let path = env::join_paths(first.chain(env::split_paths(&path)))
            .map_err(|error| Failure::new(format!("PATH cannot be extended: {error}")))?;
        Ok(Self { path, toolchain })
    }

    /// The program with everything it needs to find the others.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        self.toolchain.prepare(&mut command);
        command
    }
}
