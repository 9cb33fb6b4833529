//! Lists whose elements stay for as long as their keys do.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use leptos::prelude::*;

use super::unfollow::unfollow_when_gone;

/// An item before it is shown.
struct Entry {
    key: u64,
    show: Box<dyn FnOnce() -> AnyView + Send>,
}

type Entries = Box<dyn Fn() -> Vec<Entry> + Send + Sync>;

/// Shows each of `items`, which may change. Items with equal keys are the same one: its element
/// stays where it is, and `view` is called for new ones only.
///
/// Leptos' `For` is compiled anew for each type of item; here it is for all of them once.
pub fn each<T, K>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: fn(&T) -> K,
    view: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Send + 'static,
    K: Hash + 'static,
{
    let view = Arc::new(view);
    let entry = move |item: T| {
        let key = hashed(&key(&item));
        let view = view.clone();
        Entry { key, show: Box::new(move || view(item)) }
    };
    keyed(Box::new(move || items().into_iter().map(&entry).collect()))
}

fn keyed(entries: Entries) -> AnyView {
    let entries = move || {
        unfollow_when_gone();
        entries()
    };
    view! { <For each=entries key=|entry| entry.key children=|entry| (entry.show)() /> }.into_any()
}

/// Two of ten thousand keys are the same once in a hundred thousand million lists.
fn hashed(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
