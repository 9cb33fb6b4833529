//! Reading and writing of whole files and flat directories.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// A file of the app, by its name in a flat directory.
pub struct File {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub content: Vec<u8>,
}

impl File {
    /// Its content as text; what is no text in it is lost.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }

    /// Lets a page or a script refer to another file than before.
    pub fn replace_references(&mut self, before: &str, now: &str) {
        if self.name.ends_with(".html") || self.name.ends_with(".js") {
            let edges = ['"', '/'].map(|edge| [edge.to_string() + before, edge.to_string() + now]);
            let text =
                edges.iter().fold(self.text(), |text, [before, now]| text.replace(before, now));
            self.content = text.into_bytes();
        }
    }

    /// Whether it is code that start.js can unpack.
    pub fn is_module(&self) -> bool {
        self.name.ends_with(".wasm") || self.name.ends_with(".bin")
    }
}

/// The files of a flat directory, in the order of their names.
pub fn all(directory: &Path) -> Result<Vec<File>, Failure> {
    names(directory)?.iter().map(|name| read_file(directory, name)).collect()
}

/// One file of a flat directory.
pub fn read_file(directory: &Path, name: &str) -> Result<File, Failure> {
    Ok(File { name: name.to_owned(), content: read(&directory.join(name))? })
}

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

/// Gives a file another name, which takes the place of what had it.
pub fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(|error| Failure::at(from, &error))
}

/// Makes sure that a directory exists and is empty.
pub fn empty_directory(path: &Path) -> Result<(), Failure> {
    create_directory(path)?;
    remove_others(path, &[])
}

/// Removes a file.
pub fn remove(path: &Path) -> Result<(), Failure> {
    fs::remove_file(path).map_err(|error| Failure::at(path, &error))
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
        remove(&directory.join(name))?;
    }
    Ok(())
}
