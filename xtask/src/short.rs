//! Gives short names to what the module and its bindings call each other by.
//!
//! wasm-bindgen ends each of these names with a hash, which stands in both files and which nothing
//! compresses: a fiftieth of all that is loaded.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Parser};

use crate::failure::Failure;

/// Exports of leptos' streams of bodies, for forms that a server renders: nobody calls them here,
/// and what they call can go with them.
const NOT_CALLED: &str = "intounderlying";

/// The module and its bindings, with short names for what the module imports.
pub fn named(module: &[u8], bindings: &str) -> Result<(Vec<u8>, String), Failure> {
    let mut shortener = Shortener::default();
    let mut short = Module::new();
    let read = |error| Failure::new(format!("trunk's module cannot be read: {error}"));
    wasm_encoder::reencode::utils::parse_core_module(
        &mut shortener,
        &mut short,
        Parser::new(0),
        module,
    )
    .map_err(read)?;
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

    fn parse_import(
        &mut self,
        imports: &mut ImportSection,
        import: Import<'_>,
    ) -> Result<(), Error<Infallible>> {
        let kind = self.entity_type(import.ty)?;
        imports.import(import.module, &self.short(import.name), kind);
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        if export.name.contains(NOT_CALLED) {
            return Ok(());
        }
        RoundtripReencoder.parse_export(exports, export)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
