//! Where in the console the page is: the URL's fragment as a route and its options.
//!
//! `leptos_router` keeps history and location; routes live in the fragment because MaxScale's
//! file server knows no path but the files' (design: routes in the fragment).

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks;

use super::long_lived::LongLived;
use crate::route::{Options, Route};

/// Where in the console the page is. Copies speak of the same location.
#[derive(Clone, Copy)]
pub struct Location {
    /// The screen.
    pub route: LongLived<Memo<Route>>,
    /// How it is sorted and filtered.
    pub options: LongLived<Memo<Options>>,
    go: StoredValue<Go, LocalStorage>,
}

/// Goes to a fragment; true to replace the step in the history.
type Go = Box<dyn Fn(&str, bool)>;

/// Makes the location known to all below; inside a `Router` only.
pub fn provide_location() -> Location {
    let location = hooks::use_location();
    let hash = location.hash;
    let pathname = location.pathname;
    let navigate = hooks::use_navigate();
    let go = move |fragment: &str, replace: bool| {
        let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
        navigate(&format!("{}{fragment}", pathname.get_untracked()), options);
    };
    let here = Location {
        route: LongLived::new(Memo::new(move |_| {
            hash.with(|hash| in_this_build(Route::parse(hash)))
        })),
        options: LongLived::new(Memo::new(move |_| hash.with(|hash| Options::parse(hash)))),
        go: StoredValue::new_local(Box::new(go)),
    };
    provide_context(here);
    here
}

fn in_this_build(route: Route) -> Route {
    if route == Route::Gallery && !cfg!(feature = "gallery") {
        return Route::NotFound("/ui".to_owned());
    }
    route
}

/// The page's location.
pub fn use_location() -> Location {
    expect_context()
}

/// The option that asks for the dialog of something that can be done: `do=maintain`.
pub const DO: &str = "do";

impl Location {
    /// Calls `take` with what the address of this screen asks for, whenever it asks for something.
    /// It is no part of the address any more then: neither Reload nor Back ask for it again.
    pub fn on_demand(self, take: impl Fn(&str) + 'static) {
        let own = self.route.get_untracked();
        Effect::new(move || {
            let wanted = self.options.with(|options| options.get(DO).to_owned());
            if !wanted.is_empty() && self.route.get_untracked() == own {
                self.set_option(DO, "");
                take(&wanted);
            }
        });
    }

    /// Goes to a screen, as a link to it would.
    pub fn go(self, route: &Route) {
        self.go_to(&route.href());
    }

    /// Goes to a fragment, as a link to it would.
    pub fn go_to(self, fragment: &str) {
        self.go.try_with_value(|go| go(fragment, false));
    }

    /// Changes an option of the screen without a new step in the history.
    pub fn set_option(self, name: &str, value: &str) {
        self.set_options(&[(name, value)]);
    }

    /// Changes several options at once.
    pub fn set_options(self, changes: &[(&str, &str)]) {
        let change = |options: Options, (name, value): &(&str, &str)| options.with(name, value);
        let options = changes.iter().fold(self.options.get_untracked(), change);
        let fragment = options.href(&self.route.get_untracked());
        self.go.try_with_value(|go| go(&fragment, true));
    }

    /// The address of this screen with an option set.
    pub fn href_with(self, name: &str, value: &str) -> String {
        let route = self.route.get();
        self.options.with(|options| options.with(name, value).href(&route))
    }
}
