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

/// A recording's folder, or nothing where the recordings are absent.
pub fn recordings() -> Option<PathBuf> {
    let folder = root().join("../shared/recordings");
    folder.is_dir().then_some(folder)
}
