//! Makes `target/bundle`, the files that the program `maxconsole` serves.

use crate::failure::Failure;
use crate::files::File;
use crate::{compress, files, paths, process};

/// Writes these files, and a compressed `.br` and `.gz` beside each.
pub fn write(all: &[File]) -> Result<(), Failure> {
    process::timed("Compressing the bundle", || {
        files::create_directory(&paths::bundle())?;
        for file in all {
            write_forms(&file.name, &file.content)?;
        }
        let forms = |file: &File| ["", ".br", ".gz"].map(|form| format!("{}{form}", file.name));
        files::remove_others(&paths::bundle(), &all.iter().flat_map(forms).collect::<Vec<_>>())
    })
}

/// The plain form comes last: where it is there and right, so are the others.
fn write_forms(name: &str, content: &[u8]) -> Result<(), Failure> {
    let place = |suffix| paths::bundle().join(format!("{name}{suffix}"));
    if files::read(&place("")).is_ok_and(|old| old == content) {
        return Ok(());
    }
    files::write(&place(".br"), &compress::brotli(content)?)?;
    files::write(&place(".gz"), &compress::gzip(content)?)?;
    files::write(&place(""), content)
}
