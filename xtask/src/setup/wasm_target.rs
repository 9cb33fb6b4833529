//! Finds a toolchain that compiles for WASM, or makes one.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian_std;
use crate::failure::Failure;
use crate::process;

/// What browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A toolchain with the WASM target.
#[derive(Clone, Copy)]
pub enum Toolchain {
    /// The one that runs this program.
    Current,
    /// That of Debian's packages.
    Debian,
}

impl Toolchain {
    /// The directory of its programs, where `PATH` would not find them first.
    pub fn directory(self) -> Option<PathBuf> {
        match self {
            Self::Current => None,
            Self::Debian => Some(PathBuf::from(debian_std::BIN)),
        }
    }

    /// Makes a program, and those it runs, use this toolchain.
    pub fn prepare(self, command: &mut Command) {
        if let Self::Debian = self {
            command.env("RUSTUP_TOOLCHAIN", debian_std::PREFIX);
            command.env_remove("CARGO").env_remove("RUSTC").env_remove("LD_LIBRARY_PATH");
        }
    }
}

/// The toolchain in use, if it has the target or rustup can add it; else Debian's.
pub fn find_or_install() -> Result<Toolchain, Failure> {
    if has_target() {
        return Ok(Toolchain::Current);
    }
    if debian_std::is_made() {
        return Ok(Toolchain::Debian);
    }
    if added_by_rustup() {
        return Ok(Toolchain::Current);
    }
    println!("rustup cannot add {WASM_TARGET} here, so it is made from Debian's packages.");
    debian_std::make().map(|()| Toolchain::Debian).map_err(|failure| {
        Failure::new(format!(
            "Rust's target {WASM_TARGET} is missing, and neither way to get it works here. With \
             network, try `rustup target add {WASM_TARGET}`. Debian's packages failed so: {failure}"
        ))
    })
}

fn has_target() -> bool {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    process::output(&mut ask).is_ok_and(|directory| has_std(Path::new(&directory)))
}

/// rustup leaves an empty directory behind when it removes a target.
fn has_std(directory: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(directory) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

fn added_by_rustup() -> bool {
    if process::find("rustup").is_none() {
        return false;
    }
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", WASM_TARGET]);
    process::step("Adding the WASM target by rustup", &mut rustup).is_ok() && has_target()
}
