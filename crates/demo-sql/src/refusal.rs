//! What the store refuses, in MariaDB's words, as far as the error alone tells.

use super::error::SqlError;
use super::guard::{CancelToken, Stop};
use rusqlite::{Error, ErrorCode, ffi};

/// The error for a refusal that says all by itself.
#[must_use]
pub fn plain(error: &Error) -> SqlError {
    let (code, extended) = codes(error);
    match code {
        Some(ErrorCode::DatabaseBusy) if extended == ffi::SQLITE_BUSY_SNAPSHOT => SqlError::new(
            1213,
            "40001",
            "Deadlock found when trying to get lock; try restarting transaction",
        ),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            SqlError::new(1205, "HY000", "Lock wait timeout exceeded; try restarting transaction")
        }
        Some(ErrorCode::OutOfMemory) => SqlError::new(1041, "HY000", "Out of memory."),
        Some(ErrorCode::DiskFull) => SqlError::new(1114, "HY000", "The table is full"),
        Some(ErrorCode::TooBig) => SqlError::new(
            1301,
            "HY000",
            "Result was larger than max_allowed_packet (4194304) - truncated",
        ),
        Some(ErrorCode::AuthorizationForStatementDenied) => {
            SqlError::not_supported("this statement")
        }
        _ => SqlError::new(1105, "HY000", message(error)),
    }
}

/// The error for a statement that was stopped, if it was.
#[must_use]
pub fn stopped(error: &Error, cancel_token: &CancelToken) -> Option<SqlError> {
    if codes(error).0 != Some(ErrorCode::OperationInterrupted) {
        return None;
    }
    Some(match cancel_token.cancelled() {
        Some(Stop::Connection) => SqlError::lost(),
        Some(Stop::Query) => SqlError::interrupted(),
        None => SqlError::timed_out(),
    })
}

fn codes(error: &Error) -> (Option<ErrorCode>, i32) {
    match error {
        Error::SqliteFailure(inner, _) | Error::SqlInputError { error: inner, .. } => {
            (Some(inner.code), inner.extended_code)
        }
        _ => (None, 0),
    }
}

/// What the store says.
#[must_use]
pub fn message(error: &Error) -> String {
    match error {
        Error::SqliteFailure(_, Some(message)) => message.clone(),
        Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    }
}
