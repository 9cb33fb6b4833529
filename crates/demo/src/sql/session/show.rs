//! `SHOW`.

use super::show_request::{Request, read};
use super::show_rows::{
    capitalized, column_columns, column_row, master, nothing, replica, routines, told, variables,
};
use super::{Session, unexpected};
use crate::sql::column::{Column, Shape, SqlType, flag};
use crate::sql::dictionary::information::{self, SCHEMA, Source};
use crate::sql::dictionary::write::for_people;
use crate::sql::error::SqlError;
use crate::sql::lexer::Token;
use crate::sql::names::{in_backticks, quoted};
use crate::sql::outcome::{Outcome, Result, Rows, text};
use crate::sql::place::Place;
use crate::sql::splitter::Statement;
use crate::sql::translate::Translator;
use rusqlite::types::Value as Cell;
use sqlparser::dialect::MySqlDialect;
use sqlparser::parser::Parser;

type Maybe<T> = std::result::Result<T, SqlError>;

impl Session {
    /// `SHOW ...`
    pub(super) fn show(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        place: &Place,
    ) -> Result {
        let request = read(statement, words);
        let what: Vec<&str> = request.what.iter().map(String::as_str).collect();
        let rows = match what.as_slice() {
            ["databases" | "schemas"] => self.databases(),
            ["tables"] => self.tables(&request, place)?,
            ["table", "status"] => self.table_status(&request, place)?,
            ["columns" | "fields"] => {
                let (schema, table) = self.target(&request)?;
                let rows = self.column_rows(&schema, &table, request.full)?;
                return self.filtered(rows, &request);
            }
            ["index" | "indexes" | "keys"] => self.indexes(&request, place)?,
            ["create", kind, ..] => return self.creation(&request, kind),
            ["variables"] => variables(&self.variables.all()),
            ["status"] => self.status(place),
            ["processlist"] => self.processes(&request, place),
            ["warnings" | "errors"] => self.warned(),
            ["engines"] => self.table_as(
                "ENGINES",
                &["Engine", "Support", "Comment", "Transactions", "XA", "Savepoints"],
                place,
            ),
            ["character", "set"] | ["charset"] => self.character_sets(place),
            ["collation"] => self.table_as(
                "COLLATIONS",
                &["Collation", "Charset", "Id", "Default", "Compiled", "Sortlen"],
                place,
            ),
            ["grants", ..] => self.grants(),
            ["triggers"] => self.table_as("TRIGGERS", &[], place),
            ["procedure" | "function", "status"] => routines(),
            ["master", "status"] | ["binlog", "status"] => master(place),
            ["slave" | "replica", "status"] | ["all", "slaves" | "replicas", "status"] => replica(),
            ["binary", "logs"]
            | ["master", "logs"]
            | ["plugins"]
            | ["open", "tables"]
            | ["events"] => nothing(),
            _ => return Err(unexpected(statement, words, 1)),
        };
        self.filtered(rows, &request)
    }

    /// The rows that `LIKE` or `WHERE` leaves.
    fn filtered(&self, rows: Rows, request: &Request<'_>) -> Result {
        let condition = match (&request.like, request.filter) {
            (Some(pattern), _) => {
                let first = rows.columns.first().map(|column| in_backticks(&column.name));
                format!("{} LIKE {} ESCAPE '\\'", first.unwrap_or_default(), quoted(pattern))
            }
            (None, Some(written)) => self.condition(written)?,
            (None, None) => return Ok(Outcome::Rows(rows)),
        };
        self.keep("show", &rows.columns, &rows.rows)?;
        let sql = format!("SELECT * FROM temp.\"show\" WHERE {condition}");
        self.rows(&sql, rows.columns).map_err(|error| {
            let message = crate::sql::refusal::message(&error);
            let name = message.rsplit(": ").next().unwrap_or_default().split(' ').next();
            SqlError::unknown_column(name.unwrap_or_default(), "WHERE")
        })
    }

    fn condition(&self, written: &str) -> Maybe<String> {
        let read = Parser::new(&MySqlDialect {})
            .with_recursion_limit(40)
            .try_with_sql(written)
            .and_then(|mut parser| parser.parse_expr());
        let mut expr = read.map_err(|_| SqlError::syntax(written, 1))?;
        let dictionary = self.store.dictionary().clone();
        let mut translator =
            Translator::new(&dictionary, self.database.as_deref(), &self.variables);
        translator.expr(&mut expr)?;
        Ok(expr.to_string())
    }

    fn databases(&self) -> Rows {
        let rows = self.store.dictionary().schemas();
        Rows {
            columns: vec![told("Database", "SCHEMATA", "varchar(64)")],
            rows: rows.into_iter().map(|name| vec![Cell::Text(name)]).collect(),
        }
    }

    /// The database that `FROM` names, or the one in use.
    fn schema(&self, request: &Request<'_>) -> Maybe<String> {
        let named = request.from.last().and_then(|words| words.first());
        let name = named.map(|word| word.meaning(request.statement.text));
        let name = name.or_else(|| self.database.clone()).ok_or_else(SqlError::no_database)?;
        if self.store.dictionary().has(&name) {
            Ok(name)
        } else {
            Err(SqlError::unknown_database(&name))
        }
    }

