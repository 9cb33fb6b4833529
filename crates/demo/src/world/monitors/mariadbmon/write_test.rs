//! The test whether the primary can be written to (`write_test_interval`, recording
//! parameters-monitor of 24.08).

use crate::world::World;
use crate::world::log::Priority;
use crate::world::resources::WriteTest;

/// The database that the simulated servers have.
const DATABASE: &str = "shop";

impl World {
    /// Tests the primary when it is time for that. Where the table cannot be made, the monitor gives
    /// up until it is started again.
    pub(super) fn test_writing(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor(name) else {
            return;
        };
        let every = monitor.duration("write_test_interval", 0);
        let waits = match monitor.write_test {
            WriteTest::GivenUp => true,
            WriteTest::Last(last) => now.duration_since(last).unwrap_or_default() < every,
            WriteTest::Never => false,
        };
        let table = monitor.text("write_test_table").to_owned();
        let Some(primary) = monitor.primary.clone().filter(|_| !every.is_zero() && !waits) else {
            return;
        };
        let (database, _) = table.split_once('.').unwrap_or((table.as_str(), ""));
        let fails = database != DATABASE;
        if fails {
            let text = failure(&table, &primary, database);
            self.note_by_monitor(Priority::Warning, [text]);
        } else if let Some(database) =
            self.database_of_mut(&primary).filter(|one| one.up && !one.read_only)
        {
            database.note_event();
        }
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.write_test = if fails { WriteTest::GivenUp } else { WriteTest::Last(now) };
        }
    }
}

fn failure(table: &str, primary: &str, database: &str) -> String {
    format!(
        "Write test table '{table}' creation failed. Query 'create or replace table {table} (id INT \
         UNSIGNED AUTO_INCREMENT PRIMARY KEY NOT NULL, `date` TIMESTAMP DEFAULT CURRENT_TIMESTAMP, \
         `gtid` TEXT NULL);' failed on '{primary}': 'Unknown database '{database}'' (1049).. Will \
         not try again. Please fix the error and then restart the monitor."
    )
}
