//! All texts of the console, in each of its languages.
//!
//! A text is a function of the module of its area: `texts::common::cancel()`. Beside its English
//! stands its German. A third language is a further column of the macro `texts!`, and a line in
//! [`Language`].

mod fill;
mod language;
#[macro_use]
mod macros;
mod numbers;
#[cfg(feature = "pseudo")]
mod pseudo;

pub use fill::{capitalised, listed};
#[cfg(feature = "pseudo")]
pub use language::pseudo;
pub use language::{Language, Translation, german, speak, spoken};
pub use numbers::{NumberFormat, decimal, format_numbers, number};

areas! {
    /// Words that stand in many places.
    common,
    /// The objects of MaxScale by kind, and how many there are of what.
    objects,
}
