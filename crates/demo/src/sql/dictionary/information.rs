//! The tables of information_schema, filled from the dictionary when they are asked for.

mod rows;

pub use rows::extra;

use super::Dictionary;
use super::types::Declared;
use crate::sql::column::{Column, flag};
use crate::sql::error::SqlError;
use crate::sql::place::Place;
use crate::sql::store::Store;
use crate::sql::variables::Variables;
use rusqlite::types::Value as Cell;

/// The name of that database.
pub const SCHEMA: &str = "information_schema";

/// A table with the names and types of its columns.
struct Form {
    name: &'static str,
    fields: &'static [(&'static str, &'static str)],
}

const NAME: &str = "varchar(64)";
const CATALOG: &str = "varchar(512)";
const YES: &str = "varchar(3)";
const BIG: &str = "bigint(21)";
const LONG: &str = "longtext";
const CHARSET: &str = "varchar(32)";

const FORMS: [Form; 14] = [
    Form {
        name: "SCHEMATA",
        fields: &[
            ("CATALOG_NAME", CATALOG),
            ("SCHEMA_NAME", NAME),
            ("DEFAULT_CHARACTER_SET_NAME", CHARSET),
            ("DEFAULT_COLLATION_NAME", NAME),
            ("SQL_PATH", CATALOG),
            ("SCHEMA_COMMENT", "varchar(1024)"),
        ],
    },
    Form {
        name: "TABLES",
        fields: &[
            ("TABLE_CATALOG", CATALOG),
            ("TABLE_SCHEMA", NAME),
            ("TABLE_NAME", NAME),
            ("TABLE_TYPE", NAME),
            ("ENGINE", NAME),
            ("VERSION", BIG),
            ("ROW_FORMAT", "varchar(10)"),
            ("TABLE_ROWS", BIG),
            ("AVG_ROW_LENGTH", BIG),
            ("DATA_LENGTH", BIG),
            ("MAX_DATA_LENGTH", BIG),
            ("INDEX_LENGTH", BIG),
            ("DATA_FREE", BIG),
            ("AUTO_INCREMENT", BIG),
            ("CREATE_TIME", "datetime"),
            ("UPDATE_TIME", "datetime"),
            ("CHECK_TIME", "datetime"),
            ("TABLE_COLLATION", NAME),
            ("CHECKSUM", BIG),
            ("CREATE_OPTIONS", "varchar(2048)"),
            ("TABLE_COMMENT", "varchar(2048)"),
            ("MAX_INDEX_LENGTH", BIG),
            ("TEMPORARY", "varchar(1)"),
        ],
    },
    Form {
        name: "COLUMNS",
        fields: &[
            ("TABLE_CATALOG", CATALOG),
            ("TABLE_SCHEMA", NAME),
            ("TABLE_NAME", NAME),
            ("COLUMN_NAME", NAME),
            ("ORDINAL_POSITION", BIG),
            ("COLUMN_DEFAULT", LONG),
            ("IS_NULLABLE", YES),
            ("DATA_TYPE", NAME),
            ("CHARACTER_MAXIMUM_LENGTH", BIG),
            ("CHARACTER_OCTET_LENGTH", BIG),
            ("NUMERIC_PRECISION", BIG),
            ("NUMERIC_SCALE", BIG),
            ("DATETIME_PRECISION", BIG),
            ("CHARACTER_SET_NAME", CHARSET),
            ("COLLATION_NAME", NAME),
            ("COLUMN_TYPE", LONG),
            ("COLUMN_KEY", YES),
            ("EXTRA", "varchar(80)"),
            ("PRIVILEGES", "varchar(80)"),
            ("COLUMN_COMMENT", "varchar(1024)"),
            ("IS_GENERATED", "varchar(6)"),
            ("GENERATION_EXPRESSION", LONG),
        ],
    },
    Form {
        name: "STATISTICS",
        fields: &[
            ("TABLE_CATALOG", CATALOG),
            ("TABLE_SCHEMA", NAME),
            ("TABLE_NAME", NAME),
            ("NON_UNIQUE", "bigint(1)"),
            ("INDEX_SCHEMA", NAME),
            ("INDEX_NAME", NAME),
            ("SEQ_IN_INDEX", "int(2)"),
            ("COLUMN_NAME", NAME),
            ("COLLATION", "varchar(1)"),
            ("CARDINALITY", BIG),
            ("SUB_PART", "bigint(3)"),
            ("PACKED", "varchar(10)"),
            ("NULLABLE", YES),
            ("INDEX_TYPE", "varchar(16)"),
            ("COMMENT", "varchar(16)"),
            ("INDEX_COMMENT", "varchar(1024)"),
            ("IGNORED", YES),
        ],
    },
    Form {
        name: "VIEWS",
        fields: &[
            ("TABLE_CATALOG", CATALOG),
            ("TABLE_SCHEMA", NAME),
            ("TABLE_NAME", NAME),
            ("VIEW_DEFINITION", LONG),
            ("CHECK_OPTION", "varchar(8)"),
            ("IS_UPDATABLE", YES),
            ("DEFINER", "varchar(384)"),
            ("SECURITY_TYPE", "varchar(7)"),
            ("CHARACTER_SET_CLIENT", CHARSET),
            ("COLLATION_CONNECTION", NAME),
            ("ALGORITHM", "varchar(10)"),
        ],
    },
    Form {
        name: "TRIGGERS",
        fields: &[
            ("TRIGGER_CATALOG", CATALOG),
            ("TRIGGER_SCHEMA", NAME),
            ("TRIGGER_NAME", NAME),
            ("EVENT_MANIPULATION", "varchar(6)"),
            ("EVENT_OBJECT_CATALOG", CATALOG),
            ("EVENT_OBJECT_SCHEMA", NAME),
            ("EVENT_OBJECT_TABLE", NAME),
            ("ACTION_ORDER", "bigint(4)"),
            ("ACTION_CONDITION", LONG),
            ("ACTION_STATEMENT", LONG),
            ("ACTION_ORIENTATION", "varchar(9)"),
            ("ACTION_TIMING", "varchar(6)"),
            ("CREATED", "datetime"),
            ("SQL_MODE", "varchar(8192)"),
            ("DEFINER", "varchar(384)"),
            ("CHARACTER_SET_CLIENT", CHARSET),
            ("COLLATION_CONNECTION", NAME),
            ("DATABASE_COLLATION", NAME),
        ],
    },
    Form {
        name: "ROUTINES",
        fields: &[
            ("SPECIFIC_NAME", NAME),
            ("ROUTINE_CATALOG", CATALOG),
            ("ROUTINE_SCHEMA", NAME),
            ("ROUTINE_NAME", NAME),
            ("ROUTINE_TYPE", "varchar(13)"),
            ("DATA_TYPE", NAME),
            ("ROUTINE_DEFINITION", LONG),
            ("SQL_DATA_ACCESS", NAME),
            ("CREATED", "datetime"),
            ("LAST_ALTERED", "datetime"),
            ("SQL_MODE", "varchar(8192)"),
            ("ROUTINE_COMMENT", LONG),
            ("DEFINER", "varchar(384)"),
            ("SECURITY_TYPE", "varchar(7)"),
        ],
    },
    Form {
        name: "KEY_COLUMN_USAGE",
        fields: &[
            ("CONSTRAINT_CATALOG", CATALOG),
            ("CONSTRAINT_SCHEMA", NAME),
            ("CONSTRAINT_NAME", NAME),
            ("TABLE_CATALOG", CATALOG),
            ("TABLE_SCHEMA", NAME),
            ("TABLE_NAME", NAME),
            ("COLUMN_NAME", NAME),
            ("ORDINAL_POSITION", "bigint(10)"),
            ("POSITION_IN_UNIQUE_CONSTRAINT", "bigint(10)"),
            ("REFERENCED_TABLE_SCHEMA", NAME),
            ("REFERENCED_TABLE_NAME", NAME),
            ("REFERENCED_COLUMN_NAME", NAME),
        ],
    },
    Form {
        name: "ENGINES",
        fields: &[
            ("ENGINE", NAME),
            ("SUPPORT", "varchar(8)"),
            ("COMMENT", "varchar(160)"),
            ("TRANSACTIONS", YES),
            ("XA", YES),
            ("SAVEPOINTS", YES),
        ],
    },
    Form {
        name: "CHARACTER_SETS",
        fields: &[
            ("CHARACTER_SET_NAME", CHARSET),
            ("DEFAULT_COLLATE_NAME", NAME),
            ("DESCRIPTION", "varchar(60)"),
            ("MAXLEN", "bigint(3)"),
        ],
    },
    Form {
        name: "COLLATIONS",
        fields: &[
            ("COLLATION_NAME", NAME),
            ("CHARACTER_SET_NAME", CHARSET),
            ("ID", "bigint(11)"),
            ("IS_DEFAULT", YES),
            ("IS_COMPILED", YES),
            ("SORTLEN", "bigint(3)"),
        ],
    },
    Form {
        name: "PROCESSLIST",
        fields: &[
            ("ID", "bigint(4)"),
            ("USER", "varchar(128)"),
            ("HOST", NAME),
            ("DB", NAME),
            ("COMMAND", "varchar(16)"),
            ("TIME", "int(7)"),
            ("STATE", NAME),
            ("INFO", LONG),
        ],
    },
    Form {
        name: "SESSION_VARIABLES",
        fields: &[("VARIABLE_NAME", NAME), ("VARIABLE_VALUE", "varchar(4096)")],
    },
    Form {
        name: "GLOBAL_VARIABLES",
        fields: &[("VARIABLE_NAME", NAME), ("VARIABLE_VALUE", "varchar(4096)")],
    },
];

