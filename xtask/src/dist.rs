//! Makes `dist/`, the folder to copy into MaxScale's gui directory.
//!
//! MaxScale sends files as they are, so the module is made as small as wasm-opt can and lies there
//! compressed as well; the page names the compressed form, and start.js falls back to the other.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::failure::Failure;
use crate::setup::{self, Tools};
use crate::{app, compress, files, places, process};

const INDEX: &str = "index.html";

/// Builds everything and writes the folder.
pub fn run() -> Result<(), Failure> {
    let tools = setup::for_app()?;
    app::build(&tools)?;
    write(&tools)?;
    println!("\n{} is ready to be copied into MaxScale's gui directory.", places::dist().display());
    Ok(())
}

/// Writes the folder out of what trunk made.
pub fn write(tools: &Tools) -> Result<(), Failure> {
    let names = files::names(&places::app())?;
    let module = names.iter().find(|name| name.ends_with("_bg.wasm"));
    let module = module.ok_or_else(|| Failure::new("trunk made no WASM module"))?;
    let optimised = files::read(&optimise(tools, module)?)?;
    let new_name = hashed_name(module, &optimised);
    let packed_name = format!("{new_name}.gz");

    let dist = places::dist();
    files::create_directory(&dist)?;
    files::write(&dist.join(&new_name), &optimised)?;
    files::write(&dist.join(&packed_name), &compress::gzip(&optimised)?)?;
    for name in names.iter().filter(|name| ![module.as_str(), INDEX].contains(&name.as_str())) {
        files::write(&dist.join(name), &files::read(&places::app().join(name))?)?;
    }
    let page = files::read_text(&places::app().join(INDEX))?.replace(module, &packed_name);
    files::write(&dist.join(INDEX), page.as_bytes())?;

    let mut wanted = names.clone();
    wanted.retain(|name| name != module);
    wanted.extend([new_name, packed_name]);
    files::remove_others(&dist, &wanted)
}

/// The module after wasm-opt. Its name holds a hash, so what was once made of it stays right.
fn optimise(tools: &Tools, module: &str) -> Result<std::path::PathBuf, Failure> {
    let made = places::optimised().join(format!("{}-{module}", setup::BINARYEN));
    if made.exists() {
        return Ok(made);
    }
    files::create_directory(&places::optimised())?;
    let unfinished = made.with_extension("unfinished");
    let mut wasm_opt = tools.command(setup::wasm_opt()?);
    wasm_opt.arg("-Oz").arg(places::app().join(module)).arg("-o").arg(&unfinished);
    process::step("Making the WASM module smaller (about half a minute)", &mut wasm_opt)?;
    rename(&unfinished, &made)?;
    Ok(made)
}

fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::rename(from, to).map_err(|error| Failure::at(from, &error))
}

/// Trunk's name with the hash of the new content: browsers keep a name's content for a year.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
    format!("{stem}-{:016x}_bg.wasm", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_gets_another_name() {
        let name = |content: &[u8]| hashed_name("maxconsole-app-0123456789abcdef_bg.wasm", content);
        assert!(name(b"a").starts_with("maxconsole-app-"));
        assert!(!name(b"a").contains("0123456789abcdef"));
        assert_ne!(name(b"a"), name(b"b"));
        assert_eq!(name(b"a"), name(b"a"));
    }
}
