//! Does what the panel offers, says so, and looks again.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::deeds::Offer;
use crate::api::demo::{self, Behind};
use crate::query::{Poller, use_poller};
use crate::state::toasts::{Toasts, use_toasts};

/// The panel's view of what is behind the API, and its hand on it.
#[derive(Clone, Copy)]
pub(super) struct Tamper {
    /// What was seen last.
    pub(super) behind: RwSignal<Behind>,
    /// Why nothing could be seen.
    pub(super) trouble: RwSignal<Option<String>>,
    poller: Poller,
    toasts: Toasts,
}

impl Tamper {
    /// Looks for the first time.
    pub(super) fn begin() -> Self {
        let tamper = Self {
            behind: RwSignal::new(Behind::default()),
            trouble: RwSignal::new(None),
            poller: use_poller(),
            toasts: use_toasts(),
        };
        spawn_local(tamper.look());
        tamper
    }

    async fn look(self) {
        let seen = demo::look().await;
        self.trouble.try_set(seen.as_ref().err().cloned());
        if let Ok(seen) = seen {
            self.behind.try_set(seen);
        }
    }

    /// Does what was offered.
    pub(super) fn act(self, offer: Offer) {
        spawn_local(async move {
            match demo::tamper(&offer.deed).await {
                Ok(()) => self.toasts.done(offer.done, None, None::<fn()>),
                Err(why) => {
                    self.toasts.failed(format!("{} was not done", offer.words), why, None::<fn()>)
                }
            }
            self.look().await;
            self.poller.changed();
        });
    }
}