    /// The table that `FROM` names, with its database.
    fn target(&self, request: &Request<'_>) -> Maybe<(String, String)> {
        let sql = request.statement.text;
        match request.from.as_slice() {
            [table] => self.dotted(request.statement, request.words, table),
            [table, schema] => {
                let name = |words: &[Token]| {
                    words.first().map(|word| word.meaning(sql)).unwrap_or_default()
                };
                Ok((name(schema), name(table)))
            }
            _ => Err(unexpected(request.statement, request.words, request.words.len())),
        }
    }

    fn tables(&self, request: &Request<'_>, place: &Place) -> Maybe<Rows> {
        let schema = self.schema(request)?;
        let like = request.like.as_ref().map(|pattern| format!(" ({pattern})")).unwrap_or_default();
        let mut first = told("", "TABLE_NAMES", "varchar(64)");
        first.name = format!("Tables_in_{schema}{like}");
        first.shape.length += like.len() as u64 + schema.len() as u64 + 5;
        let mut columns = vec![first];
        if request.full {
            columns.push(told("Table_type", "TABLE_NAMES", "varchar(64)"));
        }
        let rows = self
            .information("TABLES", place)
            .into_iter()
            .filter(|row| row.get(1).is_some_and(|cell| text(cell).eq_ignore_ascii_case(&schema)));
        let rows = rows.map(|row| row.into_iter().skip(2).take(columns.len()).collect()).collect();
        Ok(Rows { columns, rows })
    }

    fn information(&self, table: &str, place: &Place) -> Vec<Vec<Cell>> {
        let dictionary = self.store.dictionary().clone();
        let source = Source {
            dictionary: &dictionary,
            store: &self.store,
            place,
            variables: &self.variables,
        };
        information::rows(table, &source)
    }

    /// A table of information_schema, its columns under other names.
    fn table_as(&self, table: &str, names: &[&str], place: &Place) -> Rows {
        let mut columns = information::columns(table, table);
        for (column, name) in columns.iter_mut().zip(names) {
            (*name).clone_into(&mut column.name);
        }
        Rows { columns, rows: self.information(table, place) }
    }

    fn character_sets(&self, place: &Place) -> Rows {
        let names = ["Charset", "Default collation", "Description", "Maxlen"];
        let mut found = self.table_as("CHARACTER_SETS", &names, place);
        found.columns.swap(1, 2);
        found.rows.iter_mut().for_each(|row| row.swap(1, 2));
        found
    }

    fn table_status(&self, request: &Request<'_>, place: &Place) -> Maybe<Rows> {
        let schema = self.schema(request)?;
        let mut columns = information::columns("TABLES", "TABLES");
        for column in &mut columns {
            column.name = capitalized(&column.name);
        }
        let rename = [
            ("Table_name", "Name"),
            ("Table_rows", "Rows"),
            ("Table_collation", "Collation"),
            ("Table_comment", "Comment"),
        ];
        for column in &mut columns {
            if let Some((_, new)) = rename.iter().find(|(old, _)| *old == column.name) {
                (*new).clone_into(&mut column.name);
            }
        }
        let keep = |index: usize| index == 2 || index > 3;
        let columns = columns
            .into_iter()
            .enumerate()
            .filter(|(index, _)| keep(*index))
            .map(|(_, column)| column)
            .collect();
        let rows = self
            .information("TABLES", place)
            .into_iter()
            .filter(|row| row.get(1).is_some_and(|cell| text(cell).eq_ignore_ascii_case(&schema)));
        let pick = |row: Vec<Cell>| {
            row.into_iter()
                .enumerate()
                .filter(|(index, _)| keep(*index))
                .map(|(_, cell)| cell)
                .collect()
        };
        Ok(Rows { columns, rows: rows.map(pick).collect() })
    }

    /// The columns of a table, as `SHOW COLUMNS` has them.
    pub(super) fn show_columns(
        &self,
        schema: &str,
        table: &str,
        full: bool,
        wanted: Option<&str>,
        _place: &Place,
    ) -> Result {
        let mut rows = self.column_rows(schema, table, full)?;
        if let Some(wanted) = wanted {
            rows.rows.retain(|row| {
                row.first().is_some_and(|cell| text(cell).eq_ignore_ascii_case(wanted))
            });
        }
        Ok(Outcome::Rows(rows))
    }

    fn column_rows(&self, schema: &str, name: &str, full: bool) -> Maybe<Rows> {
        let dictionary = self.store.dictionary();
        let rows = if schema.eq_ignore_ascii_case(SCHEMA) {
            let columns = information::columns(information::known(name)?, name);
            columns
                .iter()
                .map(|column| {
                    let kind = column.shape.kind.name().to_lowercase();
                    let kind = if column.shape.kind.is_text() {
                        format!("{kind}({})", column.shape.length)
                    } else {
                        kind
                    };
                    let cells = [column.name.clone(), kind, "YES".to_owned(), String::new()]
                        .map(Cell::Text);
                    cells.into_iter().chain([Cell::Null, Cell::Text(String::new())]).collect()
                })
                .collect()
        } else {
            let table = dictionary.table(schema, name)?;
            table.fields.iter().map(|field| column_row(table, field, full)).collect()
        };
        Ok(Rows { columns: column_columns(full), rows })
    }

