//! What the console works around in leptos: these fail on the day leptos mends it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "../src/state/long_lived.rs"]
mod long_lived;

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use leptos::prelude::{Get, GetUntracked, Memo, Owner, RwSignal, Set};
use leptos::reactive::graph::Observer;
use long_lived::LongLived;

const PAGES: usize = 100;

/// Shows and leaves pages whose memo follows what `read` reads. Gives how many places in memory
/// their memos took in all: one that is still known cannot be taken by the next.
fn places_of_memos(read: impl Fn() -> i32 + Copy + Send + Sync + 'static) -> usize {
    let places = Arc::new(Mutex::new(HashSet::new()));
    let root = Owner::new();
    for _ in 0..PAGES {
        let page = root.child();
        let places = places.clone();
        page.with(|| {
            let memo = Memo::new(move |_| {
                places.lock().unwrap().insert(Observer::get().expect("the memo").0);
                read()
            });
            assert_eq!(memo.get_untracked(), 1);
        });
        page.cleanup();
    }
    let places = places.lock().unwrap();
    places.len()
}

#[test]
fn a_memo_of_leptos_keeps_who_is_gone() {
    let root = Owner::new();
    root.set();
    let number = RwSignal::new(1);
    let memo = Memo::new(move |_| number.get());
    let kept = places_of_memos(move || memo.get());
    assert_eq!(
        kept, PAGES,
        "leptos has mended this: remove src/state/long_lived.rs with its uses, this test and the \
         entry in docs/upstream.md"
    );
}

#[test]
fn a_signal_that_does_not_change_keeps_who_is_gone() {
    let root = Owner::new();
    root.set();
    let number = RwSignal::new(1);
    assert_eq!(places_of_memos(move || number.get()), PAGES, "mended, as above");
}

#[test]
fn what_is_long_lived_forgets_who_is_gone() {
    let root = Owner::new();
    root.set();
    let number = RwSignal::new(1);
    let memo = LongLived::new(Memo::new(move |_| number.get()));
    let number = LongLived::new(number);
    for kept in [places_of_memos(move || memo.get()), places_of_memos(move || number.get())] {
        assert!(kept < PAGES / 2, "{kept} of {PAGES}");
    }
}

#[test]
fn what_is_long_lived_is_followed() {
    let root = Owner::new();
    root.set();
    let number = LongLived::new(RwSignal::new(1));
    let double = LongLived::new(Memo::new(move |_| number.get() * 2));
    let quadruple = Memo::new(move |_| double.get() * 2);
    for value in [1, 7, 9] {
        number.inner().set(value);
        assert_eq!(quadruple.get(), value * 4);
    }
}
