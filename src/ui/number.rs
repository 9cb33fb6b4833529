//! Large numbers as people read them.

use js_sys::Number;

/// With commas between thousands.
pub fn number(count: u64) -> String {
    Number::from(count as f64).to_locale_string("en").into()
}
