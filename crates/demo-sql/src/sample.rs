//! The data that a cluster begins with.

mod shop;

use super::error::SqlError;
use super::guard::CancelToken;
use super::server_state::ServerState;
use super::session::Session;
use super::splitter::Statement;
use super::store::Store;
use std::sync::Arc;

/// What a cluster has at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// The one table of the recordings.
    Recorded,
    /// A small shop and its warehouse.
    Shop,
}

impl Sample {
    /// The statements that make it, in MariaDB's words.
    fn statements(self) -> Vec<String> {
        match self {
            Self::Recorded => recorded(),
            Self::Shop => shop::statements(),
        }
    }

    /// The data of a cluster with this to begin with; `now` is in seconds since 1970.
    ///
    /// # Errors
    /// There is no room for it.
    pub fn store(self, now: i64) -> Result<Arc<Store>, SqlError> {
        let store = Arc::new(Store::create()?);
        let mut session =
            Session::open(store.clone(), CancelToken::default(), "root@localhost", 1, None)?;
        let server_state = ServerState { now, ..ServerState::default() };
        for sql in self.statements() {
            session.execute(Statement { text: &sql, rest: &sql }, &server_state).result?;
        }
        Ok(store)
    }
}

fn recorded() -> Vec<String> {
    [
        "CREATE DATABASE shop",
        "CREATE TABLE shop.t (id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(50))",
        "INSERT INTO shop.t(v) VALUES ('a'), ('b'), ('x3'), ('x4'), ('x5'), ('x6'), ('x7')",
    ]
    .map(str::to_owned)
    .to_vec()
}
