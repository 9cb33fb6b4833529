//! How often data is read.

/// How often data is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshInterval {
    /// Every so many seconds.
    Seconds(u32),
    /// Only when asked.
    Paused,
}

impl RefreshInterval {
    /// The intervals on offer.
    pub const ALL: [Self; 9] = [
        Self::Seconds(1),
        Self::Seconds(2),
        Self::Seconds(5),
        Self::Seconds(10),
        Self::Seconds(30),
        Self::Seconds(60),
        Self::Seconds(120),
        Self::Seconds(300),
        Self::Paused,
    ];

    /// How the interval is stored and chosen: seconds, or `off`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Seconds(1) => "1",
            Self::Seconds(2) => "2",
            Self::Seconds(5) => "5",
            Self::Seconds(10) => "10",
            Self::Seconds(30) => "30",
            Self::Seconds(60) => "60",
            Self::Seconds(120) => "120",
            Self::Seconds(_) => "300",
            Self::Paused => "off",
        }
    }

    /// Reads a stored interval; only those on offer are taken.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|interval| interval.key() == key)
    }
}
