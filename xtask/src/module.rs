//! The app's WASM module as trunk made it, or made smaller by wasm-opt.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::setup::{self, Tools};
use crate::{files, order, places, process};

/// A module under the name it is to be served by.
pub struct Module {
    /// Trunk's name for it, by which the page asks for it.
    pub trunk_name: String,
    /// The name of the content below.
    pub name: String,
    /// The module.
    pub content: Vec<u8>,
}

impl Module {
    /// As trunk made it.
    pub fn plain() -> Result<Self, Failure> {
        let name = trunk_name()?;
        let content = files::read(&places::app().join(&name))?;
        Ok(Self { trunk_name: name.clone(), name, content })
    }

    /// As small as wasm-opt can.
    pub fn smaller(tools: &Tools) -> Result<Self, Failure> {
        let trunk_name = trunk_name()?;
        let content = files::read(&optimise(tools, &trunk_name)?)?;
        let name = hashed_name(&trunk_name, &content);
        Ok(Self { trunk_name, name, content })
    }
}

fn trunk_name() -> Result<String, Failure> {
    let names = files::names(&places::app())?;
    let module = names.into_iter().find(|name| name.ends_with("_bg.wasm"));
    module.ok_or_else(|| Failure::new("trunk made no WASM module"))
}

/// The module after wasm-opt. Its name holds a hash, so what was once made of it stays right.
fn optimise(tools: &Tools, module: &str) -> Result<PathBuf, Failure> {
    let made = places::optimised().join(format!("{}-ordered-{module}", setup::BINARYEN));
    if made.exists() {
        return Ok(made);
    }
    files::create_directory(&places::optimised())?;
    let unfinished = made.with_extension("unfinished");
    // Less in Brotli than with -Oz, though more when unpacked.
    let words = "Making the WASM module smaller (about half a minute)";
    wasm_opt(tools, "-Os", &places::app().join(module), &unfinished, words)?;
    files::write(&unfinished, &order::named(&files::read(&unfinished)?)?)?;
    let ordered = made.with_extension("ordered");
    let words = "Putting functions that are alike side by side";
    wasm_opt(tools, "--reorder-functions-by-name", &unfinished, &ordered, words)?;
    rename(&ordered, &made)?;
    Ok(made)
}

fn wasm_opt(tools: &Tools, pass: &str, from: &Path, to: &Path, words: &str) -> Result<(), Failure> {
    let mut wasm_opt = tools.command(setup::wasm_opt()?);
    wasm_opt.arg(pass).arg(from).arg("-o").arg(to);
    process::step(words, &mut wasm_opt)
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
