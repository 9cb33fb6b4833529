//! What rustup adds to the Rust that is installed.

use std::process::Command;

use crate::failure::Failure;
use crate::process;

/// Adds a `component` or a `target` of this name.
pub fn add(kind: &str, name: &str) -> Result<(), Failure> {
    if process::find("rustup").is_none() {
        return Err(Failure::new(missing(kind, name)));
    }
    let words = format!("Adding {name} by rustup");
    process::step(&words, Command::new("rustup").args([kind, "add", name])).map_err(|failure| {
        Failure::new(format!("{failure}\nTry it by hand: rustup {kind} add {name}"))
    })
}

fn missing(kind: &str, name: &str) -> String {
    format!(
        "Rust's {kind} {name} is missing, and so is rustup, which adds it. Install rustup \
         (https://rustup.rs), open a new terminal and type: rustup {kind} add {name}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_rustup_the_message_says_what_to_type() {
        let message = missing("target", "wasm32-unknown-unknown");
        assert!(message.ends_with("type: rustup target add wasm32-unknown-unknown"), "{message}");
        assert!(message.contains("https://rustup.rs"), "{message}");
    }
}
