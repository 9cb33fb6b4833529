//! Makes `target/bundle`, the files that the program `maxconsole` serves.

use crate::failure::Failure;
use crate::{compress, files, places, process};

/// Copies what trunk made and puts a compressed `.br` and `.gz` beside each file.
pub fn write() -> Result<(), Failure> {
    process::timed("Compressing the bundle", || {
        files::create_directory(&places::bundle())?;
        let names = files::names(&places::app())?;
        for name in &names {
            write_forms(name)?;
        }
        let forms = |name: &String| [name.clone(), format!("{name}.br"), format!("{name}.gz")];
        files::remove_others(&places::bundle(), &names.iter().flat_map(forms).collect::<Vec<_>>())
    })
}

/// The plain form comes last: where it is there and right, so are the others.
fn write_forms(name: &str) -> Result<(), Failure> {
    let place = |suffix| places::bundle().join(format!("{name}{suffix}"));
    let content = files::read(&places::app().join(name))?;
    if files::read(&place("")).is_ok_and(|old| old == content) {
        return Ok(());
    }
    files::write(&place(".br"), &compress::brotli(&content)?)?;
    files::write(&place(".gz"), &compress::gzip(&content)?)?;
    files::write(&place(""), &content)
}
