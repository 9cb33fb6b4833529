//! Reading and writing of whole files and flat directories.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::at(path, &error))
}

/// Reads a text file.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::at(path, &error))
}

/// Writes a file, unless it has that content already: then its time stays what it was.
pub fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    if let Some(directory) = path.parent() {
        create_directory(directory)?;
    }
    fs::write(path, content).map_err(|error| Failure::at(path, &error))
}

/// Makes sure that a directory exists.
pub fn create_directory(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| Failure::at(path, &error))
}

/// The names of the files in a directory that holds nothing else, in order. Names that begin with
/// a dot are left out. MaxScale ends at a request for a directory, so there must be none.
pub fn names(directory: &Path) -> Result<Vec<String>, Failure> {
    let failure = |error| Failure::at(directory, &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(directory).map_err(failure)? {
        let entry = entry.map_err(failure)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            let place = directory.display();
            return Err(Failure::new(format!(
                "{place} must be flat, but it holds a directory: {name}"
            )));
        }
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Removes the files of a flat directory that are not in `wanted`.
pub fn remove_others(directory: &Path, wanted: &[String]) -> Result<(), Failure> {
    for name in names(directory)?.iter().filter(|name| !wanted.contains(name)) {
        let path = directory.join(name);
        fs::remove_file(&path).map_err(|error| Failure::at(&path, &error))?;
    }
    Ok(())
}
