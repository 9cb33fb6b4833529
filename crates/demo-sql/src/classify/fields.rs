//! The fields and functions that a statement uses, in order.

use crate::splitter;
use crate::syntax;
use serde_json::{Value, json};
use sqlparser::ast::{
    Assignment, AssignmentTarget, BinaryOperator, Expr, Ident, ObjectNamePart, Query, Select,
    SelectItem, SetExpr, Statement, Visit, Visitor,
};
use std::ops::ControlFlow;

/// What a statement uses.
#[derive(Default)]
pub struct Used {
    /// The fields.
    pub fields: Vec<String>,
    functions: Vec<(String, Vec<String>)>,
}

impl Used {
    /// The functions with the fields that they are given.
    #[must_use]
    pub fn functions_json(&self) -> Value {
        self.functions
            .iter()
            .map(|(name, arguments)| json!({ "arguments": arguments, "name": name }))
            .collect()
    }

    fn field(&mut self, name: String) {
        if !self.fields.contains(&name) {
            self.fields.push(name);
        }
    }

    fn function(&mut self, name: &str, arguments: Vec<String>) {
        let name = same_as(name);
        let known = self.functions.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name));
        match known {
            Some((_, fields)) => {
                for field in arguments {
                    if !fields.contains(&field) {
                        fields.push(field);
                    }
                }
            }
            None => self.functions.push((name.to_owned(), arguments)),
        }
    }
}

/// What the first statement of a text uses; nothing if it is not understood.
#[must_use]
pub fn of(sql: &str) -> Used {
    let mut used = Used::default();
    let Some(Ok(statement)) = splitter::split(sql).into_iter().next().map(syntax::read) else {
        return used;
    };
    if let Statement::Insert(insert) = &statement {
        for column in &insert.columns {
            if let Some(name) = column.0.last().and_then(ObjectNamePart::as_ident) {
                used.field(name.value.clone());
            }
        }
    }
    if let Statement::Update(update) = &statement {
        update.assignments.iter().for_each(|assignment| used.assignment(assignment));
    }
    let _ = statement.visit(&mut used);
    used
}

impl Visitor for Used {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        if let SetExpr::Select(select) = query.body.as_ref() {
            self.list(select);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
        if let Some(name) = named(expr) {
            self.field(name);
        }
        match expr {
            Expr::Function(function) => {
                let mut inner = Used::default();
                let _ = function.args.visit(&mut inner);
                self.function(&function.name.to_string(), inner.fields);
            }
            Expr::BinaryOp { left, op, right }
                if !matches!(
                    op,
                    BinaryOperator::And | BinaryOperator::Or | BinaryOperator::Xor
                ) =>
            {
                self.operator(&op.to_string(), &[left, right]);
            }
            Expr::Between { expr, low, high, .. } => self.operator("between", &[expr, low, high]),
            Expr::InList { expr, .. } | Expr::InSubquery { expr, .. } => {
                self.operator("in", &[expr]);
            }
            Expr::Like { expr, pattern, .. } => self.operator("like", &[expr, pattern]),
            Expr::IsNull(inner) => self.operator("isnull", &[inner]),
            Expr::IsNotNull(inner) => self.operator("isnotnull", &[inner]),
            Expr::Case { .. } => self.function("case", Vec::new()),
            Expr::Cast { expr, .. } => self.operator("cast", &[expr]),
            _ => {}
        }
        ControlFlow::Continue(())
    }
}

impl Used {
    /// Stars come before the rest of the list only where they stand.
    fn list(&mut self, select: &Select) {
        for item in &select.projection {
            match item {
                SelectItem::Wildcard(_) => self.field("*".to_owned()),
                SelectItem::QualifiedWildcard(kind, _) => {
                    self.field(format!("{kind}.*").replace(".*.*", ".*"))
                }
                SelectItem::UnnamedExpr(expr) | SelectItem::ExprWithAlias { expr, .. } => {
                    let mut inner = Used::default();
                    let _ = expr.visit(&mut inner);
                    inner.fields.into_iter().for_each(|field| self.field(field));
                }
                _ => {}
            }
        }
    }

    fn assignment(&mut self, assignment: &Assignment) {
        let AssignmentTarget::ColumnName(target) = &assignment.target else {
            return;
        };
        let target = target.to_string();
        self.field(target.clone());
        self.function("=", std::iter::once(target).chain(named(&assignment.value)).collect());
    }

    fn operator(&mut self, name: &str, parts: &[&Expr]) {
        let fields = parts.iter().filter_map(|part| named(part)).collect();
        self.function(name, fields);
    }
}

/// The name by which the parser knows a function or operator (recording core-endpoints).
fn same_as(name: &str) -> &str {
    match name {
        ":=" => "=",
        name if name.eq_ignore_ascii_case("now") => "current_timestamp",
        name => name,
    }
}

/// The field that an expression is.
fn named(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Identifier(name) if !name.value.starts_with('@') => Some(name.value.clone()),
        Expr::CompoundIdentifier(parts)
            if parts.first().is_some_and(|part| !part.value.starts_with('@')) =>
        {
            Some(parts.iter().map(|part: &Ident| part.value.as_str()).collect::<Vec<_>>().join("."))
        }
        _ => None,
    }
}
