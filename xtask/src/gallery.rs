//! Builds the console with its page of components, `#/ui`, and sees to it that nobody else gets it.

use crate::failure::Failure;
use crate::setup::{self, Tools};
use crate::{app, files, paths};

/// A text that only the page of components holds.
const MARKER: &str = "Every component, in every state.";

/// Builds it, and says how to look at it.
pub fn run() -> Result<(), Failure> {
    let tools = setup::for_app()?;
    app::build(&tools)?;
    build(&tools)?;
    println!("\nTo look at it, then open #/ui:");
    println!("  cargo run -p maxconsole -- demo --bundle {}", paths::gallery().display());
    Ok(())
}

/// Writes `target/gallery`; `target/app` has been written before.
pub fn build(tools: &Tools) -> Result<(), Failure> {
    app::build_gallery(tools)?;
    match (has_page(&paths::app())?, has_page(&paths::gallery())?) {
        (false, true) => Ok(()),
        (true, _) => Err(Failure::new("the app holds the page of components")),
        (_, false) => Err(Failure::new("the page of components is not in target/gallery")),
    }
}

fn has_page(bundle: &std::path::Path) -> Result<bool, Failure> {
    let files = files::all(bundle)?;
    Ok(files.iter().any(|file| file.is_module() && holds(&file.content, MARKER)))
}

fn holds(content: &[u8], text: &str) -> bool {
    content.windows(text.len()).any(|part| part == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_found_among_other_bytes() {
        assert!(holds(b"\0asm\x01 in every state.\xff", "in every state."));
        assert!(!holds(b"\0asm in every", "in every state."));
    }
}
