//! Tools that come as npm packages.

use std::path::PathBuf;
use std::process::Command;

use super::apt;
use crate::failure::Failure;
use crate::{files, paths, process};

/// The version of wasm-opt. Debian's own (108) breaks the module without a word.
pub const BINARYEN: &str = "132.0.0";
const ESBUILD: &str = "0.25.0";
const AXE: &str = "4.14.1";

/// The program that makes WASM modules smaller.
pub fn wasm_opt() -> Result<PathBuf, Failure> {
    install("binaryen", BINARYEN, "node_modules/.bin/wasm-opt")
}

/// The program that makes scripts smaller.
pub fn esbuild() -> Result<PathBuf, Failure> {
    install("esbuild", ESBUILD, "node_modules/.bin/esbuild")
}

/// The script that checks a page's accessibility.
pub fn axe() -> Result<PathBuf, Failure> {
    install("axe-core", AXE, "node_modules/axe-core/axe.min.js")
}

fn install(package: &str, version: &str, file: &str) -> Result<PathBuf, Failure> {
    let place = paths::tool(package, version);
    let file = place.join(file);
    if file.exists() {
        return Ok(file);
    }
    if process::find("npm").is_none() {
        apt::install(&["nodejs".to_owned(), "npm".to_owned()], "Node.js")?;
    }
    files::create_directory(&place)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(&place);
    npm.arg(format!("{package}@{version}"));
    process::step(&format!("Installing {package} {version}"), &mut npm)?;
    Ok(file)
}
