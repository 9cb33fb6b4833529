//! Large numbers as people read them.

use js_sys::Number;

/// With commas between thousands.
pub fn number(count: impl Into<u64>) -> String {
    let count: u64 = count.into();
    Number::from(count as f64).to_locale_string("en").into()
}
