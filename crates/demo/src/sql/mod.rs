//! SQL connections, and the database servers behind them.
//!
//! A statement is read in MariaDB's words, put into those of an embedded SQLite, run there, and
//! its result or error told as MariaDB would.

mod column;
mod dictionary;
mod error;
mod functions;
mod guard;
pub mod lexer;
mod names;
mod outcome;
mod place;
mod refusal;
mod sample;
mod session;
mod splitter;
mod store;
mod syntax;
mod translate;
mod typing;
mod variables;
