//! From MariaDB's words to those of the store: names of tables, functions, operators.

mod calls;
mod exprs;
mod inserts;
mod writes;

use super::dictionary::Dictionary;
use super::dictionary::information;
use super::error::SqlError;
use super::names::{self, stored};
use super::variables::Variables;
use sqlparser::ast::{
    Expr, Ident, ObjectName, Query, Select, SelectItem, Statement, TableAlias, TableFactor, Value,
    ValueWithSpan, VisitMut, VisitorMut,
};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

pub use exprs::made;
pub use writes::{Way, Write, write};

/// What translating needs to know, and what it finds out.
pub struct Translator<'a> {
    /// What there is.
    pub dictionary: &'a Dictionary,
    /// The database in use.
    pub current: Option<&'a str>,
    /// The variables.
    pub variables: &'a Variables,
    /// The tables of information_schema that are asked for.
    pub information: BTreeSet<&'static str>,
    /// The tables that are asked for, each with its database.
    pub tables: BTreeSet<(String, String)>,
    common: Vec<String>,
}

impl<'a> Translator<'a> {
    /// One that has seen nothing yet.
    #[must_use]
    pub fn new(
        dictionary: &'a Dictionary,
        current: Option<&'a str>,
        variables: &'a Variables,
    ) -> Self {
        Self {
            dictionary,
            current,
            variables,
            information: BTreeSet::new(),
            tables: BTreeSet::new(),
            common: Vec::new(),
        }
    }

    /// Puts a statement into the store's words.
    ///
    /// # Errors
    /// It names what is not there.
    pub fn statement(&mut self, statement: &mut Statement) -> Result<(), SqlError> {
        finish(statement.visit(self))
    }

    /// Puts a query into the store's words.
    ///
    /// # Errors
    /// It names what is not there.
    pub fn query(&mut self, query: &mut Query) -> Result<(), SqlError> {
        finish(query.visit(self))
    }

    /// Puts an expression into the store's words.
    ///
    /// # Errors
    /// It names what is not there.
    pub fn expr(&mut self, expr: &mut Expr) -> Result<(), SqlError> {
        finish(expr.visit(self))
    }

    /// The database and the table that a name stands for.
    ///
    /// # Errors
    /// There is no such table, or no database in use.
    pub fn resolve(&self, name: &ObjectName) -> Result<(String, String), SqlError> {
        if name.0.len() < 2 && self.current.is_none() {
            return Err(SqlError::no_database());
        }
        let (schema, table) = names::split(name, self.current.unwrap_or_default());
        self.dictionary.table(&schema, &table)?;
        Ok((schema, table))
    }

    fn relation(&mut self, name: &mut ObjectName) -> Result<(), SqlError> {
        if let [part] = name.0.as_slice()
            && let Some(ident) = part.as_ident()
            && self.common.iter().any(|common| common.eq_ignore_ascii_case(&ident.value))
        {
            return Ok(());
        }
        let (schema, table) = names::split(name, self.current.unwrap_or_default());
        if schema.eq_ignore_ascii_case(information::SCHEMA) {
            let known = information::known(&table)?;
            self.information.insert(known);
            *name = single(&stored(information::SCHEMA, known));
            return Ok(());
        }
        let (schema, table) = self.resolve(name)?;
        *name = single(&stored(&schema, &table));
        self.tables.insert((schema, table));
        Ok(())
    }
}

fn finish(flow: ControlFlow<SqlError>) -> Result<(), SqlError> {
    match flow {
        ControlFlow::Break(error) => Err(error),
        ControlFlow::Continue(()) => Ok(()),
    }
}

fn flow(result: Result<(), SqlError>) -> ControlFlow<SqlError> {
    result.map_or_else(ControlFlow::Break, ControlFlow::Continue)
}

/// Quotes an alias: the store has keywords of its own.
fn rename(alias: &mut TableAlias) {
    alias.name.quote_style = Some('`');
    for column in &mut alias.columns {
        column.name.quote_style = Some('`');
    }
}

/// A name of one part, quoted.
fn single(name: &str) -> ObjectName {
    ObjectName::from(vec![Ident::with_quote('"', name)])
}

impl VisitorMut for Translator<'_> {
    type Break = SqlError;

    fn pre_visit_query(&mut self, query: &mut Query) -> ControlFlow<SqlError> {
        if let Some(with) = &mut query.with {
            for table in &mut with.cte_tables {
                rename(&mut table.alias);
            }
            self.common.extend(with.cte_tables.iter().map(|table| table.alias.name.value.clone()));
        }
        query.locks.clear();
        query.settings = None;
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &mut Select) -> ControlFlow<SqlError> {
        select.select_modifiers = None;
        select.optimizer_hints.clear();
        if select.into.is_some() {
            return ControlFlow::Break(SqlError::not_supported("SELECT ... INTO"));
        }
        for item in &mut select.projection {
            if let SelectItem::ExprWithAlias { alias, .. } = item {
                alias.quote_style = Some('`');
            }
        }
        let is_dual = |factor: &TableFactor| {
            matches!(factor, TableFactor::Table { name, .. }
                if name.to_string().eq_ignore_ascii_case("dual"))
        };
        select.from.retain(|table| !is_dual(&table.relation));
        ControlFlow::Continue(())
    }

    fn pre_visit_table_factor(&mut self, factor: &mut TableFactor) -> ControlFlow<SqlError> {
        if let TableFactor::Table { alias: Some(alias), .. }
        | TableFactor::Derived { alias: Some(alias), .. } = factor
        {
            rename(alias);
        }
        if let TableFactor::Table { name, alias, index_hints, partitions, args, .. } = factor {
            index_hints.clear();
            partitions.clear();
            if args.is_some() {
                return ControlFlow::Break(SqlError::not_supported("table functions"));
            }
            if alias.is_none()
                && let Some(own) = name.0.last().and_then(|part| part.as_ident())
            {
                let name = Ident::with_quote('"', &own.value);
                *alias = Some(TableAlias { explicit: true, name, columns: Vec::new(), at: None });
            }
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_relation(&mut self, name: &mut ObjectName) -> ControlFlow<SqlError> {
        flow(self.relation(name))
    }

    fn post_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<SqlError> {
        flow(exprs::rewrite(expr, self.variables))
    }

    fn pre_visit_value(&mut self, value: &mut ValueWithSpan) -> ControlFlow<SqlError> {
        if let Value::DoubleQuotedString(text) = &value.value {
            value.value = Value::SingleQuotedString(text.clone());
        }
        ControlFlow::Continue(())
    }
}
