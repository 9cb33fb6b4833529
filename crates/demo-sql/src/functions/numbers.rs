//! Functions on numbers that the store does not bring.

use super::{FRESH, PURE, number, text};
use rusqlite::Connection;
use rusqlite::functions::Context;
use rusqlite::types::Value;

type Function = fn(&Context<'_>) -> Option<f64>;

/// Makes them known to a connection.
pub fn register(connection: &Connection) -> rusqlite::Result<()> {
    let all: [(&str, i32, Function); 12] = [
        ("ceil", 1, |c| Some(number(c, 0).ceil())),
        ("floor", 1, |c| Some(number(c, 0).floor())),
        ("sqrt", 1, |c| Some(number(c, 0)).filter(|x| *x >= 0.0).map(f64::sqrt)),
        ("exp", 1, |c| Some(number(c, 0).exp())),
        ("ln", 1, |c| Some(number(c, 0)).filter(|x| *x > 0.0).map(f64::ln)),
        ("log", 1, |c| Some(number(c, 0)).filter(|x| *x > 0.0).map(f64::ln)),
        ("log10", 1, |c| Some(number(c, 0)).filter(|x| *x > 0.0).map(f64::log10)),
        ("log2", 1, |c| Some(number(c, 0)).filter(|x| *x > 0.0).map(f64::log2)),
        ("pow", 2, |c| Some(number(c, 0).powf(number(c, 1)))),
        ("mod", 2, |c| Some(number(c, 1)).filter(|x| *x != 0.0).map(|x| number(c, 0) % x)),
        ("pi", 0, |_| Some(std::f64::consts::PI)),
        ("radians", 1, |c| Some(number(c, 0).to_radians())),
    ];
    for (name, arguments, function) in all {
        connection.create_scalar_function(name, arguments, PURE, move |context| {
            let is_null = (0..context.len()).any(|index| text(context, index).is_none());
            let found = if is_null { None } else { function(context) };
            Ok(found.filter(|number| number.is_finite()).map_or(Value::Null, value))
        })?;
    }
    connection.create_scalar_function("rand", -1, FRESH, |_| Ok(fastrand::f64()))
}

/// Whole numbers stay whole.
fn value(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        Value::Integer(number as i64)
    } else {
        Value::Real(number)
    }
}
