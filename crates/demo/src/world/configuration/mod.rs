//! Changes of the configuration: links, deletion, what is saved and what is shared.

mod addresses;
mod deletion;
mod linking;
mod membership;
mod modules;
mod saving;
mod sync;

pub use linking::Names;
pub use sync::HOST;

use saving::Saving;
use std::collections::BTreeSet;
use sync::Sync;

/// What is known of the configuration beside the resources themselves.
#[derive(Clone, Debug, Default)]
pub struct Configuration {
    saving: Saving,
    sync: Sync,
    loaded_modules: BTreeSet<&'static str>,
}
