//! Puts functions that are alike side by side, so that Brotli finds what they share.
//!
//! On this app that is a thirtieth of what is loaded: the same code is compiled for many types.

use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{BinaryReaderError, Parser, Payload, TypeRef};

use crate::failure::Failure;

/// The functions of a module.
#[derive(Default)]
struct Functions<'a> {
    imported: u32,
    types: Vec<u32>,
    bodies: Vec<&'a [u8]>,
}

/// The module with a name for each of its functions; in the order of the names those with equal
/// types are together, and those that begin alike.
pub fn named(module: &[u8]) -> Result<Vec<u8>, Failure> {
    let functions = Functions::read(module)
        .map_err(|error| Failure::new(format!("trunk's module cannot be read: {error}")))?;
    let mut names = NameSection::new();
    names.functions(&functions.names());
    let mut named = module.to_vec();
    names.append_to(&mut named);
    Ok(named)
}

impl<'a> Functions<'a> {
    fn read(module: &'a [u8]) -> Result<Self, BinaryReaderError> {
        let mut functions = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let is_function = matches!(import?.ty, TypeRef::Func(_));
                        functions.imported += u32::from(is_function);
                    }
                }
                Payload::FunctionSection(section) => {
                    functions.types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(functions)
    }

    fn names(&self) -> NameMap {
        let mut order: Vec<_> = self.types.iter().zip(&self.bodies).zip(self.imported..).collect();
        order.sort();
        let mut places: Vec<(u32, usize)> =
            order.iter().enumerate().map(|(place, (_, index))| (*index, place)).collect();
        places.sort_unstable();
        let mut names = NameMap::new();
        for (index, place) in places {
            names.append(index, &format!("{place:06}"));
        }
        names
    }
}
