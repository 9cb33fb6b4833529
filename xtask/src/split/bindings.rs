//! Puts the loader of the parts, assets/parts.js, into wasm-bindgen's bindings.
//!
//! The main module imports the loader from a script of its own, which would have to import the
//! bindings: two files that name each other, and a request more.

use serde_json::{Map, Value};

use crate::failure::Failure;

/// What the main module imports the loader from.
const LOADER: &str = "\"./__wasm_split.js\"";
/// The place in assets/parts.js for the files of the parts.
const PARTS: &str = "const PARTS = {};";

/// The bindings together with the loader. `parts` are the names of the parts, each with its file
/// and those of the chunks that it needs.
pub fn with_loader(
    bindings: &str,
    loader: &str,
    parts: Vec<(String, Vec<String>)>,
) -> Result<String, Failure> {
    if !loader.contains(PARTS) {
        return Err(Failure::new("assets/parts.js has no place for the names of files"));
    }
    let parts: Map<_, _> =
        parts.into_iter().map(|(part, files)| (part, Value::from(files))).collect();
    let loader = loader.replace(PARTS, &format!("const PARTS = {};", Value::from(parts)));
    Ok(format!("{loader}\n{}", importing(bindings)))
}

/// Lets the module import what is in the same file. There is a line for each part, all of them
/// about the same script.
fn importing(bindings: &str) -> String {
    let lines = bindings.lines().filter(|line| !line.contains(LOADER));
    let own = "import0,";
    let both = format!("{own}\n{LOADER}: loaders,");
    lines.collect::<Vec<_>>().join("\n").replacen(own, &both, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_takes_the_place_of_its_imports() {
        let bindings = r#"import * as import1 from "./__wasm_split.js"
import * as import2 from "./__wasm_split.js"
return {
"./app_bg.js": import0,
"./__wasm_split.js": import1,
"./__wasm_split.js": import2,
};"#;
        let expected = r#"return {
"./app_bg.js": import0,
"./__wasm_split.js": loaders,
};"#;
        assert_eq!(importing(bindings), expected);
    }

    #[test]
    fn the_loader_knows_the_files() {
        let files = ["charts.wasm", "early.bin"].map(str::to_owned);
        let parts = || vec![("charts".to_owned(), files.to_vec())];
        let filled = with_loader("", "const PARTS = {};", parts()).unwrap();
        assert_eq!(filled, "const PARTS = {\"charts\":[\"charts.wasm\",\"early.bin\"]};\n");
        assert!(with_loader("", "", parts()).is_err());
    }
}
