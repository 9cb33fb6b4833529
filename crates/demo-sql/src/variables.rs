//! System variables and those that a session makes for itself.

use super::column::{NOT_FIXED, Shape, SqlType, flag};
use super::names::quoted;
use super::server_state::ServerState;
use std::collections::BTreeMap;

/// More variables of its own a session does not get.
const MAX_OWN: usize = 1_000;

/// The value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// On or off.
    Switch(bool),
    /// A number.
    Number(String),
    /// A text.
    Text(String),
    /// Nothing yet.
    Null,
}

impl Setting {
    /// As an expression.
    #[must_use]
    pub fn literal(&self) -> String {
        match self {
            Self::Switch(on) => i32::from(*on).to_string(),
            Self::Number(number) => number.clone(),
            Self::Text(text) => quoted(text),
            Self::Null => "NULL".to_owned(),
        }
    }

    /// As `SHOW VARIABLES` has it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Switch(on) => if *on { "ON" } else { "OFF" }.to_owned(),
            Self::Number(text) | Self::Text(text) => text.clone(),
            Self::Null => String::new(),
        }
    }

    /// What a client is told about its value.
    #[must_use]
    pub fn shape(&self) -> Shape {
        match self {
            Self::Switch(_) => Shape::integer(SqlType::Bigint, 1).nullable(),
            Self::Number(number) if number.contains('.') => Shape::real(),
            Self::Number(_) => {
                let mut shape = Shape::integer(SqlType::Bigint, 21).nullable();
                shape.flags |= flag::UNSIGNED;
                shape
            }
            Self::Text(text) => Shape::text(text.chars().count() as u64),
            Self::Null => Shape {
                kind: SqlType::Longblob,
                length: 16_777_216,
                decimals: NOT_FIXED,
                flags: flag::BINARY,
            },
        }
    }

    /// A value as somebody wrote it.
    #[must_use]
    pub fn read(written: &str) -> Self {
        match written.to_ascii_lowercase().as_str() {
            "on" | "true" => Self::Switch(true),
            "off" | "false" => Self::Switch(false),
            "null" => Self::Null,
            _ if written.parse::<f64>().is_ok_and(f64::is_finite) => {
                Self::Number(written.to_owned())
            }
            _ => Self::Text(written.to_owned()),
        }
    }
}

/// The variables that a session sees.
#[derive(Clone, Debug, Default)]
pub struct Variables {
    system: BTreeMap<String, Setting>,
    changed: BTreeMap<String, Setting>,
    own: BTreeMap<String, Setting>,
}

const SQL_MODE: &str =
    "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION";

/// Variables that are texts and the same everywhere.
const TEXTS: [(&str, &str); 24] = [
    ("basedir", "/usr"),
    ("character_set_client", "utf8mb4"),
    ("character_set_connection", "utf8mb4"),
    ("character_set_database", "utf8mb4"),
    ("character_set_results", "utf8mb4"),
    ("character_set_server", "utf8mb4"),
    ("character_set_system", "utf8mb3"),
    ("collation_connection", "utf8mb4_general_ci"),
    ("collation_database", "utf8mb4_general_ci"),
    ("collation_server", "utf8mb4_general_ci"),
    ("datadir", "/var/lib/mysql/"),
    ("default_storage_engine", "InnoDB"),
    ("init_connect", ""),
    ("license", "GPL"),
    ("lc_time_names", "en_US"),
    ("sql_mode", SQL_MODE),
    ("system_time_zone", "UTC"),
    ("time_zone", "SYSTEM"),
    ("tx_isolation", "REPEATABLE-READ"),
    ("transaction_isolation", "REPEATABLE-READ"),
    ("tmpdir", "/tmp"),
    ("version_comment", "Debian 12"),
    ("version_compile_machine", "x86_64"),
    ("version_compile_os", "debian-linux-gnu"),
];

/// Variables that are numbers and the same everywhere.
const NUMBERS: [(&str, &str); 18] = [
    ("auto_increment_increment", "1"),
    ("auto_increment_offset", "1"),
    ("connect_timeout", "10"),
    ("group_concat_max_len", "1048576"),
    ("innodb_buffer_pool_size", "134217728"),
    ("innodb_lock_wait_timeout", "50"),
    ("interactive_timeout", "28800"),
    ("lock_wait_timeout", "86400"),
    ("lower_case_table_names", "0"),
    ("max_allowed_packet", "16777216"),
    ("max_connections", "151"),
    ("max_statement_time", "0.000000"),
    ("net_read_timeout", "30"),
    ("net_write_timeout", "60"),
    ("sql_select_limit", "18446744073709551615"),
    ("thread_cache_size", "151"),
    ("timestamp", "0"),
    ("wait_timeout", "28800"),
];

