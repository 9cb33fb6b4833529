//! Numbers as the language that is spoken writes them.

use std::cell::Cell;

/// How a browser, or whoever else knows the language, writes numbers.
#[derive(Clone, Copy)]
pub struct NumberFormat {
    /// A whole number.
    pub whole: fn(u64) -> String,
    /// A number with this many digits behind the point, at most.
    pub decimal: fn(f64, u8) -> String,
}

thread_local! {
    static FORMAT: Cell<Option<NumberFormat>> = const { Cell::new(None) };
}

/// From now on numbers are written so.
pub fn format_numbers(format: NumberFormat) {
    FORMAT.set(Some(format));
}

/// A whole number, in English unless told otherwise: `12,345`.
pub fn number(count: u64) -> String {
    FORMAT.get().map_or_else(|| grouped(&count.to_string()), |format| (format.whole)(count))
}

/// A number with this many digits behind the point, at most: `1.5`.
pub fn decimal(value: f64, digits: u8) -> String {
    FORMAT.get().map_or_else(|| shortest(value, digits), |format| (format.decimal)(value, digits))
}

fn shortest(value: f64, digits: u8) -> String {
    let written = format!("{value:.*}", usize::from(digits));
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", grouped(whole))
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn decimals_have_no_more_digits_than_they_need() {
        assert_eq!(decimal(1.50, 2), "1.5");
        assert_eq!(decimal(-1_234.0, 2), "-1,234");
        assert_eq!(decimal(0.126, 2), "0.13");
    }
}
