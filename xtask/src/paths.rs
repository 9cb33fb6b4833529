//! The paths of what is read and written.

use std::path::{Path, PathBuf};

use crate::setup::WASM_TARGET;

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// All styles in one file, made before each build.
pub fn console_css() -> PathBuf {
    root().join("target/console.css")
}

/// What trunk makes of the app.
pub fn app() -> PathBuf {
    root().join("target/app")
}

/// What trunk makes of the app for `cargo xtask demo`.
pub fn demo() -> PathBuf {
    root().join("target/demo")
}

/// What trunk makes of the app together with its page of components.
pub fn gallery() -> PathBuf {
    root().join("target/gallery")
}

/// The files that the program `maxconsole` serves.
pub fn bundle() -> PathBuf {
    root().join("target/bundle")
}

/// What Cargo makes of the app with a profile.
pub fn compiled_app(profile: &str) -> PathBuf {
    root().join("target").join(WASM_TARGET).join(profile).join("maxconsole-app.wasm")
}

/// Where the module is split.
pub fn split() -> PathBuf {
    root().join("target/split")
}

/// Modules that wasm-opt has made smaller, under the names of those it was given.
pub fn optimised() -> PathBuf {
    root().join("target/wasm-opt")
}

/// What browser tests that failed say and show.
pub fn browser_failures() -> PathBuf {
    root().join("target/browser-failures")
}

/// The folder to copy into MaxScale's gui directory.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools of a fixed version, shared by all checkouts of this user.
pub fn tool(name: &str, version: &str) -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || std::env::home_dir().map(|home| home.join(".cache"));
    let cache = cache.or_else(home).unwrap_or_else(|| root().join("target"));
    cache.join("maxconsole/tools").join(format!("{name}-{version}"))
}
