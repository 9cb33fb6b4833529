//! Changes: sends them to MaxScale, follows how they go, and tells what came of them.

mod calls;
mod dialog;

pub use calls::Calls;
pub use dialog::{ChangeButtons, Outcome};

use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::request::Request;

use crate::api::{self, ApiError, Refused, ResourceKind};
use crate::query::{QueryClient, use_query_client};
use crate::state::location::{Location, use_location};
use crate::state::session::{Session, use_session};
use crate::state::toasts::{Toasts, use_toasts};

/// What a change needs that outlives the page it began on.
#[derive(Clone, Copy)]
pub struct Means {
    /// Reads what has changed.
    pub client: QueryClient,
    /// Tells of it.
    pub toasts: Toasts,
    /// Goes elsewhere when what was changed is gone.
    pub location: Location,
    session: Session,
}

impl Means {
    /// Those of this page.
    pub fn here() -> Self {
        Self {
            client: use_query_client(),
            session: use_session(),
            toasts: use_toasts(),
            location: use_location(),
        }
    }

    /// Sends the requests in order, up to the first that fails; gives what MaxScale warns of.
    pub async fn send(self, requests: &[Request]) -> Result<Option<String>, ApiError> {
        let mut warning = None;
        for request in requests {
            match api::send(request).await {
                Ok(answer) => warning = answer.warning.or(warning),
                Err(ApiError::SignedOut(refused)) => {
                    return Err(self.signed_out_or_forbidden(refused).await);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(warning)
    }

    /// A change is answered with 401 also when the session lives and its host or its account may
    /// not change anything (rest-api.md 2.3 and 2.4).
    async fn signed_out_or_forbidden(self, refused: Refused) -> ApiError {
        if api::maxscale::about().send().await.is_ok() {
            return ApiError::Forbidden(refused);
        }
        self.session.ended();
        ApiError::SignedOut(refused)
    }

    /// Reads again what these requests have changed.
    pub fn changed(self, requests: &[Request]) {
        self.client.invalidate(&ResourceKind::touched_by(requests));
    }

    /// Tells of a success, with the way back for `name` where there are requests for it.
    pub fn tell(self, done: String, name: String, undo: Vec<Request>, warning: Option<String>) {
        let way_back = (!undo.is_empty()).then_some(move || self.undo(name.clone(), undo.clone()));
        self.toasts.done(done, warning, way_back);
    }

    fn undo(self, name: String, requests: Vec<Request>) {
        spawn_local(async move {
            let outcome = self.send(&requests).await;
            self.changed(&requests);
            match outcome {
                Ok(warning) => {
                    let words = format!("{name} is as it was before");
                    self.toasts.done(words, warning, None::<fn()>);
                }
                Err(error) => {
                    let words = format!("Could not undo on {name}");
                    let again = move || self.undo(name.clone(), requests.clone());
                    self.toasts.failed(words, error.words(), Some(again));
                }
            }
        });
    }
}

/// How the change of a dialog goes. Copies speak of the same one.
#[derive(Clone, Copy)]
pub struct Progress {
    /// Whether it is under way.
    pub busy: RwSignal<bool>,
    /// Why it did not succeed.
    pub error: RwSignal<Option<ApiError>>,
    /// Counts how often the dialog was closed, so that a change that ends late knows its own.
    turn: StoredValue<u64>,
}

impl Progress {
    /// Nothing has begun.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false), error: RwSignal::new(None), turn: StoredValue::new(0) }
    }

    /// A change begins; gives the number of this opening, `None` when the page is gone.
    pub fn begin(self) -> Option<u64> {
        self.busy.try_set(true);
        self.error.try_set(None);
        self.turn.try_get_value()
    }

    /// Whether the dialog of that opening is still there.
    pub fn is_at(self, turn: Option<u64>) -> bool {
        turn.is_some() && self.turn.try_get_value() == turn
    }

    /// The dialog is closed.
    pub fn end(self) {
        self.turn.try_update_value(|turn| *turn += 1);
        self.busy.try_set(false);
        self.error.try_set(None);
    }

    /// The change did not succeed: the dialog says why.
    pub fn fail(self, error: ApiError) {
        self.busy.try_set(false);
        self.error.try_set(Some(error));
    }
}
