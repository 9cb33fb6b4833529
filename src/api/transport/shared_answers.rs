//! What other tabs have read: which of it is good enough for which reader.
//!
//! Moments are milliseconds since 1970.

use std::collections::VecDeque;

/// As many answers are kept, the newest of each URL.
const CAPACITY: usize = 16;

/// Whose answer a reader accepts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Accept {
    /// That of MaxScale alone.
    #[default]
    MaxScale,
    /// Where another tab has read since `since`, only what is newer than `ours`; else MaxScale is
    /// asked.
    Since {
        /// Older answers are too old.
        since: f64,
        /// When our own answer came.
        ours: f64,
    },
    /// Only what another tab has read since ours came.
    Shared {
        /// When our own answer came.
        ours: f64,
    },
}

/// What there is for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<B> {
    /// An answer that is good enough.
    Found(B),
    /// Nobody is to be asked, and there is nothing newer than what the reader has.
    NothingNew,
    /// MaxScale is to be asked.
    AskMaxScale,
}

struct SharedAnswer<B> {
    url: String,
    at: f64,
    body: B,
}

/// The answers of other tabs; `B` is a body as the browser holds it.
pub struct SharedAnswers<B> {
    answers: VecDeque<SharedAnswer<B>>,
}

impl<B> Default for SharedAnswers<B> {
    fn default() -> Self {
        Self { answers: VecDeque::new() }
    }
}

impl<B: Clone> SharedAnswers<B> {
    /// Keeps an answer that came now.
    pub fn keep(&mut self, url: String, body: B, now: f64) {
        self.answers.retain(|answer| answer.url != url);
        self.answers.truncate(CAPACITY - 1);
        self.answers.push_front(SharedAnswer { url, at: now, body });
    }

    /// What there is for a reader who accepts this.
    pub fn find(&self, url: &str, accept: Accept) -> Lookup<B> {
        let (since, ours) = match accept {
            Accept::MaxScale => return Lookup::AskMaxScale,
            Accept::Since { since, ours } => (since, ours),
            Accept::Shared { ours } => (f64::NEG_INFINITY, ours),
        };
        let answer = self.answers.iter().find(|answer| answer.url == url);
        match (answer.filter(|answer| answer.at > since), accept) {
            (Some(answer), _) if answer.at > ours => Lookup::Found(answer.body.clone()),
            (Some(_), _) | (None, Accept::Shared { .. }) => Lookup::NothingNew,
            (None, Accept::MaxScale | Accept::Since { .. }) => Lookup::AskMaxScale,
        }
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.answers.clear();
    }
}
