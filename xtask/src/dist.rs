//! Makes `dist/`, the folder to copy into MaxScale's gui directory.
//!
//! MaxScale sends files as they are, so the module is made as small as wasm-opt can and lies there
//! compressed as well; the page names the compressed form, and start.js falls back to the other.

use crate::failure::Failure;
use crate::files::File;
use crate::module::{self, MODULE};
use crate::setup::{self, Tools};
use crate::{app, compress, files, places};

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
    let mut all = module::smaller(tools)?;
    let packed = all.iter().find(|file| file.name.ends_with(MODULE)).map(packed).transpose()?;
    if let Some((name, packed)) = packed {
        all.iter_mut().for_each(|file| file.ask_for(&name, &packed.name));
        all.push(packed);
    }
    let dist = places::dist();
    files::create_directory(&dist)?;
    for file in &all {
        files::write(&dist.join(&file.name), &file.content)?;
    }
    files::remove_others(&dist, &all.into_iter().map(|file| file.name).collect::<Vec<_>>())
}

/// The name of a file, and its compressed form.
fn packed(file: &File) -> Result<(String, File), Failure> {
    let content = compress::gzip(&file.content)?;
    Ok((file.name.clone(), File { name: format!("{}.gz", file.name), content }))
}
