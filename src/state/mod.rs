//! What the page knows beside MaxScale's data: where it is, who is signed in, preferences, toasts.

pub mod language;
pub mod location;
pub mod long_lived;
pub mod preferences;
pub mod session;
pub mod toasts;
