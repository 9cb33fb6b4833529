//! The files of the app as trunk made them, or with a smaller module.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::files::File;
use crate::setup::{self, Tools};
use crate::{files, order, places, process, short};

/// How the name of the module ends.
pub const MODULE: &str = "_bg.wasm";
/// How the name of its bindings begins.
const BINDINGS: &str = "maxconsole-app-";
/// Less in Brotli than with -Oz, though more when unpacked. Nothing has one of the lowest
/// addresses, because the stack ends there; the second word relies on that.
const PASSES: [&str; 2] = ["-O2", "--low-memory-unused"];

/// As trunk made them.
pub fn plain() -> Result<Vec<File>, Failure> {
    files::all(&places::app())
}

/// With the smallest module that we know to make.
pub fn smaller(tools: &Tools) -> Result<Vec<File>, Failure> {
    let mut files = plain()?;
    let module = taken(&mut files, |name| name.ends_with(MODULE))?;
    let bindings = taken(&mut files, |name| name.starts_with(BINDINGS))?;
    let (short_module, short_bindings) = short::named(&module.content, &bindings.text())?;
    let module_now = ordered(tools, &optimised(tools, &short_module)?)?;
    for (before, content) in [(module, module_now), (bindings, short_bindings.into_bytes())] {
        let now = File { name: hashed_name(&before.name, &content), content };
        files.iter_mut().for_each(|file| file.ask_for(&before.name, &now.name));
        files.push(now);
    }
    Ok(files)
}

fn taken(files: &mut Vec<File>, is_it: impl Fn(&str) -> bool) -> Result<File, Failure> {
    let at = files.iter().position(|file| is_it(&file.name));
    let at = at.ok_or_else(|| Failure::new("trunk made no WASM module, or no bindings to it"))?;
    Ok(files.remove(at))
}

/// After wasm-opt. What was once made of a module is kept under its hash.
fn optimised(tools: &Tools, module: &[u8]) -> Result<PathBuf, Failure> {
    let hash = hash(&(PASSES, module));
    let made = places::optimised().join(format!("{}-{hash}.wasm", setup::BINARYEN));
    if !made.exists() {
        let (from, to) = (made.with_extension("from"), made.with_extension("unfinished"));
        files::write(&from, module)?;
        wasm_opt(tools, &PASSES, &from, &to, "Making the WASM module smaller (half a minute)")?;
        files::rename(&to, &made)?;
        files::remove(&from)?;
    }
    Ok(made)
}

/// With functions that are alike side by side.
fn ordered(tools: &Tools, module: &Path) -> Result<Vec<u8>, Failure> {
    let (from, to) = (module.with_extension("named"), module.with_extension("ordered"));
    files::write(&from, &order::named(&files::read(module)?)?)?;
    let words = "Putting functions that are alike side by side";
    wasm_opt(tools, &["--reorder-functions-by-name"], &from, &to, words)?;
    let content = files::read(&to)?;
    files::remove(&from)?;
    files::remove(&to)?;
    Ok(content)
}

fn wasm_opt(
    tools: &Tools,
    passes: &[&str],
    from: &Path,
    to: &Path,
    words: &str,
) -> Result<(), Failure> {
    let mut wasm_opt = tools.command(setup::wasm_opt()?);
    wasm_opt.args(passes).arg(from).arg("-o").arg(to);
    process::step(words, &mut wasm_opt)
}

/// Trunk's name with the hash of the new content: browsers keep a name's content for a year.
fn hashed_name(name: &str, content: &[u8]) -> String {
    let end = if name.ends_with(MODULE) { MODULE } else { ".js" };
    let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
    format!("{stem}-{}{end}", hash(&content))
}

fn hash(content: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_gets_another_name() {
        let name = |content: &[u8]| hashed_name("maxconsole-app-0123456789abcdef_bg.wasm", content);
        assert!(name(b"a").starts_with("maxconsole-app-"));
        assert!(name(b"a").ends_with("_bg.wasm"));
        assert!(!name(b"a").contains("0123456789abcdef"));
        assert_ne!(name(b"a"), name(b"b"));
        assert_eq!(name(b"a"), name(b"a"));
    }
}
