//! The files that belong to the project, as git sees them.

use std::path::{Path, PathBuf};
use std::process::Command;

/// One text file of the project.
#[derive(Debug, Clone)]
pub struct File {
    /// Path from the root, with `/` between its parts.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl File {
    /// A file that exists only in a test.
    pub fn sample(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether its name ends with `.` and `extension`.
    pub fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|e| e == extension)
    }

    /// Whether it is Rust that ships: the app or one of its crates, and no test of theirs.
    pub fn is_shipped_rust(&self) -> bool {
        let inside = self.path.starts_with("src/")
            || (self.path.starts_with("crates/") && self.path.contains("/src/"));
        self.is("rs")
            && inside
            && !self.path.contains("/tests/")
            && !self.path.ends_with("/tests.rs")
    }
}

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every text file that is tracked or would be at the next `git add`.
pub fn files() -> Vec<File> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files of the project");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout).unwrap();
    let files: Vec<File> = names.split_terminator('\0').filter_map(read).collect();
    assert!(files.len() > 10, "only {} files: is this the project?", files.len());
    files
}

/// The shipped Rust sources.
pub fn shipped_rust() -> Vec<File> {
    files().into_iter().filter(File::is_shipped_rust).collect()
}

fn read(path: &str) -> Option<File> {
    let text = std::fs::read_to_string(root().join(path)).ok()?;
    Some(File { path: path.to_owned(), text })
}

#[test]
fn tests_of_a_crate_are_not_shipped() {
    let shipped = |path| File::sample(path, "").is_shipped_rust();
    assert!(shipped("src/main.rs") && shipped("crates/demo/src/lib.rs"));
    assert!(!shipped("crates/demo/tests/api.rs") && !shipped("src/route/tests.rs"));
    assert!(!shipped("tests/lib.rs") && !shipped("src/notes.md"));
}
