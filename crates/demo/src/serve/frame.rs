//! WebSocket frames as MaxScale writes them (RFC 6455, 5.2): whole texts, and the end.

/// The frame that ends a WebSocket.
pub const CLOSE: [u8; 2] = [0x88, 0];

/// A text in a frame of its own.
#[must_use]
pub fn text(content: &str) -> Vec<u8> {
    let length = content.len() as u64;
    let mut frame = vec![0x81];
    match length {
        0..126 => frame.push(length as u8),
        126..65_535 => {
            frame.push(126);
            frame.extend((length as u16).to_be_bytes());
        }
        _ => {
            frame.push(127);
            frame.extend(length.to_be_bytes());
        }
    }
    frame.extend(content.as_bytes());
    frame
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn the_length_takes_as_many_bytes_as_it_needs() {
        let head = |length: usize| {
            let frame = text(&"x".repeat(length));
            frame.iter().copied().take(frame.len() - length).collect::<Vec<u8>>()
        };
        assert_eq!(head(125), [0x81, 125]);
        assert_eq!(head(126), [0x81, 126, 0, 126]);
        assert_eq!(head(70_000), [0x81, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70]);
    }
}
