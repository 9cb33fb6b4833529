//! Makes `dist/`, the folder to copy into MaxScale's gui directory.
//!
//! MaxScale sends files as they are, so the modules are made as small as wasm-opt can and lie there
//! compressed as well; the page names the compressed form, and start.js falls back to the other.

use crate::failure::Failure;
use crate::files::File;
use crate::setup::{self, Tools};
use crate::{app, compress, files, module, paths};

/// Builds everything and writes the folder.
pub fn run() -> Result<(), Failure> {
    let tools = setup::for_app()?;
    app::build(&tools)?;
    write(&tools)?;
    println!("\n{} is ready to be copied into MaxScale's gui directory.", paths::dist().display());
    Ok(())
}

/// Writes the folder out of what trunk made.
pub fn write(tools: &Tools) -> Result<(), Failure> {
    let mut all = module::smaller(tools, |file| {
        if file.is_module() { compressed_name(file) } else { file.name.clone() }
    })?;
    let compressed = all.iter().filter(|file| file.is_module()).map(compressed);
    all.extend(compressed.collect::<Result<Vec<_>, _>>()?);
    let dist = paths::dist();
    files::create_directory(&dist)?;
    for file in &all {
        files::write(&dist.join(&file.name), &file.content)?;
    }
    files::remove_others(&dist, &all.into_iter().map(|file| file.name).collect::<Vec<_>>())
}

fn compressed(file: &File) -> Result<File, Failure> {
    Ok(File { name: compressed_name(file), content: compress::gzip(&file.content)? })
}

fn compressed_name(file: &File) -> String {
    format!("{}.gz", file.name)
}
