//! What clients are told about sums, products and quotients.

use crate::column::{Shape, SqlType, flag};

pub(super) fn is_exact(shape: Shape) -> bool {
    shape.kind.is_integer() || shape.kind == SqlType::Decimal
}

fn whole_digits(shape: Shape) -> u64 {
    match shape.kind {
        SqlType::Decimal => shape.length.saturating_sub(u64::from(shape.decimals) + 2),
        _ => shape.length.saturating_sub(1).max(1),
    }
}

fn either_null(shape: Shape, left: Shape, right: Shape) -> Shape {
    if left.flags & right.flags & flag::NOT_NULL == 0 { shape.nullable() } else { shape.not_null() }
}

pub(super) fn sum(left: Shape, right: Shape) -> Shape {
    let shape = if left.kind.is_integer() && right.kind.is_integer() {
        let length = left.length.max(right.length) + 1;
        let length = if length < 10 { length + 1 } else { length };
        Shape::integer(if length < 10 { SqlType::Int } else { SqlType::Bigint }, length)
    } else if is_exact(left) && is_exact(right) {
        let decimals = left.decimals.max(right.decimals);
        let whole = whole_digits(left).max(whole_digits(right)) + 1;
        Shape::decimal(whole + u64::from(decimals) + 2, decimals)
    } else {
        Shape::real()
    };
    either_null(shape, left, right)
}

pub(super) fn product(left: Shape, right: Shape) -> Shape {
    let shape = if left.kind.is_integer() && right.kind.is_integer() {
        let length = left.length + right.length;
        Shape::integer(if length < 10 { SqlType::Int } else { SqlType::Bigint }, length)
    } else if is_exact(left) && is_exact(right) {
        let decimals = left.decimals.saturating_add(right.decimals);
        let whole = whole_digits(left) + whole_digits(right);
        Shape::decimal(whole + u64::from(decimals) + 2, decimals)
    } else {
        Shape::real()
    };
    either_null(shape, left, right)
}

pub(super) fn quotient(left: Shape, right: Shape) -> Shape {
    if is_exact(left) && is_exact(right) {
        let decimals = left.decimals.saturating_add(4).min(30);
        let whole = whole_digits(left) + u64::from(right.decimals);
        return Shape::decimal(whole + u64::from(decimals) + 2, decimals);
    }
    Shape::real()
}
