//! Column types as MariaDB writes them, and what it tells clients about each.

use crate::column::{REAL, Shape, SqlType, flag};

/// A declared type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// As `SHOW COLUMNS` has it: `int(11)`.
    pub text: String,
    /// What clients are told about its values.
    pub shape: Shape,
}

impl Declared {
    /// Reads a type as somebody wrote it: `INT UNSIGNED`, `decimal(10, 2)`.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let (base, arguments, rest) = parts(written);
        let is_unsigned = rest.contains("unsigned");
        let base = canonical(&base);
        let (arguments, shape) = complete(base, &arguments, is_unsigned);
        let arguments = if arguments.is_empty() { arguments } else { format!("({arguments})") };
        let sign = if is_unsigned { " unsigned" } else { "" };
        Self { text: format!("{base}{arguments}{sign}"), shape }
    }

    /// Its first word: `int`, `varchar`.
    #[must_use]
    pub fn base(&self) -> &str {
        self.text.split(['(', ' ']).next().unwrap_or_default()
    }
}

/// The word, what is in its parentheses, and what comes after, in lower case but for quoted words.
fn parts(written: &str) -> (String, String, String) {
    let open = written.find('(').unwrap_or(written.len());
    let close = written.rfind(')').unwrap_or(written.len()).max(open);
    let (head, tail) = written.split_at(open);
    let arguments = tail.get(1..close - open).unwrap_or_default().replace(", ", ",");
    let after = written.get(close..).unwrap_or_default();
    let mut words = head.split_whitespace().map(str::to_lowercase);
    let base = words.next().unwrap_or_default();
    let rest: Vec<String> = words.chain([after.to_lowercase()]).collect();
    let is_long = rest.first().is_some_and(|word| word == "varying" || word == "precision");
    let base = if is_long && base.starts_with("char") { "varchar".to_owned() } else { base };
    (base, arguments, rest.join(" "))
}

fn canonical(base: &str) -> &str {
    match base {
        "integer" | "int4" | "serial" => "int",
        "bool" | "boolean" => "tinyint(1)",
        "numeric" | "dec" | "fixed" => "decimal",
        "real" | "float8" => "double",
        "character" | "nchar" => "char",
        "nvarchar" => "varchar",
        "json" => "longtext",
        other => other,
    }
}

/// The arguments with those that go without saying, and the shape.
fn complete(base: &str, arguments: &str, is_unsigned: bool) -> (String, Shape) {
    use SqlType::{Bigint, Int, Mediumint, Smallint, Tinyint};
    let given = |usual: u64| arguments.parse().unwrap_or(usual);
    let whole = |kind, signed: u64, unsigned: u64| {
        let width = given(if is_unsigned { unsigned } else { signed });
        (width.to_string(), plain(kind, width, 0, number(is_unsigned)))
    };
    match base {
        "tinyint(1)" => (String::new(), plain(Tinyint, 1, 0, flag::NUMBER)),
        "tinyint" => whole(Tinyint, 4, 3),
        "smallint" => whole(Smallint, 6, 5),
        "mediumint" => whole(Mediumint, 9, 8),
        "int" => whole(Int, 11, 10),
        "bigint" => whole(Bigint, 20, 20),
        "decimal" => decimal(arguments, is_unsigned),
        "float" => (String::new(), plain(SqlType::Float, 12, REAL, number(is_unsigned))),
        "double" => (String::new(), plain(SqlType::Double, 22, REAL, number(is_unsigned))),
        "year" => ("4".to_owned(), plain(SqlType::Year, 4, 0, flag::NUMBER | flag::UNSIGNED)),
        "date" => (String::new(), plain(SqlType::Date, 10, 0, flag::BINARY)),
        "time" => (String::new(), plain(SqlType::Time, 10, 0, flag::BINARY)),
        "datetime" => (String::new(), plain(SqlType::Datetime, 19, 0, flag::BINARY)),
        "timestamp" => {
            let flags = flag::BINARY | flag::TIMESTAMP | flag::UNSIGNED;
            (String::new(), plain(SqlType::Timestamp, 19, 0, flags))
        }
        "enum" | "set" => {
            let longest = arguments.split(',').map(|word| word.chars().count()).max();
            let length = longest.unwrap_or_default().saturating_sub(2) as u64;
            (arguments.to_owned(), plain(SqlType::Char, length, 0, flag::ENUM))
        }
        _ => text(base, arguments),
    }
}

fn text(base: &str, arguments: &str) -> (String, Shape) {
    let blob = |kind, length, flags| (String::new(), plain(kind, length, 0, flag::BLOB | flags));
    let sized = |kind, usual: u64, flags| {
        let length: u64 = arguments.parse().unwrap_or(usual);
        (length.to_string(), plain(kind, length, 0, flags))
    };
    match base {
        "char" => sized(SqlType::Char, 1, 0),
        "binary" => sized(SqlType::Char, 1, flag::BINARY),
        "varbinary" => sized(SqlType::Varchar, 1, flag::BINARY),
        "tinytext" | "text" => blob(SqlType::Text, 65_535, 0),
        "mediumtext" | "longtext" => blob(SqlType::Longtext, 1_073_741_823, 0),
        "tinyblob" | "blob" => blob(SqlType::Blob, 65_535, flag::BINARY),
        "mediumblob" | "longblob" => blob(SqlType::Longblob, 4_294_967_295, flag::BINARY),
        "varchar" => sized(SqlType::Varchar, 255, 0),
        _ => (arguments.to_owned(), plain(SqlType::Varchar, 255, 0, 0)),
    }
}

fn decimal(arguments: &str, is_unsigned: bool) -> (String, Shape) {
    let (digits, decimals) = arguments.split_once(',').unwrap_or((arguments, "0"));
    let digits: u64 = digits.trim().parse().unwrap_or(10);
    let decimals: u8 = decimals.trim().parse().unwrap_or_default();
    let point = u64::from(decimals > 0);
    let sign = u64::from(!is_unsigned);
    let shape = plain(SqlType::Decimal, digits + point + sign, decimals, number(is_unsigned));
    (format!("{digits},{decimals}"), shape)
}

fn number(is_unsigned: bool) -> u32 {
    if is_unsigned { flag::NUMBER | flag::UNSIGNED } else { flag::NUMBER }
}

fn plain(kind: SqlType, length: u64, decimals: u8, flags: u32) -> Shape {
    Shape { kind, length, decimals, flags }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_get_what_goes_without_saying() {
        for (written, expected) in [
            ("INT", "int(11)"),
            ("INTEGER UNSIGNED", "int(10) unsigned"),
            ("BOOLEAN", "tinyint(1)"),
            ("DECIMAL(10, 2)", "decimal(10,2)"),
            ("VARCHAR(50)", "varchar(50)"),
            ("ENUM('New', 'Old')", "enum('New','Old')"),
            ("DATETIME", "datetime"),
            ("DOUBLE PRECISION", "double"),
        ] {
            assert_eq!(Declared::read(written).text, expected);
        }
    }

    #[test]
    fn clients_are_told_lengths_and_flags() {
        let shape = |written: &str| Declared::read(written).shape;
        assert_eq!(
            shape("decimal(10,2)"),
            Shape { kind: SqlType::Decimal, length: 12, decimals: 2, flags: 32_768 }
        );
        assert_eq!(shape("enum('new','cancelled')").length, 9);
        assert_eq!(shape("text").flags, 16);
    }
}
