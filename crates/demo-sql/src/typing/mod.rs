//! Which columns a query has, and what clients are told about each, before it is translated.

mod arithmetic;
mod calls;
mod exprs;

use super::column::{Column, Shape};
use super::dictionary::{Dictionary, information};
use super::names;
use super::syntax;
use super::variables::Variables;
use sqlparser::ast::{
    Ident, Query, Select, SelectItem, SelectItemQualifiedWildcardKind, SetExpr, TableFactor,
    TableWithJoins,
};

/// A table as a query names it.
struct Source {
    alias: String,
    columns: Vec<Column>,
}

/// What is known while a query is looked at.
pub struct Typing<'a> {
    dictionary: &'a Dictionary,
    current: &'a str,
    variables: &'a Variables,
    common: Vec<Source>,
    scopes: Vec<Vec<Source>>,
}

impl<'a> Typing<'a> {
    /// Nothing looked at yet.
    #[must_use]
    pub fn new(
        dictionary: &'a Dictionary,
        current: Option<&'a str>,
        variables: &'a Variables,
    ) -> Self {
        let current = current.unwrap_or_default();
        Self { dictionary, current, variables, common: Vec::new(), scopes: Vec::new() }
    }

    /// The columns of a query that is written like that.
    #[must_use]
    pub fn query(&mut self, query: &Query, sql: &str) -> Vec<Column> {
        let mut columns = self.columns(query);
        if let Some(select) = first_select(&query.body) {
            let names = syntax::column_names(sql, &select.projection);
            if names.len() == columns.len() {
                for (column, name) in columns.iter_mut().zip(names) {
                    column.name = name.unwrap_or_else(|| column.name.clone());
                }
            }
        }
        columns
    }

    /// The columns of `RETURNING`.
    #[must_use]
    pub fn returning(&mut self, items: &[SelectItem], schema: &str, table: &str) -> Vec<Column> {
        let columns = self
            .dictionary
            .table(schema, table)
            .map(|found| found.columns(schema, table))
            .unwrap_or_default();
        self.scopes.push(vec![Source { alias: table.to_owned(), columns }]);
        let found = items.iter().flat_map(|item| self.item(item)).collect();
        self.scopes.pop();
        found
    }

    fn columns(&mut self, query: &Query) -> Vec<Column> {
        let known = self.common.len();
        for table in query.with.iter().flat_map(|with| &with.cte_tables) {
            let alias = table.alias.name.value.clone();
            let names: Vec<&Ident> =
                table.alias.columns.iter().map(|column| &column.name).collect();
            let columns = self.derived(&table.query, &alias, &names);
            self.common.push(Source { alias, columns });
        }
        let columns = self.body(&query.body);
        self.common.truncate(known);
        columns
    }

    fn derived(&mut self, query: &Query, alias: &str, names: &[&Ident]) -> Vec<Column> {
        let mut columns = self.columns(query);
        for (index, column) in columns.iter_mut().enumerate() {
            alias.clone_into(&mut column.table);
            column.schema.clear();
            if let Some(name) = names.get(index) {
                column.name.clone_from(&name.value);
            }
        }
        columns
    }

