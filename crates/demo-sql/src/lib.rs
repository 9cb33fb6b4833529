//! The databases behind a simulated MaxScale: sessions that speak MariaDB's SQL, and its classifier.
//!
//! A statement is read in MariaDB's words, put into those of an embedded SQLite, run there, and
//! its result or error told as MariaDB would. A [`Session`] works on a [`Store`], the data of one
//! cluster; what is true of the server that it runs on at that moment is its [`ServerState`], which the
//! caller fills in: nothing here knows of MaxScale.

mod classify;
mod column;
mod dictionary;
mod error;
mod functions;
mod guard;
mod names;
mod outcome;
mod refusal;
mod sample;
mod server_state;
mod session;
mod splitter;
pub mod stack;
mod store;
mod syntax;
mod tokens;
mod translate;
mod typing;
mod variables;

pub use classify::{Class, Parsed, attributes, classify};
pub use error::SqlError;
pub use guard::{CancelToken, Stop};
pub use outcome::to_json;
pub use sample::Sample;
pub use server_state::{Process, ServerState};
pub use session::{Executed, Session, begins_transaction, needs_primary};
pub use splitter::{Statement, split};
pub use store::Store;
