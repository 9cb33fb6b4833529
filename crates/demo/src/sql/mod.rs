//! MaxScale's SQL connections: where they lead, and the work that goes on over them.

pub mod connection;
pub mod connections;
pub mod job;
