//! Puts the loader of the parts, assets/parts.js, into wasm-bindgen's bindings.
//!
//! The main module imports the loader from a script of its own, which would have to import the
//! bindings: two files that name each other, and a request more.

use serde_json::{Map, Value};

use crate::failure::Failure;

/// What the main module imports the loader from.
const LOADER: &str = "\"./__wasm_split.js\"";
/// The places in assets/parts.js for the files of the parts, and of what they share.
const PARTS: &str = "const PARTS = {};";
const CHUNKS: &str = "const CHUNKS = \"\";";

/// The bindings together with the loader. `parts` are the names of the parts and of their files.
pub fn with_loader(
    bindings: &str,
    loader: &str,
    parts: &[(String, String)],
    chunks: Option<&str>,
) -> Result<String, Failure> {
    if !loader.contains(PARTS) || !loader.contains(CHUNKS) {
        return Err(Failure::new("assets/parts.js has no place for the names of files"));
    }
    let parts: Map<_, _> =
        parts.iter().map(|(part, file)| (part.clone(), Value::from(file.as_str()))).collect();
    let loader = loader
        .replace(PARTS, &format!("const PARTS = {};", Value::from(parts)))
        .replace(CHUNKS, &format!("const CHUNKS = {};", Value::from(chunks.unwrap_or_default())));
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
        let parts = [("charts".to_owned(), "charts.wasm".to_owned())];
        let loader = "const PARTS = {};\nconst CHUNKS = \"\";";
        let filled = with_loader("", loader, &parts, Some("chunks.bin")).unwrap();
        assert_eq!(
            filled,
            "const PARTS = {\"charts\":\"charts.wasm\"};\nconst CHUNKS = \"chunks.bin\";\n"
        );
        assert!(with_loader("", "", &parts, None).is_err());
    }
}
