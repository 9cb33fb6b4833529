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
            Self::Unreachable => {
                "MaxScale cannot be reached. Check that MaxScale is running and your network connection.".into()
            }
            Self::TimedOut => "MaxScale did not answer in time. It may be busy with a long \
                operation; look at the state before you try again."
                .into(),
            Self::SignedOut(_) => {
                "Your session has ended. Sign in again; nothing you entered is lost.".into()
            }
            Self::Forbidden(refused) => {
                said(refused, "This account, or this host, may not change anything.")
            }
            Self::NotFound(refused) => said(refused, "It does not exist any more."),
            Self::Refused(refused) => said(
                refused,
                &format!("MaxScale refused with status {} and gave no reason.", refused.status),
            ),
            Self::Unreadable(reason) => {
                format!("MaxScale’s answer could not be understood: {reason}.")
            }
            Self::NothingNew => "Nothing new is known.".into(),
        }
    }
}

fn said(refused: &Refused, otherwise: &str) -> String {
    if refused.details.is_empty() {
        otherwise.to_owned()
    } else {
        format!("MaxScale says: {}", refused.details.join(" "))
    }
}
