//! Where tests find what was built and leave what they made.

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

/// The recorded conversations with MaxScales of these versions: those of the project, and those in
/// the folder that `MAXCONSOLE_RECORDINGS` names, in folders with the names of versions.
pub fn recordings(versions: &[&str]) -> Vec<PathBuf> {
    let ours = root().join("tests/recordings");
    let more = std::env::var_os("MAXCONSOLE_RECORDINGS").map(PathBuf::from);
    let files: Vec<PathBuf> =
        versions.iter().flat_map(|version| json_files(&ours.join(version))).collect();
    assert!(!files.is_empty(), "{} has no recording of {versions:?}", ours.display());
    let folders = more.iter().flat_map(|more| versions.iter().map(|version| more.join(version)));
    let added = folders.filter(|folder| folder.is_dir()).flat_map(|folder| json_files(&folder));
    files.into_iter().chain(added).collect()
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}
