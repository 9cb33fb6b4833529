//! Trunk, wasm-bindgen and wasm-split-cli, which make a web page of a Rust program.

use std::process::Command;

use super::tools::Tools;
use crate::failure::Failure;
use crate::{paths, process};

struct Tool {
    name: &'static str,
    program: &'static str,
    version: &'static str,
    arguments: &'static [&'static str],
    minutes: &'static str,
}

const TOOLS: [Tool; 3] = [
    Tool {
        name: "trunk",
        program: "trunk",
        version: "0.22.1",
        // It asks for a newer Rust than it needs.
        arguments: &[
            "--locked",
            "--ignore-rust-version",
            "--no-default-features",
            "--features",
            "rustls",
        ],
        minutes: "3 minutes",
    },
    Tool {
        name: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        // The same as that of the crate wasm-bindgen in Cargo.toml.
        version: "0.2.130",
        // Not --locked: its lock file names a version that is not in the registry.
        arguments: &["--no-default-features"],
        minutes: "1 minute",
    },
    Tool {
        name: "wasm_split_cli_support",
        program: "wasm-split-cli",
        // Fits the versions of wasm_split_helpers in Cargo.lock and of wasm-bindgen.
        version: "0.2.4",
        arguments: &["--locked", "--features", "build-binary"],
        minutes: "1 minute",
    },
];

/// Installs what is missing. They are compiled without optimisation: that takes a third of the
/// time, and what they do is quickly done either way.
pub fn install() -> Result<Tools, Failure> {
    let mut directories = Vec::new();
    for tool in &TOOLS {
        let place = paths::tool(tool.name, tool.version);
        let directory = place.join("bin");
        if !directory.join(tool.program).exists() {
            let mut cargo = Command::new("cargo");
            cargo.args(["install", "--debug", "--quiet", tool.name, "--version", tool.version]);
            cargo.args(tool.arguments).arg("--root").arg(&place);
            cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
            let message =
                format!("Installing {} {} (about {})", tool.name, tool.version, tool.minutes);
            process::step(&message, &mut cargo)?;
        }
        directories.push(directory);
    }
    Tools::new(directories)
}
