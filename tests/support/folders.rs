//! Where tests find what was built and leave what they made.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A folder under `target`, made when it is not there.
pub fn output(name: &str) -> PathBuf {
    let folder = root().join("target").join(name);
    std::fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    folder
}

/// The folder that `variable` names, or else `usual` under the root; it must be there.
pub fn built(variable: &str, usual: &str) -> PathBuf {
    let folder = std::env::var_os(variable).map_or_else(|| root().join(usual), PathBuf::from);
    let index = folder.join("index.html");
    assert!(index.is_file(), "{} is not there: build it, or set {variable}", index.display());
    folder
}

/// The recorded conversations with MaxScales of these versions: those of the project, and those that
/// are in the folder that `MAXCONSOLE_RECORDINGS` names, or in a folder in it.
pub fn recordings(versions: &[&str]) -> Vec<PathBuf> {
    let ours = root().join("tests/recordings");
    let more = std::env::var_os("MAXCONSOLE_RECORDINGS").map(PathBuf::from);
    let files: Vec<PathBuf> =
        versions.iter().flat_map(|version| json_files(&ours.join(version))).collect();
    assert!(!files.is_empty(), "{} has no recording of {versions:?}", ours.display());
    let added = more.iter().flat_map(|more| with_folders_in(more)).flat_map(|one| json_files(&one));
    let added = added.filter(|file| versions.iter().any(|version| is_of(file, version)));
    files.into_iter().chain(added).collect()
}

fn with_folders_in(folder: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = entries(folder).filter(|entry| entry.is_dir()).collect();
    folders.push(folder.to_owned());
    folders.sort();
    folders
}

/// Whether MaxScale said of itself that it is of that version.
fn is_of(file: &Path, version: &str) -> bool {
    let text = std::fs::read(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let document: Value =
        serde_json::from_slice(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    document["maxscale"].as_str().is_some_and(|release| release.starts_with(version))
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries.map(|entry| entry.unwrap().path())
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = entries(folder).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}