/// The table of that name, in the letters that it is stored under.
///
/// # Errors
/// There is none.
pub fn known(name: &str) -> Result<&'static str, SqlError> {
    form(name).map(|form| form.name).ok_or_else(|| {
        let message = format!("Unknown table '{name}' in information_schema");
        SqlError::new(1109, "42S02", message)
    })
}

/// The names of all tables there.
pub fn names() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|form| form.name)
}

fn form(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name.eq_ignore_ascii_case(name))
}

/// The columns of a table, under the name it goes by in a statement.
#[must_use]
pub fn columns(table: &str, alias: &str) -> Vec<Column> {
    let Some(form) = form(table) else {
        return Vec::new();
    };
    let column = |(name, written): &(&str, &str)| {
        let mut shape = Declared::read(written).shape;
        shape.flags |= flag::NO_DEFAULT;
        Column {
            name: (*name).to_owned(),
            table: alias.to_owned(),
            schema: SCHEMA.to_owned(),
            shape,
        }
    };
    form.fields.iter().map(column).collect()
}

/// What the rows are made of.
pub struct Source<'a> {
    /// What there is.
    pub dictionary: &'a Dictionary,
    /// Where the rows of tables are.
    pub store: &'a Store,
    /// Where the session is.
    pub place: &'a Place,
    /// What it has set.
    pub variables: &'a Variables,
}

/// The rows of a table.
#[must_use]
pub fn rows(table: &str, source: &Source<'_>) -> Vec<Vec<Cell>> {
    match table {
        "SCHEMATA" => rows::schemata(source),
        "TABLES" => rows::tables(source),
        "COLUMNS" => rows::columns(source),
        "STATISTICS" => rows::statistics(source),
        "VIEWS" => rows::views(source),
        "KEY_COLUMN_USAGE" => rows::keys(source),
        "ENGINES" => rows::engines(),
        "CHARACTER_SETS" => rows::character_sets(),
        "COLLATIONS" => rows::collations(),
        "PROCESSLIST" => rows::processes(source),
        "SESSION_VARIABLES" | "GLOBAL_VARIABLES" => rows::variables(source),
        _ => Vec::new(),
    }
}
