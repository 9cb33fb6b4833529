//! Finds what the commands need, and installs what is missing.

mod apt;
mod components;
mod npm;
mod rustup;
mod tools;
mod trunk;
mod wasm_target;

use std::path::PathBuf;

use crate::failure::Failure;
use crate::process;

pub use npm::{BINARYEN, esbuild, wasm_opt};
pub use tools::Tools;
pub use wasm_target::WASM_TARGET;

/// What browser tests need.
pub struct TestTools {
    /// The browser.
    pub chromium: PathBuf,
    /// The script that checks a page's accessibility.
    pub axe: PathBuf,
}

/// What building the app needs: the WASM target, trunk and wasm-bindgen.
pub fn for_app() -> Result<Tools, Failure> {
    wasm_target::install()?;
    trunk::install()
}

/// What testing needs beside that.
pub fn for_tests() -> Result<TestTools, Failure> {
    components::install()?;
    Ok(TestTools { chromium: chromium()?, axe: npm::axe()? })
}

/// All of it.
pub fn everything() -> Result<(), Failure> {
    for_app()?;
    let tests = for_tests()?;
    wasm_opt()?;
    esbuild()?;
    println!("Everything is there; the tests will use {}.", tests.chromium.display());
    Ok(())
}

fn chromium() -> Result<PathBuf, Failure> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let found =
        || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(process::find);
    if let Some(browser) = named.or_else(found) {
        return Ok(browser);
    }
    apt::install(&["chromium".to_owned()], "the browser for the tests")?;
    process::find("chromium").ok_or_else(|| {
        Failure::new("Chromium is missing: install it, or name it by the variable CHROMIUM")
    })
}
