//! What a colour says: the tones that badges, notices and toasts share.

use super::icon::Icon;

/// The meaning a colour carries. Never the only carrier: words and an icon stand beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// All is as it should be.
    Good,
    /// Worth knowing, asks for nothing.
    #[default]
    Info,
    /// Needs a look before going on.
    Caution,
    /// Broken, refused or lost.
    Bad,
    /// Out of use, or of no interest now.
    Muted,
    /// Stands out without judging.
    Accent,
}

impl Tone {
    /// The value of `data-tone`, which `style/tone.css` turns into colours.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Info => "info",
            Self::Caution => "caution",
            Self::Bad => "bad",
            Self::Muted => "muted",
            Self::Accent => "accent",
        }
    }

    /// The drawing that goes with it where nothing more telling is known.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Good => Icon::CheckCircle,
            Self::Caution => Icon::Warning,
            Self::Bad => Icon::Error,
            Self::Info | Self::Muted | Self::Accent => Icon::Info,
        }
    }
}
