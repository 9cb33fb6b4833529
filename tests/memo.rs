//! A memo tells what differs, and outlives its page without a panic; a signal follows its source.

#[path = "../src/ui/memo.rs"]
mod memo;
#[path = "../src/ui/signal.rs"]
mod signal;
#[path = "../src/ui/unfollow.rs"]
mod unfollow;

use std::sync::{Arc, Mutex};

use leptos::prelude::{Get, Owner, RwSignal, Set};
use leptos::reactive::graph::Observer;
use memo::Memo;
use signal::Signal;

#[test]
fn it_follows_what_it_was_worked_out_from() {
    let owner = Owner::new();
    owner.set();
    let number = RwSignal::new(1);
    let parity = Memo::new(move |_| number.get() % 2 == 0);
    assert!(!parity.get_untracked());
    number.set(4);
    assert!(parity.get_untracked());
    assert!(parity.with_untracked(|even| *even));
}

#[test]
fn it_is_given_the_value_before() {
    let owner = Owner::new();
    owner.set();
    let number = RwSignal::new(3);
    let largest = Memo::new(move |before: Option<&i32>| {
        number.get().max(before.copied().unwrap_or_default())
    });
    assert_eq!(largest.get_untracked(), 3);
    number.set(1);
    assert_eq!(largest.get_untracked(), 3);
    number.set(8);
    assert_eq!(largest.get_untracked(), 8);
}

#[test]
fn what_depends_on_it_is_worked_out_again_only_when_it_differs() {
    let owner = Owner::new();
    owner.set();
    let number = RwSignal::new(1);
    let parity = Memo::new(move |_| number.get() % 2 == 0);
    let times = Memo::new(move |before: Option<&u32>| {
        parity.track();
        before.map_or(1, |times| times + 1)
    });
    assert_eq!(times.get_untracked(), 1);
    number.set(3);
    assert_eq!(times.get_untracked(), 1);
    number.set(2);
    assert_eq!(times.get_untracked(), 2);
}

#[test]
fn what_cannot_be_compared_tells_each_time() {
    let owner = Owner::new();
    owner.set();
    let number = RwSignal::new(1);
    let parity = Memo::uncompared(move |_| number.get() % 2 == 0);
    let times = Memo::new(move |before: Option<&u32>| {
        parity.track();
        before.map_or(1, |times| times + 1)
    });
    assert_eq!(times.get_untracked(), 1);
    number.set(3);
    assert_eq!(times.get_untracked(), 2);
}

#[test]
fn once_its_page_is_gone_it_reads_as_nothing() {
    let owner = Owner::new();
    let memo = owner.with(|| Memo::new(|_| "words".to_owned()));
    assert_eq!(memo.get_untracked(), "words");
    owner.cleanup();
    drop(owner);
    assert_eq!(memo.get_untracked(), "");
    assert_eq!(memo.get(), "");
}

#[test]
fn once_its_page_is_gone_it_follows_nothing() {
    let number = RwSignal::new(1);
    let held = Arc::new(Mutex::new(None));
    let page = Owner::new();
    let keep = held.clone();
    let memo = page.with(|| {
        Memo::new(move |_| {
            *keep.lock().unwrap() = Observer::get().and_then(|follower| follower.1.upgrade());
            number.get()
        })
    });
    let is_told = |value| {
        number.set(value);
        let follower = held.lock().unwrap().clone();
        follower.expect("the memo").update_if_necessary()
    };
    assert_eq!(memo.get_untracked(), 1);
    assert!(is_told(2));
    page.cleanup();
    assert!(!is_told(3), "a memo that nobody can read is worked out");
}

#[test]
fn a_signal_follows_each_kind_of_source() {
    let owner = Owner::new();
    owner.set();
    let number = RwSignal::new(1);
    let double = Memo::new(move |_| number.get() * 2);
    let followed = [
        Signal::from(number),
        Signal::derive(move || number.get()),
        Signal::derive(move || double.get() / 2),
    ];
    let times = Memo::new(move |before: Option<&u32>| {
        followed.iter().for_each(|signal| signal.track());
        before.map_or(1, |times| times + 1)
    });
    assert_eq!(times.get_untracked(), 1);
    number.set(7);
    assert_eq!(times.get_untracked(), 2);
    assert!(followed.iter().all(|signal| signal.get_untracked() == 7));
    assert_eq!(Signal::from(double).with_untracked(i32::to_string), "14");
    assert_eq!(Signal::<String>::from("words").with(String::len), 5);
    assert_eq!(Signal::<usize>::default().get(), Signal::stored(0).get());
}

#[test]
fn a_signal_goes_with_its_page() {
    let owner = Owner::new();
    let signal = owner.with(|| Signal::from(3));
    assert_eq!(signal.try_get_untracked(), Some(3));
    owner.cleanup();
    assert_eq!(signal.try_get_untracked(), None);
}
