//! Reads the bundle, from the program itself or from a directory.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use axum::body::Bytes;
use rust_embed::RustEmbed;

use crate::{Bundle, StartError};

/// What `cargo xtask` built before this crate was compiled; empty if it did not.
#[derive(RustEmbed)]
#[folder = "../../target/bundle"]
#[allow_missing = true]
struct Embedded;

/// The files as pairs of name and content.
pub(super) fn read(bundle: &Bundle) -> Result<Vec<(String, Bytes)>, StartError> {
    match bundle {
        Bundle::Embedded => Ok(embedded()),
        Bundle::Directory(path) => directory(path),
    }
}

/// Where the bundle lies, in words.
pub(super) fn place(bundle: &Bundle) -> String {
    match bundle {
        Bundle::Embedded => "the bundle inside this program".to_owned(),
        Bundle::Directory(path) => path.display().to_string(),
    }
}

fn embedded() -> Vec<(String, Bytes)> {
    let bytes = |data| match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    };
    let file =
        |name: Cow<'static, str>| Some((name.to_string(), bytes(Embedded::get(&name)?.data)));
    Embedded::iter().filter_map(file).collect()
}

/// The bundle is flat: directories in it are passed over.
fn directory(path: &Path) -> Result<Vec<(String, Bytes)>, StartError> {
    let unreadable = |error| StartError::file(path, error);
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if entry.path().is_file() {
            let body =
                fs::read(entry.path()).map_err(|error| StartError::file(&entry.path(), error))?;
            files.push((name, Bytes::from(body)));
        }
    }
    Ok(files)
}
