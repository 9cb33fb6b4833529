//! Carries an action out: sends its requests, reads the server again, and offers the way back.

use leptos::task::spawn_local;
use maxscale::action::Action;
use maxscale::name::ServerName;
use maxscale::request::Request;
use maxscale::state::Mode;

use crate::api::{self, ApiError};
use crate::query::Poller;
use crate::state::session::Session;
use crate::state::toasts::Toasts;

/// What an action needs that outlives the page it began on.
#[derive(Clone, Copy)]
pub(super) struct Means {
    pub(super) poller: Poller,
    pub(super) session: Session,
    pub(super) toasts: Toasts,
}

impl Means {
    /// Sends the requests in order, up to the first that fails.
    pub(super) async fn send(self, requests: &[Request]) -> Result<(), ApiError> {
        for request in requests {
            let outcome = api::send(request).await;
            self.poller.changed();
            if let Err(error) = outcome {
                if matches!(error, ApiError::SignedOut(_)) {
                    self.session.ended();
                }
                return Err(error);
            }
        }
        Ok(())
    }

    /// Tells of a success, with the way back where there is one.
    pub(super) fn tell(self, action: Action, server: &ServerName, before: Mode) {
        let undo = action.undo(server, before);
        let way_back = (!undo.is_empty()).then(|| {
            let server = server.clone();
            move || self.undo(server.clone(), undo.clone())
        });
        self.toasts.done(done(action, server), way_back);
    }

    fn undo(self, server: ServerName, requests: Vec<Request>) {
        spawn_local(async move {
            match self.send(&requests).await {
                Ok(()) => self.toasts.done(format!("{server} is as it was before"), None::<fn()>),
                Err(error) => {
                    self.toasts.failed(format!("Could not undo on {server}"), error.words())
                }
            }
        });
    }
}

fn done(action: Action, server: &ServerName) -> String {
    match action {
        Action::Maintain { force: false } => format!("{server} is in maintenance"),
        Action::Maintain { force: true } => {
            format!("{server} is in maintenance and its connections were closed")
        }
        Action::Drain => format!("{server} gets no new connections"),
        Action::Return => format!("{server} is back in service"),
        Action::Delete => format!("{server} was deleted"),
    }
}
