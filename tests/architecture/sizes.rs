//! Rule: no file is over 500 lines.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};

const MOST: usize = 500;

#[test]
fn no_file_is_too_long() {
    let all = files();
    let measured = all.iter().filter(|file| file.is("rs") || file.is("css"));
    assert_kept("A file of more lines is two:", measured.filter_map(too_long).collect());
}

fn too_long(file: &File) -> Option<Finding> {
    let lines = file.text.lines().count();
    (lines > MOST).then(|| Finding::file(&file.path, format!("{lines} lines, over {MOST}")))
}

#[test]
fn a_file_that_is_too_long_is_found() {
    let found = |lines| too_long(&File::sample("a.rs", &"\n".repeat(lines)));
    assert_eq!(found(500), None);
    assert_eq!(found(501), Some(Finding::file("a.rs", "501 lines, over 500")));
}
