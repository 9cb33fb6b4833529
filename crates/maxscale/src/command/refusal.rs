//! Why a command cannot be done now, in words for people.

use texts::refusals;

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
            Self::ReadOnlyAccount => refusals::read_only_account(),
            Self::PrimaryNeedsSwitchover => refusals::primary_needs_switchover(),
            Self::PrimaryCannotDrain => refusals::primary_cannot_drain(),
            Self::AlreadyInMaintenance => refusals::already_in_maintenance(),
            Self::AlreadyDraining => refusals::already_draining(),
            Self::HiddenByMaintenance => refusals::hidden_by_maintenance(),
            Self::InService => refusals::in_service(),
            Self::AlreadyRunning => refusals::already_running(),
            Self::AlreadyStopped => refusals::already_stopped(),
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
