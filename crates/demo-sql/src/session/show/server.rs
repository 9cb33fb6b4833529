//! What `SHOW` tells of the server and its clients.

use super::{Request, told};
use crate::column::{Column, Shape, SqlType, flag};
use crate::outcome::Rows;
use crate::server_state::ServerState;
use crate::session::Session;
use rusqlite::types::Value as Cell;

impl Session {
    pub(super) fn status(&self, server_state: &ServerState) -> Rows {
        let threads = server_state.processes.len().to_string();
        let running =
            server_state.processes.iter().filter(|process| process.statement.is_some()).count();
        let uptime = server_state.uptime.to_string();
        let all = [
            ("Aborted_clients", "0".to_owned()),
            ("Connections", (self.number + 1).to_string()),
            ("Max_used_connections", threads.clone()),
            ("Questions", self.number.to_string()),
            ("Slow_queries", "0".to_owned()),
            ("Threads_connected", threads),
            ("Threads_running", running.max(1).to_string()),
            ("Uptime", uptime.clone()),
            ("Uptime_since_flush_status", uptime),
        ];
        let mut rows = variables(&all.map(|(name, value)| (name.to_owned(), value)));
        for column in &mut rows.columns {
            "SESSION_STATUS".clone_into(&mut column.table);
        }
        rows
    }

    pub(super) fn processes(&self, request: &Request<'_>, server_state: &ServerState) -> Rows {
        let sure = |name: &str, length| Column::computed(name, Shape::text(length).not_null());
        let maybe = |name: &str, length| Column::computed(name, Shape::text(length));
        let columns = vec![
            Column::computed("Id", Shape::integer(SqlType::Bigint, 11)),
            sure("User", 128),
            sure("Host", 64),
            maybe("db", 64),
            sure("Command", 16),
            Column::computed("Time", Shape::integer(SqlType::Int, 7).nullable()),
            maybe("State", 30),
            maybe("Info", if request.full { 65_535 } else { 100 }),
            Column::computed("Progress", Shape { flags: 32_769, ..Shape::decimal(7, 3) }),
        ];
        let mut rows = self.information("PROCESSLIST", server_state);
        rows.iter_mut().for_each(|row| row.push(Cell::Real(0.0)));
        Rows { columns, rows }
    }

    pub(super) fn warned(&self) -> Rows {
        let mut code = Shape::integer(SqlType::Int, 4);
        code.flags |= flag::UNSIGNED;
        let sure = |name: &str, length| Column::computed(name, Shape::text(length).not_null());
        let columns = vec![sure("Level", 7), Column::computed("Code", code), sure("Message", 512)];
        let row = |(level, code, message): &(&str, u32, String)| {
            vec![
                Cell::Text((*level).to_owned()),
                Cell::Integer(i64::from(*code)),
                Cell::Text(message.clone()),
            ]
        };
        Rows { columns, rows: self.warnings.iter().map(row).collect() }
    }

    pub(super) fn grants(&self) -> Rows {
        let name = self.user.split('@').next().unwrap_or_default();
        let title = format!("Grants for {name}@%");
        let line = format!("GRANT ALL PRIVILEGES ON *.* TO `{name}`@`%` WITH GRANT OPTION");
        let columns = vec![Column::computed(title, Shape::text(1024).not_null())];
        Rows { columns, rows: vec![vec![Cell::Text(line)]] }
    }
}

pub(super) fn variables(all: &[(String, String)]) -> Rows {
    let named = |name: &str, written: &str| told(name, "SESSION_VARIABLES", written);
    let row = |(name, value): &(String, String)| {
        vec![Cell::Text(name.clone()), Cell::Text(value.clone())]
    };
    Rows {
        columns: vec![named("Variable_name", "varchar(64)"), named("Value", "varchar(4096)")],
        rows: all.iter().map(row).collect(),
    }
}

pub(super) fn routines() -> Rows {
    let names = [
        "Db",
        "Name",
        "Type",
        "Definer",
        "Modified",
        "Created",
        "Security_type",
        "Comment",
        "character_set_client",
        "collation_connection",
        "Database Collation",
    ];
    let columns = names.iter().map(|name| told(name, "ROUTINES", "varchar(64)")).collect();
    Rows { columns, rows: Vec::new() }
}

pub(super) fn master(server_state: &ServerState) -> Rows {
    let sure = |name: &str, length| Column::computed(name, Shape::text(length).not_null());
    let mut position = Shape::integer(SqlType::Bigint, 20);
    position.flags |= flag::UNSIGNED;
    let columns = vec![
        sure("File", 512),
        Column::computed("Position", position),
        sure("Binlog_Do_DB", 255),
        sure("Binlog_Ignore_DB", 255),
    ];
    let empty = || Cell::Text(String::new());
    let row = vec![
        Cell::Text("bin.000001".to_owned()),
        Cell::Integer(i64::try_from(server_state.uptime).unwrap_or_default() + 330),
        empty(),
        empty(),
    ];
    Rows { columns, rows: if server_state.position.is_some() { vec![row] } else { Vec::new() } }
}

pub(super) fn replica() -> Rows {
    let names = [
        "Slave_IO_State",
        "Master_Host",
        "Master_User",
        "Slave_IO_Running",
        "Slave_SQL_Running",
        "Seconds_Behind_Master",
    ];
    let columns =
        names.iter().map(|name| Column::computed(*name, Shape::text(64).not_null())).collect();
    Rows { columns, rows: Vec::new() }
}

pub(super) fn nothing() -> Rows {
    Rows { columns: vec![Column::computed("Name", Shape::text(64).not_null())], rows: Vec::new() }
}
