//! A memo tells what differs, and outlives its page without a panic.

#[path = "../src/ui/memo.rs"]
mod memo;

use leptos::prelude::{Get, GetUntracked, Owner, RwSignal, Set, Signal};
use memo::Memo;

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
    assert!(Signal::<bool>::from(parity).get_untracked());
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
fn once_its_page_is_gone_it_reads_as_nothing() {
    let owner = Owner::new();
    let memo = owner.with(|| Memo::new(|_| "words".to_owned()));
    assert_eq!(memo.get_untracked(), "words");
    owner.cleanup();
    drop(owner);
    assert_eq!(memo.get_untracked(), "");
    assert_eq!(memo.get(), "");
}
