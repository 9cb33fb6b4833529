//! The files of the app as trunk made them, or with smaller modules.

use crate::failure::Failure;
use crate::files::File;
use crate::setup::{self, Tools};
use crate::{files, hash, paths, process};

/// Less in Brotli than with -Oz, though more when unpacked. Nothing has one of the lowest
/// addresses, because the stack ends there; the second word relies on that.
const PASSES: [&str; 2] = ["-O2", "--low-memory-unused"];
/// What the parts of the module do not say themselves: the features of the target.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// As trunk made them.
pub fn plain() -> Result<Vec<File>, Failure> {
    files::all(&paths::app())
}

/// With the smallest modules that we know to make; `reference` is how the others refer to a file.
pub fn smaller(tools: &Tools, reference: impl Fn(&File) -> String) -> Result<Vec<File>, Failure> {
    let mut files = plain()?;
    for file in &mut files {
        if file.name.ends_with(".wasm") {
            file.content = optimised(tools, file)?;
        } else if file.name.ends_with(".js") {
            file.content = minified(tools, file)?;
        }
    }
    files.sort_by_key(|file| (file.name.ends_with(".html"), file.name.ends_with(".js")));
    Ok(hash::rename_all(files, reference))
}

/// After wasm-opt. What was once made of a module is kept under its hash.
fn optimised(tools: &Tools, module: &File) -> Result<Vec<u8>, Failure> {
    let hash = hash::of(&(PASSES, FEATURES, &module.content));
    let made = paths::optimised().join(format!("{}-{hash}.wasm", setup::BINARYEN));
    if !made.exists() {
        let (from, to) = (made.with_extension("from"), made.with_extension("unfinished"));
        files::write(&from, &module.content)?;
        let mut wasm_opt = tools.command(setup::wasm_opt()?);
        wasm_opt.args(PASSES).args(FEATURES).arg(&from).arg("-o").arg(&to);
        process::step(&format!("Making {} smaller", module.name), &mut wasm_opt)?;
        files::rename(&to, &made)?;
        files::remove(&from)?;
    }
    files::read(&made)
}

fn minified(tools: &Tools, script: &File) -> Result<Vec<u8>, Failure> {
    let (from, to) = (paths::optimised().join("from.js"), paths::optimised().join("to.js"));
    files::write(&from, &script.content)?;
    let mut esbuild = tools.command(setup::esbuild()?);
    esbuild.args(["--minify", "--log-level=warning"]).arg(&from);
    process::run(esbuild.arg(format!("--outfile={}", to.display())))?;
    files::read(&to)
}
