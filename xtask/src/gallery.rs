//! Builds the console with its page of components, `#/ui`, and sees to it that nobody else gets it.

use crate::failure::Failure;
use crate::setup::{self, Tools};
use crate::{app, files, places};

/// Words of the page: where they are, it is.
const ITS_WORDS: &str = "Every component, in every state.";

/// Builds it, and says how to look at it.
pub fn run() -> Result<(), Failure> {
    let tools = setup::for_app()?;
    app::build(&tools)?;
    build(&tools)?;
    println!("\nTo look at it, then open #/ui:");
    println!("  cargo run -p maxconsole -- demo --bundle {}", places::gallery().display());
    Ok(())
}

/// Writes `target/gallery`; `target/app` has been written before.
pub fn build(tools: &Tools) -> Result<(), Failure> {
    app::build_gallery(tools)?;
    match (has_page(&places::app())?, has_page(&places::gallery())?) {
        (false, true) => Ok(()),
        (true, _) => Err(Failure::new("the app holds the page of components")),
        (_, false) => Err(Failure::new("the page of components is not in target/gallery")),
    }
}

fn has_page(bundle: &std::path::Path) -> Result<bool, Failure> {
    let files = files::all(bundle)?;
    Ok(files.iter().any(|file| file.is_module() && holds(&file.content, ITS_WORDS)))
}

fn holds(content: &[u8], words: &str) -> bool {
    content.windows(words.len()).any(|part| part == words.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_among_other_bytes() {
        assert!(holds(b"\0asm\x01 in every state.\xff", "in every state."));
        assert!(!holds(b"\0asm in every", "in every state."));
    }
}
