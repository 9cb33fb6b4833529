//! Makes parts of the app's module, which the browser loads when it first needs them.
//!
//! Trunk calls this after each build: it knows nothing of parts, and what wasm-bindgen makes of the
//! whole module cannot be loaded. wasm-split-cli takes the functions marked by `lazy!` out of the
//! module; wasm-bindgen is for the main module only.

mod bindings;
mod chunks;
mod strip;

use std::collections::BTreeMap;
use std::env;
use std::path::Path;

use self::chunks::{ChunkFile, Needs};
use crate::failure::Failure;
use crate::files::File;
use crate::setup::{self, Tools};
use crate::{files, hash, paths, process};

/// The loader that wasm-split-cli writes, of which only what it says of chunks is used.
const LOADER: &str = "__wasm_split.js";
/// wasm-split-cli's name of the main module, and wasm-bindgen's of its bindings.
const MAIN: &str = "maxconsole";
/// How trunk begins the names of what is replaced.
const OF_TRUNK: &str = "maxconsole-app-";
const PAGE: &str = "index.html";

/// Puts main module, bindings and parts in the place of what trunk made.
pub fn run() -> Result<(), Failure> {
    let (Some(staging), Some(profile)) =
        (env::var_os("TRUNK_STAGING_DIR"), env::var("TRUNK_PROFILE").ok())
    else {
        return Err(Failure::new("`trunk build` calls this, with its folder in TRUNK_STAGING_DIR"));
    };
    let profile = if profile == "release" { "wasm-release" } else { "wasm-dev" };
    let tools = setup::for_app()?;
    process::timed("Splitting the module", || {
        replace(Path::new(&staging), split(&tools, &paths::compiled_app(profile))?)
    })
}

/// What a module becomes, without hashes in the names: the main module, the parts and chunks, and
/// the bindings as the last.
fn split(tools: &Tools, module: &Path) -> Result<Vec<File>, Failure> {
    let (pieces, bound) = (paths::split().join("pieces"), paths::split().join("bound"));
    files::empty_directory(&pieces)?;
    files::empty_directory(&bound)?;
    let mut split = tools.command("wasm-split-cli");
    split.args(["--target", "web", "--out-name", MAIN]).args([module, &pieces]);
    process::run(&mut split)?;
    let mut bind = tools.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--out-name", MAIN, "--keep-lld-exports"]);
    bind.args(["--no-demangle", "--remove-name-section", "--remove-producers-section"]);
    bind.arg("--out-dir").args([&bound, &pieces.join(MAIN).with_extension("wasm")]);
    process::run(&mut bind)?;

    let mut made = vec![File {
        name: format!("{MAIN}.wasm"),
        content: files::read(&bound.join(format!("{MAIN}_bg.wasm")))?,
    }];
    let needs = Needs::read(&files::read_text(&pieces.join(LOADER))?);
    let mut parts = Vec::new();
    let mut chunks: BTreeMap<ChunkFile, Vec<Vec<u8>>> = BTreeMap::new();
    for piece in files::all(&pieces)? {
        let part = piece.name.strip_prefix("split_").and_then(|name| name.strip_suffix(".wasm"));
        if let Some(part) = part {
            let chunks = needs.files_for(part).into_iter().map(|file| file.name().to_owned());
            let needed = std::iter::once(format!("{part}.wasm")).chain(chunks).collect();
            parts.push((part.to_owned(), needed));
            made.push(File {
                name: format!("{part}.wasm"),
                content: strip::strip(&piece.content)?,
            });
        } else if let Some(chunk) = piece.name.strip_suffix(".wasm")
            && chunk.starts_with("chunk_")
        {
            chunks.entry(needs.file_of(chunk)).or_default().push(strip::strip(&piece.content)?);
        }
    }
    for (file, modules) in chunks {
        let content = chunks::join(modules.iter().map(Vec::as_slice))?;
        made.push(File { name: file.name().to_owned(), content });
    }
    let bindings = bindings::with_loader(
        &files::read_text(&bound.join(MAIN).with_extension("js"))?,
        &files::read_text(&paths::root().join("assets/parts.js"))?,
        parts,
    )?;
    made.push(File { name: format!("{MAIN}.js"), content: bindings.into_bytes() });
    Ok(made)
}

/// Writes the files under names by their content, and lets the page ask for those.
fn replace(staging: &Path, mut made: Vec<File>) -> Result<(), Failure> {
    let mut page = files::read_file(staging, PAGE)?;
    for name in files::names(staging)?.iter().filter(|name| name.starts_with(OF_TRUNK)) {
        let ending = if name.ends_with(".js") { "js" } else { "wasm" };
        page.replace_references(name, &format!("{MAIN}.{ending}"));
        files::remove(&staging.join(name))?;
    }
    made.push(page);
    for file in hash::rename_all(made, |file| file.name.clone()) {
        files::write(&staging.join(&file.name), &file.content)?;
    }
    Ok(())
}
