//! What MariaDB tells of the columns of a result, as MaxScale passes it on (`metadata`).

use serde_json::{Value, json};

/// The types that MaxScale names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SqlType {
    /// 1 byte.
    Tinyint,
    /// 2 bytes.
    Smallint,
    /// 3 bytes.
    Mediumint,
    /// 4 bytes.
    Int,
    /// 8 bytes.
    Bigint,
    /// Single precision.
    Float,
    /// Double precision.
    Double,
    /// Exact, with decimals.
    Decimal,
    /// The literal NULL.
    Null,
    /// A moment that follows the time zone.
    Timestamp,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A day and a time.
    Datetime,
    /// A year.
    Year,
    /// Text of bounded length.
    Varchar,
    /// Text of fixed length; enumerations too.
    Char,
    /// Text of up to 64 KiB.
    Text,
    /// Text of any length.
    Longtext,
    /// Bytes of up to 64 KiB.
    Blob,
    /// Bytes of any length.
    Longblob,
}

impl SqlType {
    /// The name that MaxScale gives it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tinyint => "TINYINT",
            Self::Smallint => "SMALLINT",
            Self::Mediumint => "MEDIUMINT",
            Self::Int => "INT",
            Self::Bigint => "BIGINT",
            Self::Float => "FLOAT",
            Self::Double => "DOUBLE",
            Self::Decimal => "DECIMAL",
            Self::Null => "NULL",
            Self::Timestamp => "TIMESTAMP",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Datetime => "DATETIME",
            Self::Year => "YEAR",
            Self::Varchar => "VARCHAR",
            Self::Char => "CHAR",
            Self::Text => "TEXT",
            Self::Longtext => "LONGTEXT",
            Self::Blob => "BLOB",
            Self::Longblob => "LONGBLOB",
        }
    }

    /// Whether its values become JSON integers.
    #[must_use]
    pub fn is_integer(self) -> bool {
        matches!(self, Self::Tinyint | Self::Smallint | Self::Mediumint | Self::Int | Self::Bigint)
    }

    /// Whether its values become JSON reals.
    #[must_use]
    pub fn is_real(self) -> bool {
        matches!(self, Self::Float | Self::Double)
    }

    /// Whether it is a text.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Varchar | Self::Char | Self::Text | Self::Longtext)
    }
}

/// The bits of `flags`, in the protocol's numbers.
pub mod flag {
    /// Never NULL.
    pub const NOT_NULL: u32 = 1;
    /// Part of the primary key.
    pub const PRIMARY: u32 = 2;
    /// Part of a unique key.
    pub const UNIQUE: u32 = 4;
    /// Part of another key.
    pub const MULTIPLE: u32 = 8;
    /// A text or bytes of any length.
    pub const BLOB: u32 = 16;
    /// Without sign.
    pub const UNSIGNED: u32 = 32;
    /// Not a text.
    pub const BINARY: u32 = 128;
    /// An enumeration.
    pub const ENUM: u32 = 256;
    /// Numbered by itself.
    pub const AUTO_INCREMENT: u32 = 512;
    /// A timestamp.
    pub const TIMESTAMP: u32 = 1024;
    /// Has to be given.
    pub const NO_DEFAULT: u32 = 4096;
    /// Set when the row changes.
    pub const ON_UPDATE: u32 = 8192;
    /// Part of any key.
    pub const KEY: u32 = 16_384;
    /// A number.
    pub const NUMBER: u32 = 32_768;
}

/// `decimals` of what has no fixed number of them.
pub const NOT_FIXED: u8 = 39;

/// `decimals` of reals.
pub const REAL: u8 = 31;

/// The type of a column's values with all that MariaDB tells about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The type.
    pub kind: SqlType,
    /// The longest value, in characters.
    pub length: u64,
    /// The digits after the point.
    pub decimals: u8,
    /// The flags.
    pub flags: u32,
}

impl Shape {
    /// A whole number that an expression yields.
    #[must_use]
    pub fn integer(kind: SqlType, length: u64) -> Self {
        Self { kind, length, decimals: 0, flags: flag::NUMBER | flag::BINARY | flag::NOT_NULL }
    }

    /// A real number that an expression yields.
    #[must_use]
    pub fn real() -> Self {
        let flags = flag::NUMBER | flag::BINARY;
        Self { kind: SqlType::Double, length: 23, decimals: REAL, flags }
    }

    /// An exact number that an expression yields.
    #[must_use]
    pub fn decimal(length: u64, decimals: u8) -> Self {
        Self { kind: SqlType::Decimal, length, decimals, flags: flag::NUMBER | flag::BINARY }
    }

    /// A text that an expression yields.
    #[must_use]
    pub fn text(length: u64) -> Self {
        Self { kind: SqlType::Varchar, length, decimals: NOT_FIXED, flags: 0 }
    }

    /// A time that an expression yields.
    #[must_use]
    pub fn time(kind: SqlType, length: u64) -> Self {
        Self { kind, length, decimals: 0, flags: flag::BINARY }
    }

    /// The literal NULL.
    #[must_use]
    pub fn null() -> Self {
        let flags = flag::NUMBER | flag::BINARY;
        Self { kind: SqlType::Null, length: 0, decimals: 0, flags }
    }

    /// The same, never NULL.
    #[must_use]
    pub fn not_null(mut self) -> Self {
        self.flags |= flag::NOT_NULL;
        self
    }

    /// The same, perhaps NULL.
    #[must_use]
    pub fn nullable(mut self) -> Self {
        self.flags &= !flag::NOT_NULL;
        self
    }

    /// The same as the value of an expression: keys and defaults belong to columns only.
    #[must_use]
    pub fn computed(mut self) -> Self {
        let kept = flag::NOT_NULL | flag::UNSIGNED | flag::BLOB | flag::NUMBER;
        self.flags &= kept | flag::BINARY;
        if !self.kind.is_text() {
            self.flags |= flag::BINARY;
        }
        self
    }
}

/// One column of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the result.
    pub name: String,
    /// The table, as the statement calls it; empty for an expression.
    pub table: String,
    /// The database of the table.
    pub schema: String,
    /// The type of its values.
    pub shape: Shape,
}

impl Column {
    /// The column of an expression.
    #[must_use]
    pub fn computed(name: impl Into<String>, shape: Shape) -> Self {
        Self { name: name.into(), table: String::new(), schema: String::new(), shape }
    }

    /// The entry in `metadata`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "catalog": "def",
            "decimals": self.shape.decimals,
            "flags": self.shape.flags,
            "length": self.shape.length,
            "name": self.name,
            "schema": self.schema,
            "table": self.table,
            "type": self.shape.kind.name(),
        })
    }
}
