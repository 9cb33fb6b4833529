//! Large numbers as people read them.

/// With commas between thousands.
pub fn number(count: impl Into<u64>) -> String {
    grouped(&count.into().to_string())
}

fn grouped(digits: &str) -> String {
    let mut words = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}
