//! Sessions: clients come, are routed to servers, work, lose connections, and go.

mod clients;
mod collection;
mod connection_loss;
mod connections;
mod memory;
mod messages;
mod routing;
mod session;
mod sql_sessions;
mod statistics;
mod traffic;
mod workers;
mod workload;

pub use clients::ClientGroup;
pub use collection::Sessions;
pub use connections::Client;
pub use memory::{Buffers, Memory};
pub use session::{Backend, Program, Session, SessionState, Statement};
pub use workload::{Shares, Workload};
