//! Makes `target/bundle`, the files that the program `maxconsole` serves.

use crate::failure::Failure;
use crate::module::Module;
use crate::{compress, files, places, process};

/// Copies what trunk made, with this module, and puts a compressed `.br` and `.gz` beside each
/// file.
pub fn write(module: &Module) -> Result<(), Failure> {
    process::timed("Compressing the bundle", || {
        files::create_directory(&places::bundle())?;
        let mut names = files::names(&places::app())?;
        names.retain(|name| *name != module.trunk_name);
        for name in &names {
            let content = files::read(&places::app().join(name))?;
            write_forms(name, &named(module, name, content))?;
        }
        write_forms(&module.name, &module.content)?;
        names.push(module.name.clone());
        let forms = |name: &String| [name.clone(), format!("{name}.br"), format!("{name}.gz")];
        files::remove_others(&places::bundle(), &names.iter().flat_map(forms).collect::<Vec<_>>())
    })
}

/// The page asks for the module by the name it has here.
fn named(module: &Module, name: &str, content: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(content) {
        Ok(text) if name.ends_with(".html") => {
            text.replace(&module.trunk_name, &module.name).into_bytes()
        }
        Ok(text) => text.into_bytes(),
        Err(not_text) => not_text.into_bytes(),
    }
}

/// The plain form comes last: where it is there and right, so are the others.
fn write_forms(name: &str, content: &[u8]) -> Result<(), Failure> {
    let place = |suffix| places::bundle().join(format!("{name}{suffix}"));
    if files::read(&place("")).is_ok_and(|old| old == content) {
        return Ok(());
    }
    files::write(&place(".br"), &compress::brotli(content)?)?;
    files::write(&place(".gz"), &compress::gzip(content)?)?;
    files::write(&place(""), content)
}
