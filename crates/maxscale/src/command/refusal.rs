//! Why a command cannot be done now, in words for people.

/// Why a command cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The account may only look.
    ReadOnlyAccount,
    /// The running primary under mariadbmon, with or without force.
    PrimaryNeedsSwitchover,
    /// The primary of a Galera or PostgreSQL cluster can be maintained, not drained.
    PrimaryCannotDrain,
    /// In maintenance already, and nothing was asked to be forced.
    AlreadyInMaintenance,
    /// Draining or drained already.
    AlreadyDraining,
    /// Drain would change nothing while the server is in maintenance.
    HiddenByMaintenance,
    /// It is in service.
    InService,
    /// A service, listener or monitor that works.
    AlreadyRunning,
    /// A service, listener or monitor that rests.
    AlreadyStopped,
}

impl Refusal {
    /// The reason, and what to do instead.
    pub fn words(self) -> &'static str {
        match self {
            Self::ReadOnlyAccount => {
                "Your account may only look. Sign in as an administrator to do this."
            }
            Self::PrimaryNeedsSwitchover => {
                "MaxScale refuses this for the running primary, with force or without. \
                 Switch over to a replica first, then maintain this server."
            }
            Self::PrimaryCannotDrain => {
                "MaxScale refuses to drain the primary of this cluster. Maintain it instead."
            }
            Self::AlreadyInMaintenance => {
                "It is in maintenance already. \
                 Tick “Force closing” to close what is still connected."
            }
            Self::AlreadyDraining => "It gets no new connections already.",
            Self::HiddenByMaintenance => {
                "It is in maintenance and gets no new connections already."
            }
            Self::InService => "It is in service.",
            Self::AlreadyRunning => "It runs already.",
            Self::AlreadyStopped => "It is stopped already.",
        }
    }

    /// Whether a switchover opens the way.
    pub fn calls_for_switchover(self) -> bool {
        self == Self::PrimaryNeedsSwitchover
    }

    /// Whether the dialog has more to say than the reason; where not, the menu says it.
    pub fn dialog_says_more(self) -> bool {
        match self {
            Self::PrimaryNeedsSwitchover
            | Self::PrimaryCannotDrain
            | Self::AlreadyInMaintenance => true,
            Self::ReadOnlyAccount
            | Self::AlreadyDraining
            | Self::HiddenByMaintenance
            | Self::InService
            | Self::AlreadyRunning
            | Self::AlreadyStopped => false,
        }
    }

    /// Whether MaxScale itself would refuse, rather than do what changes nothing.
    pub fn is_from_maxscale(self) -> bool {
        match self {
            Self::ReadOnlyAccount | Self::PrimaryNeedsSwitchover | Self::PrimaryCannotDrain => true,
            Self::AlreadyInMaintenance
            | Self::AlreadyDraining
            | Self::HiddenByMaintenance
            | Self::InService
            | Self::AlreadyRunning
            | Self::AlreadyStopped => false,
        }
    }
}
