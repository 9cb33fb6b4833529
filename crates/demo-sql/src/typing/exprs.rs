//! What clients are told about the value of an expression.

use super::arithmetic::{product, quotient, sum};
use super::calls::called;
use super::{Typing, wider};
use crate::column::{Column, Shape, SqlType, flag};
use crate::dictionary::types::Declared;
use sqlparser::ast::{
    BinaryOperator, CaseWhen, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments,
    Ident, UnaryOperator, Value,
};

impl Typing<'_> {
    /// The column that an expression makes.
    pub(super) fn column(&mut self, expr: &Expr) -> Column {
        let named = match expr {
            Expr::Identifier(name) => self.named(None, &name.value),
            Expr::CompoundIdentifier(parts) => match parts.as_slice() {
                [table, name] | [_, table, name] => self.named(Some(&table.value), &name.value),
                _ => None,
            },
            _ => None,
        };
        named.unwrap_or_else(|| Column::computed(expr.to_string(), self.expr(expr)))
    }

    /// What is told about its value.
    pub(super) fn expr(&mut self, expr: &Expr) -> Shape {
        match expr {
            Expr::Identifier(name) => self.identifier(name),
            Expr::CompoundIdentifier(parts) => self.compound(parts),
            Expr::Value(value) => literal(&value.value),
            Expr::Nested(inner) | Expr::Collate { expr: inner, .. } => self.expr(inner),
            Expr::Prefixed { value, .. } => self.expr(value),
            Expr::UnaryOp { op, expr: inner } => self.unary(*op, inner),
            Expr::BinaryOp { left, op, right } => self.binary(left, op, right),
            Expr::Function(function) => self.function(function),
            Expr::Cast { data_type, .. } => cast(&data_type.to_string()),
            Expr::Convert { data_type: Some(data_type), .. } => cast(&data_type.to_string()),
            Expr::Case { conditions, else_result, .. } => {
                self.case(conditions, else_result.as_deref())
            }
            Expr::Subquery(query) => {
                let first = self.columns(query).into_iter().next();
                first.map_or_else(Shape::null, |column| column.shape.computed().nullable())
            }
            Expr::Substring { expr: inner, .. } | Expr::Trim { expr: inner, .. } => {
                let length = self.expr(inner).length;
                Shape::text(length)
            }
            Expr::Extract { .. } | Expr::Position { .. } => {
                Shape::integer(SqlType::Int, 11).nullable()
            }
            Expr::Ceil { expr: inner, .. } | Expr::Floor { expr: inner, .. } => self.rounded(inner),
            Expr::Interval(_) => Shape::text(10),
            // What is left is a question: yes, no or NULL.
            _ => Shape::integer(SqlType::Int, 1),
        }
    }

    fn identifier(&self, name: &Ident) -> Shape {
        if let Some(system) = name.value.strip_prefix("@@") {
            let bare = system.rsplit('.').next().unwrap_or(system);
            return self.variables.setting(bare).map_or_else(Shape::null, |found| found.shape());
        }
        if let Some(own) = name.value.strip_prefix('@') {
            let mut shape = self.variables.own_setting(own).shape();
            shape.flags &= !flag::UNSIGNED;
            return shape;
        }
        match name.value.to_ascii_uppercase().as_str() {
            "CURRENT_TIMESTAMP" | "LOCALTIME" | "LOCALTIMESTAMP" => {
                Shape::time(SqlType::Datetime, 19).not_null()
            }
            "CURRENT_DATE" => Shape::time(SqlType::Date, 10).not_null(),
            "CURRENT_TIME" => Shape::time(SqlType::Time, 10).not_null(),
            "CURRENT_USER" => Shape::text(384),
            _ => self.named(None, &name.value).map_or_else(Shape::null, |column| column.shape),
        }
    }

    fn compound(&self, parts: &[Ident]) -> Shape {
        match parts {
            [scope, name] if scope.value.starts_with("@@") => {
                self.variables.setting(&name.value).map_or_else(Shape::null, |found| found.shape())
            }
            [table, name] | [_, table, name] => self
                .named(Some(&table.value), &name.value)
                .map_or_else(Shape::null, |column| column.shape),
            _ => Shape::null(),
        }
    }

    fn unary(&mut self, op: UnaryOperator, inner: &Expr) -> Shape {
        let mut shape = self.expr(inner);
        match op {
            UnaryOperator::Minus => shape.length += 1,
            UnaryOperator::Plus => {}
            _ => return Shape::integer(SqlType::Int, 1),
        }
        shape.computed()
    }

    fn binary(&mut self, left: &Expr, op: &BinaryOperator, right: &Expr) -> Shape {
        if let Expr::Interval(_) = right {
            return Shape::time(SqlType::Datetime, 19);
        }
        let (left, right) = (self.expr(left), self.expr(right));
        match op {
            BinaryOperator::Plus | BinaryOperator::Minus => sum(left, right),
            BinaryOperator::Multiply => product(left, right),
            BinaryOperator::Divide => quotient(left, right),
            BinaryOperator::MyIntegerDivide => {
                Shape::integer(SqlType::Bigint, left.length.max(1)).nullable()
            }
            BinaryOperator::Modulo if left.kind.is_integer() && right.kind.is_integer() => {
                let kind = if left.length < 10 { SqlType::Int } else { SqlType::Bigint };
                Shape::integer(kind, left.length.max(right.length)).nullable()
            }
            BinaryOperator::Modulo => sum(left, right).nullable(),
            _ => Shape::integer(SqlType::Int, 1),
        }
    }

    fn case(&mut self, conditions: &[CaseWhen], otherwise: Option<&Expr>) -> Shape {
        let mut shapes: Vec<Shape> =
            conditions.iter().map(|condition| self.expr(&condition.result)).collect();
        shapes.push(otherwise.map_or_else(Shape::null, |expr| self.expr(expr)));
        shapes.into_iter().reduce(wider).unwrap_or_else(Shape::null).computed()
    }

    fn rounded(&mut self, inner: &Expr) -> Shape {
        let shape = self.expr(inner);
        if shape.kind == SqlType::Decimal {
            let digits = shape.length.saturating_sub(u64::from(shape.decimals) + 1);
            return Shape { length: digits + 1, decimals: 0, ..shape.computed() };
        }
        shape.computed()
    }

    fn function(&mut self, function: &Function) -> Shape {
        let FunctionArguments::List(list) = &function.args else {
            return called(&function.name.to_string().to_uppercase(), &[]);
        };
        let expr = |argument: &FunctionArg| match argument {
            FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Some(self.expr(expr)),
            _ => None,
        };
        let shapes: Vec<Shape> = list.args.iter().filter_map(expr).collect();
        called(&function.name.to_string().to_uppercase(), &shapes)
    }
}

