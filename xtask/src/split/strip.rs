//! Takes the custom sections out of a module: names and what debuggers read.

use crate::failure::Failure;

/// The length of what every module begins with.
const HEADER: usize = 8;
/// The kind of a custom section.
const CUSTOM: u8 = 0;

/// The module without its custom sections.
pub fn strip(module: &[u8]) -> Result<Vec<u8>, Failure> {
    let cut_off = || Failure::new("a part of the module is cut off");
    let (header, mut rest) = module.split_at_checked(HEADER).ok_or_else(cut_off)?;
    let mut stripped = header.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let length = section_length(after).ok_or_else(cut_off)?;
        let (section, following) = rest.split_at_checked(1 + length).ok_or_else(cut_off)?;
        if *kind != CUSTOM {
            stripped.extend_from_slice(section);
        }
        rest = following;
    }
    Ok(stripped)
}

/// The length of a section with the number in front that tells it: seven bits a byte, the lowest
/// first, and the eighth bit for more to come.
fn section_length(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().position(|byte| byte & 0x80 == 0)?;
    let number = bytes.get(..=end)?.iter().rev();
    let length = number.fold(0, |length: usize, byte| length << 7 | usize::from(byte & 0x7f));
    length.checked_add(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_others_stay() {
        let header = b"\0asm\x01\0\0\0";
        let (custom, types) = ([&[0, 0x81, 1], [7; 129].as_slice()].concat(), [1, 2, 9, 9]);
        let module = [header, custom.as_slice(), &types, &custom].concat();
        assert_eq!(strip(&module).unwrap(), [header.as_slice(), &types].concat());
        assert!(strip(b"\0asm\x01\0\0\0\x01\x09short").is_err());
    }
}