    fn indexes(&self, request: &Request<'_>, place: &Place) -> Maybe<Rows> {
        let (schema, table) = self.target(request)?;
        self.store.dictionary().table(&schema, &table)?;
        let names = [
            "Table",
            "Non_unique",
            "Key_name",
            "Seq_in_index",
            "Column_name",
            "Collation",
            "Cardinality",
            "Sub_part",
            "Packed",
            "Null",
            "Index_type",
            "Comment",
            "Index_comment",
            "Ignored",
        ];
        let kept = [2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        let all = information::columns("STATISTICS", "STATISTICS");
        let columns = kept.iter().filter_map(|index| all.get(*index)).zip(names);
        let columns = columns
            .map(|(column, name)| Column { name: name.to_owned(), ..column.clone() })
            .collect();
        let rows = self.information("STATISTICS", place).into_iter().filter(|row| {
            let is =
                |index: usize, name: &str| row.get(index).is_some_and(|cell| text(cell) == name);
            is(1, &schema) && is(2, &table)
        });
        let pick =
            |row: Vec<Cell>| kept.iter().filter_map(|index| row.get(*index).cloned()).collect();
        Ok(Rows { columns, rows: rows.map(pick).collect() })
    }

    /// `SHOW CREATE TABLE` and the like.
    fn creation(&self, request: &Request<'_>, kind: &str) -> Result {
        let sql = request.statement.text;
        let sure = |name: &str, length| Column::computed(name, Shape::text(length).not_null());
        let skipped =
            ["show", "create", "table", "view", "database", "schema", "if", "not", "exists"];
        let at =
            request.words.iter().position(|word| !skipped.iter().any(|other| word.is(sql, other)));
        let name = at.and_then(|at| request.words.get(at..)).unwrap_or_default();
        let dictionary = self.store.dictionary();
        if matches!(kind, "database" | "schema") {
            let name = name.first().map(|word| word.meaning(sql)).unwrap_or_default();
            if !dictionary.has(&name) {
                return Err(SqlError::unknown_database(&name));
            }
            let made = format!(
                "CREATE DATABASE {} /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci */",
                in_backticks(&name)
            );
            let columns = vec![sure("Database", 64), sure("Create Database", 1024)];
            return Ok(Outcome::Rows(Rows {
                columns,
                rows: vec![vec![Cell::Text(name), Cell::Text(made)]],
            }));
        }
        if !matches!(kind, "table" | "view") {
            return Err(SqlError::not_supported(sql));
        }
        let (schema, name) = self.dotted(request.statement, request.words, name)?;
        let table = dictionary.table(&schema, &name)?;
        let Some(behind) = &table.view else {
            if kind == "view" {
                return Err(SqlError::new(
                    1347,
                    "HY000",
                    format!("'{schema}.{name}' is not of type 'VIEW'"),
                ));
            }
            let next = table.numbered().and_then(|_| self.store.next_number(&schema, &name));
            let made = for_people(table, &schema, next);
            let columns = vec![sure("Table", 64), sure("Create Table", 1024)];
            return Ok(Outcome::Rows(Rows {
                columns,
                rows: vec![vec![Cell::Text(name), Cell::Text(made)]],
            }));
        };
        let made = format!(
            "CREATE ALGORITHM=UNDEFINED DEFINER=`maxuser`@`%` SQL SECURITY DEFINER VIEW {} AS {behind}",
            in_backticks(&name)
        );
        let columns = vec![
            sure("View", 64),
            sure("Create View", 1024),
            sure("character_set_client", 32),
            sure("collation_connection", 32),
        ];
        let cells = [name, made, "utf8mb4".to_owned(), "utf8mb4_general_ci".to_owned()];
        Ok(Outcome::Rows(Rows { columns, rows: vec![cells.map(Cell::Text).to_vec()] }))
    }

    fn status(&self, place: &Place) -> Rows {
        let threads = place.processes.len().to_string();
        let running = place.processes.iter().filter(|process| process.statement.is_some()).count();
        let uptime = place.uptime.to_string();
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

    fn processes(&self, request: &Request<'_>, place: &Place) -> Rows {
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
        let mut rows = self.information("PROCESSLIST", place);
        rows.iter_mut().for_each(|row| row.push(Cell::Real(0.0)));
        Rows { columns, rows }
    }

    fn warned(&self) -> Rows {
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

    fn grants(&self) -> Rows {
        let name = self.user.split('@').next().unwrap_or_default();
        let title = format!("Grants for {name}@%");
        let line = format!("GRANT ALL PRIVILEGES ON *.* TO `{name}`@`%` WITH GRANT OPTION");
        let columns = vec![Column::computed(title, Shape::text(1024).not_null())];
        Rows { columns, rows: vec![vec![Cell::Text(line)]] }
    }
}
