//! Commands of a monitor: what was asked for, how far it is, and what came of it.

use std::time::SystemTime;

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MonitorCommand {
    /// The primary and a replica swap roles.
    Switchover {
        /// Who becomes primary; chosen when not given.
        promote: Option<String>,
        /// Who has to be the primary now, if given.
        demote: Option<String>,
        /// Whether most of what speaks against it is ignored.
        force: bool,
        /// Whether the old primary is put in maintenance instead of made a replica.
        maintain: bool,
    },
    /// A replica takes over from a dead primary.
    Failover {
        /// The name by which results tell of it.
        name: &'static str,
        /// Whether no transaction may be lost for that.
        safe: bool,
    },
    /// A server follows the primary again.
    Rejoin {
        /// Which one.
        server: String,
    },
    /// A replica follows another server.
    Redirect {
        /// Which one.
        replica: String,
        /// Whom it is to follow.
        primary: String,
    },
    /// Replication is set up from scratch.
    ResetReplication {
        /// Who becomes primary; the present one when not given.
        primary: Option<String>,
    },
    /// The locks of cooperative monitoring are given away for a minute.
    ReleaseLocks,
    /// What needs something that is not there: ColumnStore's daemon, or SSH.
    Elsewhere {
        /// Its name.
        name: &'static str,
        /// The servers that it is about, then the other arguments.
        servers: Vec<String>,
        /// What is said when it fails, with the reason.
        failure: String,
    },
}

impl MonitorCommand {
    /// Its name as commands and results say it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Switchover { .. } => "switchover",
            Self::Failover { name, .. } => name,
            Self::Rejoin { .. } => "rejoin",
            Self::Redirect { .. } => "redirect",
            Self::ResetReplication { .. } => "reset-replication",
            Self::ReleaseLocks => "release-locks",
            Self::Elsewhere { name, .. } => name,
        }
    }
}

/// How far a command is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// The monitor has not got round to it.
    Waiting,
    /// The old primary is being demoted.
    Demoting(Plan),
    /// The new primary has not got everything yet; until that time it may take.
    CatchingUp(Plan, SystemTime),
    /// Servers follow the new primary; that is being confirmed.
    Confirming(Plan),
}

/// A command that is to be, or is being, carried out.
#[derive(Clone, Debug)]
pub struct Job {
    /// What is done.
    pub command: MonitorCommand,
    /// Whether somebody asked for it; else the monitor does it by itself.
    pub manual: bool,
    /// Whether it is seen waiting until the monitor gets round to it.
    pub is_seen_waiting: bool,
    /// How far it is.
    pub phase: Phase,
    /// When it goes on.
    pub due: SystemTime,
}

impl Job {
    /// Whether the monitor has begun with it.
    #[must_use]
    pub fn is_started(&self) -> bool {
        self.phase != Phase::Waiting
    }

    /// The word for how far it is.
    #[must_use]
    pub fn progress(&self) -> &'static str {
        let waits = self.is_seen_waiting && !self.is_started();
        if waits { "pending" } else { "running" }
    }
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The command.
    pub command: &'static str,
    /// Whether it succeeded.
    pub success: bool,
    /// What went wrong; empty when nothing did.
    pub problems: Vec<String>,
}

/// Who moves where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Who becomes primary.
    pub promote: String,
    /// In whose place.
    pub demote: String,
    /// Whether the old primary becomes a replica; else it is dead.
    pub swaps: bool,
    /// Whether the old primary is put in maintenance, and does not follow the new one.
    pub maintains: bool,
    /// Whether it was draining before.
    pub was_draining: bool,
    /// Who is sent from the old to the new primary.
    pub redirect: Vec<String>,
    /// Who is sent from the new to the old primary, when a relay is promoted.
    pub redirect_back: Vec<String>,
}
