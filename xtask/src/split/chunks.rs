//! One file for the many small modules that several parts share.

use crate::failure::Failure;

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
}
