//! What the tabs of a browser say to each other: a list of texts, the first of which is the kind.

/// A message without the body of an answer, which stays a text of JavaScript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// This user's tab has read this URL.
    Answer {
        /// Who is signed in there.
        user: String,
        /// What was asked.
        url: String,
    },
    /// This user has signed in.
    SignedIn(String),
    /// The user has signed out.
    SignedOut,
}

impl Message {
    /// The texts of the message.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Answer { user, url } => vec!["answer", user, url],
            Self::SignedIn(user) => vec!["in", user],
            Self::SignedOut => vec!["out"],
        }
    }

    /// Reads the texts of a message; `None` for those of another version of the console.
    pub fn from_texts(texts: impl IntoIterator<Item = String>) -> Option<Self> {
        let mut texts = texts.into_iter();
        match texts.next()?.as_str() {
            "answer" => Some(Self::Answer { user: texts.next()?, url: texts.next()? }),
            "in" => texts.next().map(Self::SignedIn),
            "out" => Some(Self::SignedOut),
            _ => None,
        }
    }
}
