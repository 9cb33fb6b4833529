//! The way to MaxScale and back, in layers: what another tab has read already, one read at a time
//! over all tabs, and HTTP.

mod http;
mod message;
mod read_lock;
mod shared_answers;
pub mod tab_channel;

use std::cell::Cell;

use maxscale::request::{Request, Verb};

pub use http::{Answer, api_url, has_back_door, is_simulated};
pub use shared_answers::Accept;

use self::http::{TimeOut, exchange, full_url};
use self::read_lock::ReadLock;
use self::shared_answers::Lookup;
use super::error::ApiError;

thread_local! {
    static SIGNED_OUT: Cell<bool> = const { Cell::new(false) };
}

/// Whether the user has signed out here: a read that still waits for the lock would be refused.
pub(super) fn set_signed_out(signed_out: bool) {
    SIGNED_OUT.set(signed_out);
}

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions {
    /// Whose answer is good enough.
    pub accept: Accept,
    /// Whether to give up early.
    pub is_short: bool,
}

/// Reads: gives the body of the answer to a GET, from MaxScale or from another tab.
pub async fn read(request: &Request, options: ReadOptions) -> Result<String, ApiError> {
    let url = full_url(request);
    if let Some(known) = shared(&url, options.accept) {
        return known;
    }
    let _lock = ReadLock::acquire().await;
    // Another tab may have asked the same while this one waited.
    if let Some(known) = shared(&url, options.accept) {
        return known;
    }
    if SIGNED_OUT.get() {
        return Err(ApiError::NothingNew);
    }
    let time_out = if options.is_short { TimeOut::Short } else { TimeOut::Read };
    let success = exchange(request, None, time_out).await?;
    tab_channel::share(&url, &success.text);
    Ok(success.text.into())
}

fn shared(url: &str, accept: Accept) -> Option<Result<String, ApiError>> {
    match tab_channel::find(url, accept) {
        Lookup::Found(body) => Some(Ok(body.into())),
        Lookup::NothingNew => Some(Err(ApiError::NothingNew)),
        Lookup::AskMaxScale => None,
    }
}

/// Sends a request and gives the answer of a success.
pub async fn send(request: &Request) -> Result<Answer, ApiError> {
    send_with(request, None).await
}

/// Sends a request with a value for its `Authorization` header.
pub(super) async fn send_with(
    request: &Request,
    authorization: Option<&str>,
) -> Result<Answer, ApiError> {
    // What is being read just now is deleted after that; or a read would find it gone.
    let _lock = match request.verb {
        Verb::Delete => Some(ReadLock::acquire().await),
        Verb::Get | Verb::Put | Verb::Post | Verb::Patch => None,
    };
    let time_out = if request.verb == Verb::Get { TimeOut::Read } else { TimeOut::Write };
    let success = exchange(request, authorization, time_out).await?;
    Ok(Answer { warning: success.warning })
}

/// Sends a request once nothing is being read.
pub(super) async fn send_alone(request: &Request) -> Result<Answer, ApiError> {
    let _lock = ReadLock::acquire().await;
    send(request).await
}

/// One name for all tabs with the same MaxScale.
fn shared_name() -> String {
    ["maxconsole ", &api_url()].concat()
}