/// Variables that are on or off and the same everywhere.
const SWITCHES: [(&str, bool); 14] = [
    ("autocommit", true),
    ("big_tables", false),
    ("event_scheduler", false),
    ("foreign_key_checks", true),
    ("general_log", false),
    ("have_ssl", false),
    ("local_infile", true),
    ("log_bin", true),
    ("performance_schema", false),
    ("slow_query_log", false),
    ("sql_quote_show_create", true),
    ("sql_safe_updates", false),
    ("tx_read_only", false),
    ("unique_checks", true),
];

impl Variables {
    /// Takes over what is true of a server.
    pub fn arrive(&mut self, server_state: &ServerState, connection_id: u64) {
        let mut set = |name: &str, setting: Setting| {
            self.system.insert(name.to_owned(), setting);
        };
        let text = |text: &str| Setting::Text(text.to_owned());
        let number = |number: &dyn ToString| Setting::Number(number.to_string());
        for (name, value) in TEXTS {
            set(name, text(value));
        }
        for (name, value) in NUMBERS {
            set(name, number(&value));
        }
        for (name, on) in SWITCHES {
            set(name, Setting::Switch(on));
        }
        set("version", text(&server_state.version));
        set("hostname", text(&server_state.hostname));
        set("report_host", text(&server_state.hostname));
        set("port", number(&server_state.port));
        set("server_id", number(&server_state.server_id));
        set("gtid_domain_id", Setting::Number("0".to_owned()));
        set("read_only", Setting::Switch(server_state.read_only));
        set("pseudo_thread_id", number(&connection_id));
        let position = server_state.position.clone().unwrap_or_default();
        for name in ["gtid_current_pos", "gtid_binlog_pos"] {
            set(name, text(&position));
        }
        set("gtid_slave_pos", text(if server_state.follows { &position } else { "" }));
        set("wsrep_on", Setting::Switch(server_state.position.is_none()));
    }

    /// A system variable.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<&Setting> {
        let name = name.to_ascii_lowercase();
        let known = self.system.get(&name)?;
        Some(self.changed.get(&name).unwrap_or(known))
    }

    /// A system variable as an expression.
    #[must_use]
    pub fn system(&self, name: &str) -> Option<String> {
        self.setting(name).map(Setting::literal)
    }

    /// A variable of the session as an expression: NULL until it is set.
    #[must_use]
    pub fn own(&self, name: &str) -> String {
        self.own_setting(name).literal()
    }

    /// A variable of the session.
    #[must_use]
    pub fn own_setting(&self, name: &str) -> Setting {
        self.own.get(&name.to_ascii_lowercase()).cloned().unwrap_or(Setting::Null)
    }

    /// Changes a system variable for this session; `None` gives it back what it was. Says whether
    /// there is such a variable.
    pub fn change(&mut self, name: &str, setting: Option<Setting>) -> bool {
        let name = name.to_ascii_lowercase();
        if !self.system.contains_key(&name) {
            return false;
        }
        match setting {
            Some(setting) => self.changed.insert(name, setting),
            None => self.changed.remove(&name),
        };
        true
    }

    /// Sets a variable of the session.
    pub fn set_own(&mut self, name: &str, setting: Setting) {
        if self.own.len() < MAX_OWN {
            self.own.insert(name.to_ascii_lowercase(), setting);
        }
    }

    /// Every system variable as `SHOW VARIABLES` has it.
    #[must_use]
    pub fn all(&self) -> Vec<(String, String)> {
        let shown = |name: &String, setting: &Setting| {
            let setting = self.changed.get(name).unwrap_or(setting);
            (name.clone(), setting.shown())
        };
        self.system.iter().map(|(name, setting)| shown(name, setting)).collect()
    }

    /// A number among the system variables.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        match self.setting(name)? {
            Setting::Number(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// Whether a system variable is on.
    #[must_use]
    pub fn is_on(&self, name: &str) -> bool {
        matches!(self.setting(name), Some(Setting::Switch(true)))
            || self.number(name).is_some_and(|number| number != 0.0)
    }
}
