//! SQL connections, and what MariaDB answers over them.

mod connections;
mod dialect;
mod line;
mod properties;
mod servers;
