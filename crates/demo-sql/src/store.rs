//! The data that the servers of one cluster share, in files that go away with it.

use super::dictionary::Dictionary;
use super::dictionary::table::Table;
use super::dictionary::write::for_store;
use super::error::SqlError;
use super::functions::{self, Facts};
use super::guard::{CancelToken, guard};
use super::names::{in_quotes, stored};
use rusqlite::{Connection, OptionalExtension};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::TempDir;

/// How long a statement waits for another transaction to end.
const WAIT_FOR_LOCK: Duration = Duration::from_secs(3);

/// The most pages of 4 KiB that the data of a cluster may take.
const MAX_PAGES: u32 = 16_384;

/// All statements of this program together may take that much memory, in bytes.
const MAX_MEMORY: u64 = 256 << 20;

/// The data of one cluster.
pub struct Store {
    file: PathBuf,
    keeper: Mutex<Connection>,
    dictionary: Mutex<Dictionary>,
    // Dropped last: the files go when nobody uses them any more.
    _directory: TempDir,
}

impl Store {
    /// Creates a place for data.
    ///
    /// # Errors
    /// There is no room for files.
    pub fn create() -> Result<Self, SqlError> {
        let directory = TempDir::new().map_err(|error| no_room(&error))?;
        let file = directory.path().join("data");
        let keeper = Connection::open(&file).map_err(|error| no_room(&error))?;
        prepare(&keeper).map_err(|error| no_room(&error))?;
        // What refers to what is checked for those who change rows, not for those who move tables.
        keeper.execute_batch("PRAGMA foreign_keys = OFF").map_err(|error| no_room(&error))?;
        functions::register(&keeper, &Facts::new()).map_err(|error| no_room(&error))?;
        Ok(Self {
            file,
            keeper: Mutex::new(keeper),
            dictionary: Mutex::default(),
            _directory: directory,
        })
    }

    /// A connection for a session, with its bounds.
    ///
    /// # Errors
    /// There is no room for one more.
    pub fn connect(
        &self,
        facts: &Facts,
        cancel_token: &CancelToken,
    ) -> Result<Connection, SqlError> {
        let open = || {
            let mut connection = Connection::open(&self.file)?;
            prepare(&connection)?;
            connection.execute_batch("PRAGMA foreign_keys = ON")?;
            functions::register(&connection, facts)?;
            guard(&mut connection, cancel_token)?;
            Ok(connection)
        };
        open().map_err(|error: rusqlite::Error| no_room(&error))
    }

    /// What there is.
    pub fn dictionary(&self) -> MutexGuard<'_, Dictionary> {
        self.dictionary.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keeper(&self) -> MutexGuard<'_, Connection> {
        self.keeper.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs statements in the store's own words, all or none.
    ///
    /// # Errors
    /// The store refuses one.
    pub fn run(&self, statements: &[String]) -> Result<(), SqlError> {
        let mut keeper = self.keeper();
        let change = keeper.transaction().map_err(|error| refused(&error))?;
        for statement in statements {
            change.execute_batch(statement).map_err(|error| refused(&error))?;
        }
        change.commit().map_err(|error| refused(&error))
    }

    /// Creates a table.
    ///
    /// # Errors
    /// There is one of that name, or the store refuses it.
    pub fn create_table(&self, schema: &str, table: Table) -> Result<(), SqlError> {
        self.refuse_taken(schema, &table.name)?;
        self.run(&for_store(&table, schema, &stored(schema, &table.name)))?;
        self.dictionary().put(schema, table)
    }

    /// Creates a view; the statement behind it is in the store's words.
    ///
    /// # Errors
    /// There is something of that name, or the store refuses it.
    pub fn create_view(&self, schema: &str, view: Table, behind: &str) -> Result<(), SqlError> {
        self.refuse_taken(schema, &view.name)?;
        let name = in_quotes(&stored(schema, &view.name));
        self.run(&[format!("CREATE VIEW {name} AS {behind}")])?;
        self.dictionary().put(schema, view)
    }

    fn refuse_taken(&self, schema: &str, name: &str) -> Result<(), SqlError> {
        let dictionary = self.dictionary();
        if !dictionary.has(schema) {
            return Err(SqlError::unknown_database(schema));
        }
        match dictionary.table(schema, name) {
            Ok(_) => Err(SqlError::new(1050, "42S01", format!("Table '{name}' already exists"))),
            Err(_) => Ok(()),
        }
    }

    /// Removes a table or view; says whether there was one.
    ///
    /// # Errors
    /// The store refuses it.
    pub fn drop_table(&self, schema: &str, name: &str) -> Result<bool, SqlError> {
        let Ok(table) = self.dictionary().table(schema, name).cloned() else {
            return Ok(false);
        };
        let word = if table.view.is_some() { "VIEW" } else { "TABLE" };
        self.run(&[format!("DROP {word} {}", in_quotes(&stored(schema, name)))])?;
        Ok(self.dictionary().remove(schema, name).is_some())
    }

    /// Puts a table in the place of another, with all rows as far as the columns are the same;
    /// `columns` pairs the old names with the new ones.
    ///
    /// # Errors
    /// The store refuses it.
    pub fn rebuild(
        &self,
        schema: &str,
        old: &Table,
        new: Table,
        columns: &[(String, String)],
    ) -> Result<(), SqlError> {
        let [from, to] = [&old.name, &new.name].map(|name| in_quotes(&stored(schema, name)));
        let list = |pick: fn(&(String, String)) -> &String| {
            columns.iter().map(|pair| in_quotes(pick(pair))).collect::<Vec<_>>().join(",")
        };
        let mut statements = for_store(&new, schema, "a rebuilt table");
        let (targets, sources) = (list(|pair| &pair.1), list(|pair| &pair.0));
        let copy =
            format!("INSERT INTO \"a rebuilt table\" ({targets}) SELECT {sources} FROM {from}");
        statements.insert(1, copy);
        statements.insert(2, format!("DROP TABLE {from}"));
        statements.push(format!("ALTER TABLE \"a rebuilt table\" RENAME TO {to}"));
        self.run(&statements)?;
        let mut dictionary = self.dictionary();
        dictionary.remove(schema, &old.name);
        dictionary.put(schema, new)
    }

    /// The number that the next row of a table gets by itself.
    #[must_use]
    pub fn next_number(&self, schema: &str, table: &str) -> Option<i64> {
        let sql = "SELECT seq + 1 FROM sqlite_sequence WHERE name = ?1";
        let found = self.keeper().query_row(sql, [stored(schema, table)], |row| row.get(0));
        found.optional().ok().flatten()
    }

    /// How many rows a table has.
    #[must_use]
    pub fn count(&self, schema: &str, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {}", in_quotes(&stored(schema, table)));
        self.keeper().query_row(&sql, [], |row| row.get(0)).unwrap_or_default()
    }
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(WAIT_FOR_LOCK)?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; \
         PRAGMA cache_size = -2000; PRAGMA legacy_alter_table = ON; \
         PRAGMA max_page_count = {MAX_PAGES}; PRAGMA hard_heap_limit = {MAX_MEMORY};"
    ))
}

fn no_room(error: &dyn std::error::Error) -> SqlError {
    SqlError::new(1041, "HY000", format!("Out of memory; this simulation has no room: {error}"))
}

/// A statement of our own is refused: most often somebody else holds the table.
fn refused(error: &rusqlite::Error) -> SqlError {
    super::refusal::plain(error)
}
