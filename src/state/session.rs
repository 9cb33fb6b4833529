//! Who is signed in, and whether the session still lives.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::about::About;
use maxscale::account::{Account, WhoAmI};

use crate::api::{self, ApiError};
use crate::query::{QueryClient, use_query_client};
use crate::state::long_lived::LongLived;
use crate::state::preferences::Preference;

/// How long to wait before the account is asked for again.
const ASK_AGAIN_MS: u32 = 5_000;

/// The user of a session. Its cookie cannot be read by scripts, so the name is what MaxScale says,
/// or, before 25.10, what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The name.
    pub name: String,
    /// What the account may do.
    pub account: Account,
}

/// Where the session stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Being found out.
    Checking,
    /// MaxScale does not answer; tried again by itself.
    Unreachable(ApiError),
    /// Nobody is signed in.
    SignedOut,
    /// Signed in.
    SignedIn(User),
    /// The session has ended; the page stays, and asks for the password again.
    Ended(User),
}

/// The session of this page. Copies speak of the same one.
#[derive(Clone, Copy)]
pub struct Session {
    /// Where it stands.
    pub status: LongLived<RwSignal<Status>>,
    /// The MaxScale it is with, once that is known.
    pub about: RwSignal<Option<About>>,
    client: QueryClient,
}

/// Makes the page's session known to all below.
pub fn provide_session() -> Session {
    let session = Session {
        status: LongLived::new(RwSignal::new(Status::Checking)),
        about: RwSignal::new(None),
        client: use_query_client(),
    };
    provide_context(session);
    session
}

/// The page's session.
pub fn use_session() -> Session {
    expect_context()
}

impl Session {
    /// Finds out whether a cookie from before still lives. A browser where nobody signed in
    /// before has none.
    pub async fn check(self) {
        let Some(name) = Preference::User.read() else {
            self.status.inner().try_set(Status::SignedOut);
            return;
        };
        match self.client.fetch(api::maxscale::overview()).await {
            Ok(about) => {
                self.about.try_set(Some((*about).clone()));
                self.sign_in_as(name).await;
            }
            Err(ApiError::SignedOut(_)) => {
                self.status.inner().try_set(Status::SignedOut);
            }
            Err(error) => {
                self.status.inner().try_set(Status::Unreachable(error));
            }
        }
    }

    /// Somebody has signed in as `name`.
    pub async fn begin(self, name: String) {
        Preference::User.write(Some(&name));
        // The version tells how to ask who it is.
        if let Ok(about) = api::maxscale::about().send().await {
            self.about.try_set(Some(about));
        }
        self.sign_in_as(name).await;
    }

    /// Lets the user in, and tells the other tabs.
    async fn sign_in_as(self, typed: String) {
        let name = self.become_user(typed).await;
        api::tab_channel::signed_in(&name);
    }

    /// Shows who is signed in. While MaxScale cannot be asked what the account may do, it decides
    /// itself, and nothing is shown as forbidden.
    async fn become_user(self, typed: String) -> String {
        let who = self.ask_who(&typed).await;
        if who.is_err() {
            spawn_local(self.ask_for_account_again(typed.clone()));
        }
        let user = match who {
            Ok(who) => User { name: who.name.unwrap_or(typed), account: who.account },
            Err(_) => User { name: typed, account: Account::Unlisted },
        };
        api::tab_channel::set_user(&user.name);
        let name = user.name.clone();
        self.status.inner().try_set(Status::SignedIn(user));
        name
    }

    async fn ask_who(self, typed: &str) -> Result<WhoAmI, ApiError> {
        let version = self.about.try_get_untracked().flatten().and_then(|about| about.version);
        api::users::who(typed, version.as_ref()).await
    }

    /// Asks for the account until MaxScale tells, or somebody else is signed in.
    async fn ask_for_account_again(self, name: String) {
        loop {
            TimeoutFuture::new(ASK_AGAIN_MS).await;
            match self.status.try_get_untracked() {
                Some(Status::SignedIn(user)) if user.name == name => {}
                _ => return,
            }
            if let Ok(who) = self.ask_who(&name).await {
                let name = who.name.unwrap_or(name);
                let user = User { name, account: who.account };
                self.status.inner().try_set(Status::SignedIn(user));
                return;
            }
        }
    }

    /// MaxScale does not know the session any more.
    pub fn ended(self) {
        if let Some(Status::SignedIn(user)) = self.status.try_get_untracked() {
            self.status.inner().try_set(Status::Ended(user));
        }
    }

    /// Another tab has signed in. All tabs share one cookie: who waits here for the same user goes
    /// on, and everybody else becomes that user. Gives the name where it is another one.
    pub async fn signed_in_elsewhere(self, name: String) -> Option<String> {
        match self.status.try_get_untracked()? {
            Status::Ended(user) if user.name == name => {
                self.status.inner().try_set(Status::SignedIn(user));
                None
            }
            Status::SignedIn(user) if user.name == name => None,
            Status::SignedIn(_) | Status::Ended(_) => Some(self.become_user(name).await),
            Status::Checking | Status::Unreachable(_) | Status::SignedOut => None,
        }
    }

    /// The user has signed out.
    pub fn end(self) {
        api::tab_channel::leave();
        self.status.inner().try_set(Status::SignedOut);
    }

    /// The user of the page, also while the password is asked for again.
    pub fn user(self) -> Option<User> {
        match self.status.get() {
            Status::SignedIn(user) | Status::Ended(user) => Some(user),
            Status::Checking | Status::Unreachable(_) | Status::SignedOut => None,
        }
    }

    /// What the account may do.
    pub fn account(self) -> Account {
        self.user().map_or(Account::Unlisted, |user| user.account)
    }
}
