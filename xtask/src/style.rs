//! Puts the style sheets that style/main.css names into one file.

use std::path::Path;

use crate::failure::Failure;
use crate::{files, paths};

/// Writes the one file. `style/main.css` holds nothing but comments and lines such as
/// `@import "tokens.css";`, in the order in which the sheets count.
pub fn join() -> Result<(), Failure> {
    let directory = paths::root().join("style");
    let list = files::read_text(&directory.join("main.css"))?;
    let sheets: Result<String, Failure> =
        imported(&list).map(|name| sheet(&directory, name)).collect();
    files::write(&paths::console_css(), sheets?.as_bytes())
}

fn imported(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter_map(|line| line.trim().strip_prefix("@import")?.split(['"', '\'']).nth(1))
}

fn sheet(directory: &Path, name: &str) -> Result<String, Failure> {
    Ok(format!("{}\n", files::read_text(&directory.join(name))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_come_in_the_order_of_their_lines() {
        let list = "/* order counts */\n@import \"tokens.css\";\n  @import 'base.css';\n";
        assert_eq!(imported(list).collect::<Vec<_>>(), ["tokens.css", "base.css"]);
    }
}