    fn body(&mut self, body: &SetExpr) -> Vec<Column> {
        match body {
            SetExpr::Select(select) => self.select(select),
            SetExpr::Query(query) => self.columns(query),
            SetExpr::SetOperation { left, right, .. } => {
                let (left, right) = (self.body(left), self.body(right));
                left.into_iter().zip(right).map(|(left, right)| merged(left, &right)).collect()
            }
            SetExpr::Values(values) => {
                let row = values.rows.first().map(|row| row.content.as_slice()).unwrap_or_default();
                row.iter().map(|expr| Column::computed(expr.to_string(), self.expr(expr))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn select(&mut self, select: &Select) -> Vec<Column> {
        let sources: Vec<Source> =
            select.from.iter().flat_map(|table| self.sources(table)).collect();
        self.scopes.push(sources);
        let columns = select.projection.iter().flat_map(|item| self.item(item)).collect();
        self.scopes.pop();
        columns
    }

    fn sources(&mut self, table: &TableWithJoins) -> Vec<Source> {
        let joined = table.joins.iter().map(|join| &join.relation);
        let factors: Vec<&TableFactor> = std::iter::once(&table.relation).chain(joined).collect();
        factors.into_iter().flat_map(|factor| self.source(factor)).collect()
    }

    fn source(&mut self, factor: &TableFactor) -> Vec<Source> {
        match factor {
            TableFactor::Table { name, alias, .. } => {
                let (schema, table) = names::split(name, self.current);
                let alias =
                    alias.as_ref().map_or_else(|| table.clone(), |alias| alias.name.value.clone());
                let columns = self.table(&schema, &table, &alias, name.0.len() == 1);
                vec![Source { alias, columns }]
            }
            TableFactor::Derived { subquery, alias, .. } => {
                let name = alias.as_ref().map(|alias| alias.name.value.clone()).unwrap_or_default();
                let names: Vec<&Ident> = alias
                    .iter()
                    .flat_map(|alias| &alias.columns)
                    .map(|column| &column.name)
                    .collect();
                let columns = self.derived(subquery, &name, &names);
                vec![Source { alias: name, columns }]
            }
            TableFactor::NestedJoin { table_with_joins, .. } => self.sources(table_with_joins),
            _ => Vec::new(),
        }
    }

    fn table(&self, schema: &str, table: &str, alias: &str, is_bare: bool) -> Vec<Column> {
        let common =
            self.common.iter().rev().find(|source| source.alias.eq_ignore_ascii_case(table));
        if let Some(source) = common.filter(|_| is_bare) {
            let renamed = |column: &Column| Column { table: alias.to_owned(), ..column.clone() };
            return source.columns.iter().map(renamed).collect();
        }
        if schema.eq_ignore_ascii_case(information::SCHEMA) {
            return information::columns(table, alias);
        }
        self.dictionary
            .table(schema, table)
            .map(|found| found.columns(schema, alias))
            .unwrap_or_default()
    }

    fn item(&mut self, item: &SelectItem) -> Vec<Column> {
        match item {
            SelectItem::UnnamedExpr(expr) => vec![self.column(expr)],
            SelectItem::ExprWithAlias { expr, alias } => {
                vec![Column { name: alias.value.clone(), ..self.column(expr) }]
            }
            SelectItem::Wildcard(_) => self
                .scopes
                .last()
                .into_iter()
                .flatten()
                .flat_map(|source| source.columns.clone())
                .collect(),
            SelectItem::QualifiedWildcard(kind, _) => {
                let SelectItemQualifiedWildcardKind::ObjectName(name) = kind else {
                    return Vec::new();
                };
                let (_, wanted) = names::split(name, self.current);
                self.scopes
                    .last()
                    .into_iter()
                    .flatten()
                    .filter(|source| source.alias.eq_ignore_ascii_case(&wanted))
                    .flat_map(|source| source.columns.clone())
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The column that a name stands for, looking outwards.
    fn named(&self, table: Option<&str>, name: &str) -> Option<Column> {
        self.scopes.iter().rev().find_map(|sources| {
            sources
                .iter()
                .filter(|source| table.is_none_or(|table| source.alias.eq_ignore_ascii_case(table)))
                .flat_map(|source| &source.columns)
                .find(|column| column.name.eq_ignore_ascii_case(name))
                .cloned()
        })
    }
}

/// The column of a union: wide enough for both sides, of no table.
fn merged(left: Column, right: &Column) -> Column {
    let mut shape = wider(left.shape, right.shape);
    shape = shape.computed();
    Column::computed(left.name, shape)
}

/// A type for values of two types.
pub(super) fn wider(left: Shape, right: Shape) -> Shape {
    use super::column::SqlType::Null;
    let mut shape =
        match (left.kind, right.kind) {
            (Null, _) => right.nullable(),
            (_, Null) => left.nullable(),
            (one, other) if one == other => Shape {
                length: left.length.max(right.length),
                decimals: left.decimals.max(right.decimals),
                ..left
            },
            (one, other) if one.is_integer() && other.is_integer() => {
                if left.length >= right.length { left } else { right }
            }
            (one, other) if one.is_real() || other.is_real() => Shape::real(),
            (one, _) if one.is_integer() => right,
            (_, other) if other.is_integer() => left,
            _ => Shape::text(left.length.max(right.length)),
        };
    let is_never_null = left.flags & right.flags & 1 == 1;
    shape = if is_never_null { shape.not_null() } else { shape.nullable() };
    shape
}

fn first_select(body: &SetExpr) -> Option<&Select> {
    match body {
        SetExpr::Select(select) => Some(select),
        SetExpr::Query(query) => first_select(&query.body),
        SetExpr::SetOperation { left, .. } => first_select(left),
        _ => None,
    }
}
