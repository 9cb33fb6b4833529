//! SQL connections, and the database servers behind them.
//!
//! A statement is read in MariaDB's words, put into those of an embedded SQLite, run there, and
//! its result or error told as MariaDB would.

pub mod classify;
mod column;
pub mod connection;
pub mod connections;
mod dictionary;
mod error;
mod functions;
pub mod guard;
pub mod job;
pub mod lexer;
mod names;
mod outcome;
mod place;
mod refusal;
pub mod sample;
mod session;
mod splitter;
pub mod stack;
mod store;
mod syntax;
mod translate;
mod typing;
mod variables;
