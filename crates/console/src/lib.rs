//! What the console makes of MaxScale's objects: listings, history, search, problems.
//!
//! Pure Rust without I/O. What MaxScale is and allows stands in `crates/maxscale`.

pub mod drains;
pub mod history;
pub mod listing;
pub mod problem;
pub mod search;
pub mod session_criteria;
