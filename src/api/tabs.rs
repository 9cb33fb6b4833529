//! What the tabs of this browser tell each other, so that several ask MaxScale no more than one.
//!
//! A tab that has read something tells it to the others; whoever shows the same takes it over and
//! need not ask. Nothing is stored, and a tab that is closed leaves nothing to hand over.

use std::cell::RefCell;
use std::collections::VecDeque;

use js_sys::{Array, Date, JsString};
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use super::client::api_url;
use super::error::ApiError;

/// Longer answers are not told.
const LONGEST: u32 = 2_000_000;
/// As many answers of others are kept, the newest of each address.
const KEPT: usize = 16;

/// How a read may be answered.
#[derive(Clone, Copy, Debug)]
pub enum Wanted {
    /// By MaxScale alone.
    New,
    /// Not at all where another tab has read it since `since`, but for what is newer than `ours`;
    /// both in milliseconds since 1970.
    Since {
        /// Older answers are too old.
        since: f64,
        /// When our own answer came.
        ours: f64,
    },
    /// Only by what another tab has read since ours came.
    Told {
        /// When our own answer came.
        ours: f64,
    },
}

/// What another tab says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It has read something.
    Answer,
    /// This user has signed in.
    SignedIn(String),
    /// The user has signed out.
    SignedOut,
}

struct Told {
    url: String,
    at: f64,
    body: JsString,
}

struct Circle {
    channel: BroadcastChannel,
    /// Who is signed in here; nobody else is told anything, or believed.
    user: String,
    answers: VecDeque<Told>,
}

thread_local! {
    static CIRCLE: RefCell<Option<Circle>> = const { RefCell::new(None) };
}

/// One name for all tabs with the same MaxScale.
pub(super) fn circle_name() -> String {
    ["maxconsole ", &api_url()].concat()
}

/// Listens to the other tabs from now on. Browsers that cannot do that have tabs on their own.
pub fn listen(hear: impl Fn(Heard) + 'static) {
    let Ok(channel) = BroadcastChannel::new(&circle_name()) else { return };
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(heard) = understand(&Array::from(&message.data())) {
            hear(heard);
        }
    });
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    let circle = Circle { channel, user: String::new(), answers: VecDeque::new() };
    CIRCLE.set(Some(circle));
}

/// A message is a list of texts: what it is, who says it, and for an answer its address and body.
fn understand(message: &Array) -> Option<Heard> {
    let text = |at| message.get(at).as_string();
    let (kind, user) = (text(0)?, text(1)?);
    match kind.as_str() {
        "in" => Some(Heard::SignedIn(user)),
        "out" => Some(Heard::SignedOut),
        _ => CIRCLE.with_borrow_mut(|circle| {
            let circle = circle.as_mut().filter(|circle| circle.user == user)?;
            // Who is not looked at neither asks nor keeps.
            if document().hidden() {
                return None;
            }
            let (url, body) = (text(2)?, message.get(3).dyn_into().ok()?);
            circle.answers.retain(|told| told.url != url);
            circle.answers.truncate(KEPT - 1);
            circle.answers.push_front(Told { url, at: Date::now(), body });
            Some(Heard::Answer)
        }),
    }
}

fn say(words: &[&JsValue]) {
    CIRCLE.with_borrow(|circle| {
        if let Some(circle) = circle {
            let message: Array = words.iter().collect();
            // A message that cannot be sent costs the others a request of their own.
            let _ = circle.channel.post_message(&message);
        }
    });
}

/// A user has signed in here.
pub fn signed_in(user: &str) {
    know(user);
    say(&[&"in".into(), &user.into()]);
}

/// The user has signed out here.
pub(super) fn signed_out() {
    say(&[&"out".into(), &"".into()]);
}

/// Nobody is signed in here any more.
pub fn leave() {
    know("");
}

fn know(user: &str) {
    CIRCLE.with_borrow_mut(|circle| {
        if let Some(circle) = circle {
            user.clone_into(&mut circle.user);
            circle.answers.clear();
        }
    });
}

/// Tells the others what was read here.
pub(super) fn tell(url: &str, body: &JsString) {
    let user = CIRCLE.with_borrow(|circle| circle.as_ref().map(|circle| circle.user.clone()));
    if let Some(user) = user.filter(|user| !user.is_empty() && body.length() < LONGEST) {
        say(&[&"answer".into(), &user.into(), &url.into(), body.as_ref()]);
    }
}

/// The answer to a read, when another tab may give it.
pub(super) fn told(url: &str, wanted: Wanted) -> Option<Result<String, ApiError>> {
    let (since, ours) = match wanted {
        Wanted::New => return None,
        Wanted::Since { since, ours } => (since, ours),
        Wanted::Told { ours } => (f64::NEG_INFINITY, ours),
    };
    let known = CIRCLE.with_borrow(|circle| {
        let told = circle.as_ref()?.answers.iter().find(|told| told.url == url)?;
        (told.at > since).then(|| (told.at > ours).then(|| told.body.clone()))
    });
    match (known, wanted) {
        (Some(Some(body)), _) => Some(Ok(body.into())),
        (Some(None), _) | (None, Wanted::Told { .. }) => Some(Err(ApiError::NothingNew)),
        (None, _) => None,
    }
}
