//! Names by content: browsers keep what has a name for a year.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::files::File;

/// The hash of a content.
pub fn of(content: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Names all but the page by their content. Each comes after those that it refers to: modules, the
/// bindings, the page; `reference` is how a file is referred to once it has its new name.
pub fn rename_all(files: Vec<File>, reference: impl Fn(&File) -> String) -> Vec<File> {
    let mut names: Vec<(String, String)> = Vec::new();
    let rename = |mut file: File| {
        names.iter().for_each(|(before, now)| file.replace_references(before, now));
        if !file.name.ends_with(".html") {
            let before = std::mem::take(&mut file.name);
            file.name = name(&before, &file.content);
            names.push((before, reference(&file)));
        }
        file
    };
    files.into_iter().map(rename).collect()
}

/// `charts.wasm` or `charts-HASH.wasm`, with the hash of this content.
fn name(name: &str, content: &[u8]) -> String {
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    let stem = stem.rsplit_once('-').map_or(stem, |(stem, _)| stem);
    format!("{stem}-{}.{ending}", of(&content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_gets_another_name() {
        let name = |content: &[u8]| name("charts-0123456789abcdef.wasm", content);
        assert!(name(b"a").starts_with("charts-"));
        assert!(name(b"a").ends_with(".wasm"));
        assert!(!name(b"a").contains("0123456789abcdef"));
        assert_ne!(name(b"a"), name(b"b"));
        assert_eq!(name(b"a"), super::name("charts.wasm", b"a"));
    }

    #[test]
    fn files_refer_to_the_new_names() {
        let file =
            |name: &str, content: &str| File { name: name.to_owned(), content: content.into() };
        let files = vec![
            file("charts.wasm", "module"),
            file("app.js", r#"["charts.wasm", "pie_charts.wasm"]"#),
            file("index.html", r#"<link href="./app.js">"#),
        ];
        let renamed =
            rename_all(files, |file| file.name.clone() + if file.is_module() { ".gz" } else { "" });
        let [module, bindings, page] = renamed.as_slice() else { panic!("three files") };
        assert_eq!(bindings.text(), format!(r#"["{}.gz", "pie_charts.wasm"]"#, module.name));
        assert_eq!(page.text(), format!(r#"<link href="./{}">"#, bindings.name));
        assert_eq!(page.name, "index.html");
    }
}
