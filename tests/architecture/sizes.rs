//! Rule: files stay small: median under 100 lines, 90 % under 250, none over 500.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};

const MEDIAN: usize = 100;
const NINE_OF_TEN: usize = 250;
const LARGEST: usize = 500;

#[test]
fn files_stay_small() {
    let measured = files().into_iter().filter(|file| file.is("rs") || file.is("css"));
    let sizes: Vec<(String, usize)> =
        measured.map(|file| (file.path.clone(), lines(&file))).collect();
    assert_kept("Files stay small:", too_large(sizes));
}

fn lines(file: &File) -> usize {
    file.text.lines().count()
}

fn too_large(mut sizes: Vec<(String, usize)>) -> Vec<Finding> {
    sizes.sort_by_key(|(_, lines)| *lines);
    let over = sizes.iter().filter(|(_, lines)| *lines > LARGEST);
    let mut findings: Vec<Finding> = over
        .map(|(path, lines)| Finding::file(path, format!("{lines} lines, over {LARGEST}")))
        .collect();
    let mut share = |name: &str, percent: usize, limit: usize| {
        let Some((path, lines)) = sizes.get(sizes.len() * percent / 100) else { return };
        if *lines >= limit {
            findings
                .push(Finding::file(path, format!("{name} is {lines} lines, not under {limit}")));
        }
    };
    share("the median", 50, MEDIAN);
    share("the ninth of ten", 90, NINE_OF_TEN);
    findings
}

#[cfg(test)]
fn found(sizes: &[usize]) -> Vec<String> {
    let named = sizes.iter().map(|lines| (format!("{lines}.rs"), *lines)).collect();
    too_large(named).into_iter().map(|finding| finding.to_string()).collect()
}

#[test]
fn large_files_are_found() {
    let giant_among_dwarfs = [[9; 11].as_slice(), &[501]].concat();
    assert_eq!(found(&giant_among_dwarfs), ["501.rs: 501 lines, over 500"]);
    assert_eq!(found(&[9, 100, 100]), ["100.rs: the median is 100 lines, not under 100"]);
    assert_eq!(
        found(&[9, 9, 9, 9, 9, 9, 9, 9, 249, 250]),
        ["250.rs: the ninth of ten is 250 lines, not under 250"]
    );
    assert_eq!(found(&[9, 9, 99, 249]), [""; 0]);
}
