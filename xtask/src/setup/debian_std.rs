//! Rust's standard library for WASM, from the sources in Debian's packages.
//!
//! Debian's compiler knows the target but has no standard library for it. The sources come with
//! all they depend on, so one build of an empty crate, with the library built along, makes it;
//! its parts are then put where the compiler looks for them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use super::wasm_target::WASM_TARGET;
use crate::failure::Failure;
use crate::{files, process};

/// Debian's toolchain, as rustup is told of it.
pub const PREFIX: &str = "/usr";
/// Its programs.
pub const BIN: &str = "/usr/bin";

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
/// Tells which compiler made the library.
const STAMP: &str = "made-by";

/// An empty crate. The profile is that of the app: the library is compiled for size as well.
const EMPTY_CRATE: &str = "\
[package]
name = \"empty\"
version = \"0.0.0\"
edition = \"2021\"

[lib]
path = \"lib.rs\"

[workspace]

[profile.release]
opt-level = \"z\"
codegen-units = 1
panic = \"abort\"
";

/// Whether the library is there, and made by the compiler that is there.
pub fn is_made() -> bool {
    let made_by = place().and_then(|place| files::read_text(&place.join(STAMP)));
    made_by.is_ok_and(|made_by| version().is_ok_and(|version| version == made_by))
}

/// Installs the packages and builds the library.
pub fn make() -> Result<(), Failure> {
    if !Path::new(RUSTC).exists() || sources().is_err() || process::find("cargo-clippy").is_none() {
        install(&["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"].map(str::to_owned))?;
    }
    let version = version()?;
    let linker = format!("lld-{}", llvm_major(&version)?);
    if process::find(&linker).is_none() {
        install(&[linker])?;
    }
    let place = place()?;
    process::timed("Building Rust's standard library for WASM (about a minute)", || build(&place))?;
    files::write(&place.join(STAMP), version.as_bytes())
}

fn version() -> Result<String, Failure> {
    process::output(Command::new(RUSTC).arg("-vV"))
}

fn sysroot() -> Result<PathBuf, Failure> {
    Ok(PathBuf::from(process::output(Command::new(RUSTC).args(["--print", "sysroot"]))?))
}

/// Where the compiler looks for the library.
fn place() -> Result<PathBuf, Failure> {
    Ok(sysroot()?.join("lib/rustlib").join(WASM_TARGET))
}

fn install(packages: &[String]) -> Result<(), Failure> {
    apt::install(packages, "Debian's Rust for WASM")
}

/// The compiler's linker must be of its own LLVM's version.
fn llvm_major(version: &str) -> Result<&str, Failure> {
    let line = version.lines().find_map(|line| line.strip_prefix("LLVM version: "));
    line.and_then(|number| number.split('.').next())
        .ok_or_else(|| Failure::new(format!("{RUSTC} does not tell its version of LLVM")))
}

fn sources() -> Result<PathBuf, Failure> {
    let library = sysroot()?.join("lib/rustlib/src/rust/library");
    // The path may be a link; Cargo's settings want where it leads.
    library.join("vendor").canonicalize().map_err(|error| Failure::at(&library, &error))
}

fn build(place: &Path) -> Result<(), Failure> {
    let work = std::env::temp_dir().join(format!("maxconsole-std-{}", std::process::id()));
    files::write(&work.join("Cargo.toml"), EMPTY_CRATE.as_bytes())?;
    files::write(&work.join("lib.rs"), b"#![no_std]\n")?;
    let result = compile(&work).and_then(|()| put_in_place(&work, place));
    let removed = fs::remove_dir_all(&work).map_err(|error| Failure::at(&work, &error));
    result.and(removed)
}

fn compile(work: &Path) -> Result<(), Failure> {
    let vendor = sources()?;
    let mut cargo = Command::new(CARGO);
    cargo.current_dir(work);
    cargo.args(["build", "--quiet", "--release", "--offline", "--target", WASM_TARGET]);
    cargo.arg("-Zbuild-std=std,panic_abort,proc_macro,test");
    cargo.args(["--config", "source.crates-io.replace-with='vendor'", "--config"]);
    cargo.arg(format!("source.vendor.directory='{}'", vendor.display()));
    // -Z is for the compiler's own library only: the app is built without.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", RUSTC);
    // The app's link-time optimisation needs the library's bitcode.
    cargo.env("RUSTFLAGS", "-Cembed-bitcode=yes");
    cargo.env("CARGO_HOME", work.join("home")).env("CARGO_TARGET_DIR", work.join("target"));
    for foreign in ["RUSTUP_TOOLCHAIN", "CARGO_BUILD_TARGET", "CARGO", "LD_LIBRARY_PATH"] {
        cargo.env_remove(foreign);
    }
    process::run(&mut cargo)
}

fn put_in_place(work: &Path, place: &Path) -> Result<(), Failure> {
    let made = work.join("target").join(WASM_TARGET).join("release/deps");
    let library = place.join("lib");
    // An interrupted or older build must not be mixed with this one.
    if place.exists() {
        fs::remove_dir_all(place).map_err(|error| Failure::at(place, &error))?;
    }
    for name in files::names(&made)? {
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            files::write(&library.join(&name), &files::read(&made.join(&name))?)?;
        }
    }
    Ok(())
}
