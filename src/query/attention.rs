//! How much somebody who looks at data cares for it.

/// How an observer looks at what it observes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// It wants nothing read now.
    Paused,
    /// It can wait for the first answer, and is content with a seldom one from then on.
    Deferred,
    /// It wants an answer now, and is content with a seldom one from then on.
    Background,
    /// It is on the screen, and is read in every round.
    Shown,
}
