//! All SQL connections, and the data behind the servers that they lead to.

use super::connection::{Connection, Way};
use crate::world::World;
use crate::world::address::Address;
use crate::world::databases::Access;
use maxconsole_demo_sql::{Process, Sample, ServerState, SqlError, Stop, Store};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

/// More connections are not opened, as a guard for the machine that runs the simulation.
const MAX_CONNECTIONS: usize = 200;

/// Name and password of the account that every database has.
const ACCOUNT: (&str, &str) = ("maxuser", "maxpwd");

/// The connections by id, and the data by cluster.
pub struct Connections {
    sample: Sample,
    all: Mutex<BTreeMap<String, Arc<Connection>>>,
    stores: Mutex<HashMap<String, Arc<Store>>>,
    clusters: Mutex<BTreeMap<Address, String>>,
}

impl Connections {
    /// No connection yet, and this data.
    #[must_use]
    pub fn new(sample: Sample) -> Self {
        Self { sample, all: Mutex::default(), stores: Mutex::default(), clusters: Mutex::default() }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Connection>>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every connection, in order of their ids.
    #[must_use]
    pub fn list(&self) -> Vec<Arc<Connection>> {
        self.all().values().cloned().collect()
    }

    /// The connection of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Arc<Connection>> {
        self.all().get(id).cloned()
    }

    /// Adds a connection.
    ///
    /// # Errors
    /// There are too many.
    pub fn add(&self, connection: Connection) -> Result<Arc<Connection>, SqlError> {
        let mut all = self.all();
        if all.len() >= MAX_CONNECTIONS {
            return Err(SqlError::new(1040, "08004", "Too many connections"));
        }
        let connection = Arc::new(connection);
        all.insert(connection.id.clone(), connection.clone());
        Ok(connection)
    }

    /// Removes a connection that is not busy.
    #[must_use]
    pub fn remove(&self, id: &str) -> Option<Arc<Connection>> {
        let mut all = self.all();
        let is_free = all.get(id).is_some_and(|connection| !connection.state().busy);
        if is_free { all.remove(id) } else { None }
    }

    /// Ends every connection: MaxScale is restarted.
    pub fn clear(&self) {
        for connection in std::mem::take(&mut *self.all()).into_values() {
            connection.cancel_token.cancel(Stop::Connection);
        }
    }

    /// Whether anything is going on that will end without time passing.
    #[must_use]
    pub fn is_due(&self, now: Duration) -> bool {
        self.all().values().any(|connection| connection.is_due(now))
    }

    /// An id that no connection has had.
    #[must_use]
    pub fn new_id() -> String {
        let bits = fastrand::u128(..) & !(0xf << 76) | 4 << 76;
        let bits = bits & !(0b11 << 62) | 0b10 << 62;
        let digits = format!("{bits:032x}");
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_owned();
        [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
    }

    /// Whether the databases know the account.
    #[must_use]
    pub fn admits(user: &str, password: &str) -> bool {
        (user, password) == ACCOUNT
    }

    /// The data of a cluster, made when it is first asked for.
    ///
    /// # Errors
    /// There is no room for it.
    pub fn store(&self, cluster: &str, now: i64) -> Result<Arc<Store>, SqlError> {
        let mut stores = self.stores.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(store) = stores.get(cluster) {
            return Ok(store.clone());
        }
        let store = self.sample.store(now)?;
        stores.insert(cluster.to_owned(), store.clone());
        Ok(store)
    }

    /// What is true of the server behind an address; `None` when nothing runs there.
    #[must_use]
    pub fn server_state(&self, world: &World, address: &Address) -> Option<ServerState> {
        let database = world.databases.get(address).filter(|database| database.up)?;
        let server = world.servers.iter().find(|server| server.address() == *address);
        let name = server.map_or_else(|| address.host.clone(), |server| server.name.clone());
        let now = world.now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        Some(ServerState {
            cluster: self.cluster(world, &name, address),
            hostname: name.clone(),
            port: address.port,
            server_id: database.server_id,
            version: database.version.clone(),
            silent: database.condition.access == Access::Silent,
            read_only: database.read_only,
            follows: database.source().is_some(),
            position: database.position().map(|position| position.to_string()),
            uptime: world.now.duration_since(database.started).unwrap_or_default().as_secs(),
            now: i64::try_from(now).unwrap_or_default(),
            processes: self.processes(world, &name, address),
        })
    }

    /// The data that a server shares: that of the monitor which looked at it first.
    fn cluster(&self, world: &World, server: &str, address: &Address) -> String {
        let mut clusters = self.clusters.lock().unwrap_or_else(PoisonError::into_inner);
        let found = || {
            let monitor = world.monitor_of(server).map(|monitor| monitor.name.clone());
            monitor.unwrap_or_else(|| format!("{}:{}", address.host, address.port))
        };
        clusters.entry(address.clone()).or_insert_with(found).clone()
    }

    /// The connections that a server has.
    fn processes(&self, world: &World, server: &str, address: &Address) -> Vec<Process> {
        let mut all: Vec<Process> = self
            .list()
            .iter()
            .filter(|connection| connection.config.way == Way::Server)
            .filter(|connection| connection.config.address == *address)
            .map(|connection| process(connection))
            .collect();
        for session in world.sessions.values() {
            let Some(backend) = session.backends.iter().find(|backend| backend.server == server)
            else {
                continue;
            };
            let is_busy = session.working_on(server).is_some();
            all.push(Process {
                id: backend.connection_id,
                user: session.user.clone(),
                host: format!("{}:{}", session.remote, session.port),
                database: Some("shop".to_owned()),
                seconds: session.idle(world.now).as_secs(),
                statement: is_busy.then(|| "SELECT * FROM orders WHERE id = ?".to_owned()),
            });
        }
        all.sort_by_key(|process| process.id);
        all
    }
}

fn process(connection: &Connection) -> Process {
    let state = connection.state();
    Process {
        id: state.thread_id,
        user: connection.config.user.clone(),
        host: format!("localhost:{}", 40_000 + state.thread_id % 20_000),
        database: state.database.clone(),
        seconds: 0,
        statement: state.busy.then(|| state.sql.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_the_form_of_random_ones() {
        let id = Connections::new_id();
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!(id.chars().nth(14), Some('4'));
        assert!("89ab".contains(id.chars().nth(19).unwrap_or_default()));
        assert_ne!(id, Connections::new_id());
    }
}