fn literal(value: &Value) -> Shape {
    match value {
        Value::Number(text, _) if text.contains(['e', 'E']) => {
            Shape { length: text.len() as u64, ..Shape::real().not_null() }
        }
        Value::Number(text, _) => match text.split_once('.') {
            Some((_, decimals)) => {
                let decimals = u8::try_from(decimals.len()).unwrap_or(30);
                Shape::decimal(text.len() as u64 + 1, decimals).not_null()
            }
            None => {
                let kind = if text.len() < 11 { SqlType::Int } else { SqlType::Bigint };
                Shape::integer(kind, text.len() as u64)
            }
        },
        Value::Boolean(is) => Shape::integer(SqlType::Int, if *is { 5 } else { 6 }.min(5)),
        Value::Null => Shape::null(),
        Value::HexStringLiteral(digits) => Shape {
            kind: SqlType::Varchar,
            length: (digits.len() / 2) as u64,
            decimals: 0,
            flags: flag::NOT_NULL | flag::UNSIGNED | flag::BINARY,
        },
        other => {
            let text = other.clone().into_string().unwrap_or_default();
            Shape::text(text.chars().count() as u64).not_null()
        }
    }
}

fn cast(written: &str) -> Shape {
    let lower = written.to_lowercase();
    match lower.split(['(', ' ']).next().unwrap_or_default() {
        "signed" | "integer" | "int" | "unsigned" => Shape::integer(SqlType::Bigint, 21).nullable(),
        _ => {
            let mut shape = Declared::read(written).shape;
            if shape.kind.is_text() {
                shape = Shape::text(shape.length);
            }
            shape.computed()
        }
    }
}
