//! The many small modules that several parts share, in few files.

use std::collections::{BTreeMap, BTreeSet};

use crate::failure::Failure;

/// The parts that a usual start loads. What none of them needs is in a file of its own.
const AT_START: [&str; 4] = ["sign_in", "shell", "dashboard", "charts"];

/// The files of chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChunkFile {
    /// What is needed at the start, and later too.
    Early,
    /// What is needed later only.
    Late,
}

impl ChunkFile {
    pub fn name(self) -> &'static str {
        match self {
            Self::Early => "early.bin",
            Self::Late => "late.bin",
        }
    }
}

/// Which part needs which chunks.
pub struct Needs(BTreeMap<String, BTreeSet<String>>);

impl Needs {
    /// Reads them from the loader that wasm-split-cli writes:
    /// `export const __wasm_split_load_search = …, [__chunk_16, __chunk_18]));`.
    pub fn read(loader: &str) -> Self {
        let parts = loader.split("export const __wasm_split_load_").skip(1);
        let part = |text: &str| {
            let (name, rest) = text.split_once(" = ")?;
            let (_, list) = rest.split_once(", [")?;
            let (list, _) = list.split_once(']')?;
            let chunks = list.split(", ").filter_map(|chunk| chunk.strip_prefix("__"));
            Some((name.to_owned(), chunks.map(str::to_owned).collect()))
        };
        Self(parts.filter_map(part).collect())
    }

    /// Where a chunk is, by its name: `chunk_16`.
    pub fn file_of(&self, chunk: &str) -> ChunkFile {
        let needs = |part: &&str| self.0.get(*part).is_some_and(|chunks| chunks.contains(chunk));
        if AT_START.iter().any(needs) { ChunkFile::Early } else { ChunkFile::Late }
    }

    /// The files of the chunks that a part needs.
    pub fn files_for(&self, part: &str) -> BTreeSet<ChunkFile> {
        let chunks = self.0.get(part).into_iter().flatten();
        chunks.map(|chunk| self.file_of(chunk)).collect()
    }
}

/// The modules one behind the other: for each its length, then itself.
pub fn join<'a>(modules: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, Failure> {
    let mut joined = Vec::new();
    for module in modules {
        let length = u32::try_from(module.len());
        let length = length.map_err(|_| Failure::new("a chunk is larger than 4 GB"))?;
        joined.extend_from_slice(&length.to_le_bytes());
        joined.extend_from_slice(module);
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_module_follows_its_length() {
        let modules: [&[u8]; 2] = [b"a", b"bc"];
        assert_eq!(join(modules).unwrap(), b"\x01\0\0\0a\x02\0\0\0bc");
    }

    #[test]
    fn chunks_that_no_start_needs_come_late() {
        let needs = Needs::read(
            "const __chunk_1 = makeLoad(() => {}, []);
             export const __wasm_split_load_shell = wrapAsyncCb(makeLoad(() => {
                 const src = fetch(new URL(\"./split_shell.wasm\", import.meta.url));
             }
             , [__chunk_1, __chunk_2]));
             export const __wasm_split_load_search = wrapAsyncCb(makeLoad(() => {
             }
             , [__chunk_2, __chunk_31]));
             export const __wasm_split_load_alone = wrapAsyncCb(makeLoad(() => {
             }
             , []));",
        );
        let early = BTreeSet::from([ChunkFile::Early]);
        assert_eq!(needs.files_for("shell"), early);
        assert_eq!(needs.files_for("search"), BTreeSet::from([ChunkFile::Early, ChunkFile::Late]));
        assert_eq!(needs.files_for("alone"), BTreeSet::new());
        assert_eq!(
            (needs.file_of("chunk_2"), needs.file_of("chunk_3")),
            (ChunkFile::Early, ChunkFile::Late)
        );
    }
}
