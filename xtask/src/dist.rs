//! Makes `dist/`, the folder to copy into MaxScale's gui directory.
//!
//! MaxScale sends files as they are, so the module is made as small as wasm-opt can and lies there
//! compressed as well; the page names the compressed form, and start.js falls back to the other.

use crate::failure::Failure;
use crate::module::Module;
use crate::setup::{self, Tools};
use crate::{app, compress, files, places};

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
    let module = Module::smaller(tools)?;
    let packed_name = format!("{}.gz", module.name);

    let dist = places::dist();
    files::create_directory(&dist)?;
    files::write(&dist.join(&module.name), &module.content)?;
    files::write(&dist.join(&packed_name), &compress::gzip(&module.content)?)?;
    let mut names = files::names(&places::app())?;
    names.retain(|name| *name != module.trunk_name);
    for name in names.iter().filter(|name| *name != INDEX) {
        files::write(&dist.join(name), &files::read(&places::app().join(name))?)?;
    }
    let page = files::read_text(&places::app().join(INDEX))?;
    let page = page.replace(&module.trunk_name, &packed_name);
    files::write(&dist.join(INDEX), page.as_bytes())?;

    names.extend([module.name, packed_name]);
    files::remove_others(&dist, &names)
}
