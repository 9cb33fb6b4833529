//! What can go wrong between the console and MaxScale, in words for people.

use maxscale::error_details;

/// An answer that says no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The HTTP status.
    pub status: u16,
    /// MaxScale's own words; empty when the answer had none.
    pub details: Vec<String>,
}

/// Why a request did not do what it was for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// Nothing answered, or only a gateway that could not reach MaxScale either.
    Unreachable,
    /// MaxScale did not answer in time.
    TimedOut,
    /// The session has ended, or the credentials are wrong.
    SignedOut(Refused),
    /// The account may not do this.
    Forbidden(Refused),
    /// The object does not exist (any more).
    NotFound(Refused),
    /// MaxScale refused, with its reason.
    Refused(Refused),
    /// The answer could not be understood.
    Unreadable(String),
    /// MaxScale was not asked, as another tab does that, and it has read nothing new.
    NothingNew,
}

impl ApiError {
    /// Sorts an answer that is not a success (rest-api.md 1.4).
    pub fn from_answer(status: u16, body: &str) -> Self {
        let refused = Refused { status, details: error_details::details(body) };
        match status {
            401 => Self::SignedOut(refused),
            403 => Self::Forbidden(refused),
            404 => Self::NotFound(refused),
            502 => Self::Unreachable,
            504 => Self::TimedOut,
            _ => Self::Refused(refused),
        }
    }

    /// Whether MaxScale did not answer at all, so that what is shown gets old.
    pub fn is_silence(&self) -> bool {
        matches!(self, Self::Unreachable | Self::TimedOut)
    }

    /// What happened and what to do, in one or two sentences.
    pub fn words(&self) -> String {
        match self {
            Self::Unreachable => texts::api::unreachable().to_owned(),
            Self::TimedOut => texts::api::timed_out().to_owned(),
            Self::SignedOut(_) => texts::api::signed_out().to_owned(),
            Self::Forbidden(refused) => {
                said(refused).unwrap_or_else(|| texts::api::forbidden().to_owned())
            }
            Self::NotFound(refused) => {
                said(refused).unwrap_or_else(|| texts::api::gone().to_owned())
            }
            Self::Refused(refused) => {
                said(refused).unwrap_or_else(|| texts::api::refused(refused.status))
            }
            Self::Unreadable(reason) => texts::api::unreadable(reason),
            Self::NothingNew => texts::api::nothing_new().to_owned(),
        }
    }
}

fn said(refused: &Refused) -> Option<String> {
    let details = &refused.details;
    (!details.is_empty()).then(|| texts::common::says("MaxScale", details.join(" ")))
}
