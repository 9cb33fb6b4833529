//! What is gone follows nothing any more.

use leptos::prelude::on_cleanup;
use leptos::reactive::graph::{Observer, Subscriber};

/// Once what runs just now is gone, or runs anew, the signals it looked at forget it.
///
/// Leptos leaves that to the signals, which never do: those that outlive all pages, such as the
/// place in the console, would tell everything that was ever shown of each change.
pub fn unfollow_when_gone() {
    if let Some(follower) = Observer::get() {
        on_cleanup(move || follower.clear_sources(&follower));
    }
}
