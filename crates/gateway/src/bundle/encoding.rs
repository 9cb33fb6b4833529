//! The compressed forms a file may come in.

use http::HeaderValue;

/// How a sibling of a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    pub(super) const BEST_FIRST: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Its word in `Accept-Encoding` and `Content-Encoding`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The end of the sibling's name.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// Whether a browser that sent these `Accept-Encoding` headers takes it.
    pub(super) fn is_accepted_by<'h>(self, headers: impl Iterator<Item = &'h HeaderValue>) -> bool {
        headers.filter_map(|header| header.to_str().ok()).flat_map(|list| list.split(',')).any(
            |item| {
                let mut parts = item.split(';').map(str::trim);
                let named = parts.next().is_some_and(|word| word.eq_ignore_ascii_case(self.word()));
                named && !parts.any(is_zero_weight)
            },
        )
    }
}

fn is_zero_weight(parameter: &str) -> bool {
    let weight = parameter.split_once('=').filter(|(key, _)| key.trim().eq_ignore_ascii_case("q"));
    weight.and_then(|(_, value)| value.trim().parse::<f32>().ok()) == Some(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(encoding: Encoding, header: &'static str) -> bool {
        encoding.is_accepted_by([HeaderValue::from_static(header)].iter())
    }

    #[test]
    fn what_is_named_is_accepted() {
        assert!(accepts(Encoding::Brotli, "gzip, deflate, br, zstd"));
        assert!(accepts(Encoding::Gzip, "GZIP;q=0.5"));
    }

    #[test]
    fn what_is_refused_or_not_named_is_not() {
        assert!(!accepts(Encoding::Brotli, "gzip, deflate"));
        assert!(!accepts(Encoding::Brotli, "br;q=0, gzip"));
        assert!(!accepts(Encoding::Gzip, "gzip; q = 0.000"));
        assert!(!accepts(Encoding::Gzip, ""));
    }
}
