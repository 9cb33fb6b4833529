//! SQL connections, and what MariaDB answers over them.

mod connection;
mod connections;
mod dialect;
mod properties;
mod servers;
