//! Gives short names to what the module and its bindings call each other by.
//!
//! wasm-bindgen ends each of these names with a hash, which stands in both files and which nothing
//! compresses: a fiftieth of all that is loaded.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser};

use crate::failure::Failure;

/// The module and its bindings, with short names for what the module imports.
pub fn named(module: &[u8], bindings: &str) -> Result<(Vec<u8>, String), Failure> {
    let mut shortener = Shortener::default();
    let mut short = Module::new();
    let read = |error| Failure::new(format!("trunk's module cannot be read: {error}"));
    utils::parse_core_module(&mut shortener, &mut short, Parser::new(0), module).map_err(read)?;
    Ok((short.finish(), shortener.in_bindings(bindings)))
}

/// The names given so far.
#[derive(Default)]
struct Shortener(HashMap<String, String>);

impl Shortener {
    fn short(&mut self, name: &str) -> String {
        let next = format!("${}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    /// Names are whole words of the bindings: other words stay as they are.
    fn in_bindings(&self, bindings: &str) -> String {
        let is_edge = |c: char| !(c.is_alphanumeric() || c == '_' || c == '$');
        let words = bindings.split_inclusive(is_edge).map(|word| {
            let name = word.trim_end_matches(is_edge);
            self.0.get(name).map_or(word.to_owned(), |short| word.replacen(name, short, 1))
        });
        words.collect()
    }
}

impl Reencode for Shortener {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let kind = self.entity_type(import.ty)?;
            imports.import(import.module, &self.short(import.name), kind);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, MemoryType};

    use super::*;

    #[test]
    fn module_and_bindings_keep_together() {
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let mut imports = ImportSection::new();
        imports.import("./app_bg.js", "__wbg_get_1234", EntityType::Memory(memory));
        let mut module = Module::new();
        module.section(&imports);
        let bindings = "{\"./app_bg.js\":{__wbg_get_1234:memory}}";
        let (module, bindings) = named(&module.finish(), bindings).unwrap();
        assert_eq!(bindings, "{\"./app_bg.js\":{$0:memory}}");
        let names = |name: &[u8]| module.windows(name.len()).any(|part| part == name);
        assert!(names(b"./app_bg.js\x02$0\x02"));
        assert!(!names(b"__wbg"));
    }

    #[test]
    fn only_whole_words_that_are_names_become_short() {
        let mut shortener = Shortener::default();
        shortener.short("__wbg_get_1234");
        let bindings = "{__wbg_get_1234:function(e){return __wbg_get_12345(e)}}";
        let short = "{$0:function(e){return __wbg_get_12345(e)}}";
        assert_eq!(shortener.in_bindings(bindings), short);
    }

    #[test]
    fn a_name_stays_what_it_became() {
        let mut shortener = Shortener::default();
        let first = shortener.short("a");
        assert_ne!(shortener.short("b"), first);
        assert_eq!(shortener.short("a"), first);
    }
}
