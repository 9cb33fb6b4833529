//! The channel between the tabs of this browser, so that several ask MaxScale no more than one.
//!
//! A tab that has read something sends it to the others; whoever shows the same takes it over and
//! need not ask. Nothing is stored, and a tab that is closed leaves nothing to hand over.

use std::cell::RefCell;

use js_sys::{Array, Date, JsString};
use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use super::message::Message;
use super::shared_answers::{Accept, Lookup, SharedAnswers};
use super::shared_name;

/// Longer answers are not sent.
const LONGEST: u32 = 2_000_000;

/// What another tab has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TabEvent {
    /// It has read something.
    Read,
    /// This user has signed in.
    SignedIn(String),
    /// The user has signed out.
    SignedOut,
}

struct TabChannel {
    channel: BroadcastChannel,
    /// Who is signed in here; answers are sent to nobody else, and taken from nobody else.
    user: String,
    answers: SharedAnswers<JsString>,
}

thread_local! {
    static CHANNEL: RefCell<Option<TabChannel>> = const { RefCell::new(None) };
}

/// Listens to the other tabs from now on. Browsers that cannot do that have tabs on their own.
pub fn listen(on_event: impl Fn(TabEvent) + 'static) {
    let Ok(channel) = BroadcastChannel::new(&shared_name()) else { return };
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some(event) = receive(&Array::from(&message.data())) {
            on_event(event);
        }
    });
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    let channel = TabChannel { channel, user: String::new(), answers: SharedAnswers::default() };
    CHANNEL.set(Some(channel));
}

/// A message is a list of texts; that of an answer ends with the body.
fn receive(message: &Array) -> Option<TabEvent> {
    let texts = message.iter().take(3).map_while(|text| text.as_string());
    match Message::from_texts(texts)? {
        Message::SignedIn(user) => Some(TabEvent::SignedIn(user)),
        Message::SignedOut => Some(TabEvent::SignedOut),
        Message::Answer { user, url } => CHANNEL.with_borrow_mut(|channel| {
            let channel = channel.as_mut().filter(|channel| channel.user == user)?;
            // Who is not looked at neither asks nor keeps.
            if document().hidden() {
                return None;
            }
            let body = message.get(3).dyn_into().ok()?;
            channel.answers.keep(url, body, Date::now());
            Some(TabEvent::Read)
        }),
    }
}

fn post(message: &Message, body: Option<&JsString>) {
    CHANNEL.with_borrow(|channel| {
        if let Some(channel) = channel {
            let parts: Array = message.texts().into_iter().map(JsValue::from).collect();
            if let Some(body) = body {
                parts.push(body);
            }
            // A message that cannot be sent costs the others a request of their own.
            let _ = channel.channel.post_message(&parts);
        }
    });
}

/// A user has signed in here.
pub fn signed_in(user: &str) {
    post(&Message::SignedIn(user.to_owned()), None);
}

/// The user has signed out here.
pub fn signed_out() {
    post(&Message::SignedOut, None);
}

/// Nobody is signed in here any more.
pub fn leave() {
    set_user("");
}

/// This user is signed in here.
pub fn set_user(user: &str) {
    CHANNEL.with_borrow_mut(|channel| {
        if let Some(channel) = channel {
            user.clone_into(&mut channel.user);
            channel.answers.clear();
        }
    });
}

/// Sends the others what was read here.
pub(super) fn share(url: &str, body: &JsString) {
    let user = CHANNEL.with_borrow(|channel| channel.as_ref().map(|one| one.user.clone()));
    if let Some(user) = user.filter(|user| !user.is_empty() && body.length() < LONGEST) {
        post(&Message::Answer { user, url: url.to_owned() }, Some(body));
    }
}

/// What another tab has for a reader who accepts this.
pub(super) fn find(url: &str, accept: Accept) -> Lookup<JsString> {
    CHANNEL.with_borrow(|channel| match channel {
        Some(channel) => channel.answers.find(url, accept),
        None => SharedAnswers::default().find(url, accept),
    })
}
