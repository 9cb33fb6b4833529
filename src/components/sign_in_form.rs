//! The form that asks for user name and password, on the page and in the dialog after expiry.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::auth::{self, SignInError};
use crate::state::preferences::Preference;
use crate::state::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{Checkbox, PasswordField, TextField};
use crate::ui::focus::focus_id;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

const USER: &str = "sign-in-user";
/// The id of the field for the password.
pub const PASSWORD: &str = "sign-in-password";

/// Asks for user name and password until MaxScale takes them.
#[component]
pub fn SignInForm() -> impl IntoView {
    let session = use_session();
    let user = RwSignal::new(Preference::User.read().unwrap_or_default());
    let password = RwSignal::new(String::new());
    let remember = RwSignal::new(true);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<SignInError>);
    let missing = RwSignal::new(false);

    let missing_text = move |value: RwSignal<String>, text: texts::Text| {
        (missing.get() && value.with(String::is_empty)).then(|| text().to_owned())
    };
    let user_error = Signal::derive(move || missing_text(user, texts::sign_in::enter_user_name));
    let password_error = Signal::derive(move || {
        missing_text(password, texts::sign_in::enter_password).or_else(|| {
            error.with(|error| match error {
                Some(error @ SignInError::WrongCredentials) => Some(error.words()),
                _ => None,
            })
        })
    });
    focus_id(if user.with_untracked(String::is_empty) { USER } else { PASSWORD });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        error.set(None);
        let (name, secret) = (user.get_untracked(), password.get_untracked());
        missing.set(name.is_empty() || secret.is_empty());
        if missing.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match auth::sign_in(&name, &secret, remember.get_untracked()).await {
                Ok(()) => session.begin(name).await,
                Err(why) => {
                    error.try_set(Some(why));
                    focus_id(PASSWORD);
                }
            }
            busy.try_set(false);
        });
    };
    view! {
        <form class="sign-in" on:submit=submit novalidate>
            <OtherError error=error />
            <TextField
                label=texts::sign_in::user_name()
                value=user
                error=user_error
                id=USER
                name="username"
                autocomplete="username"
                required=true
            />
            <PasswordField
                label=texts::sign_in::password()
                value=password
                error=password_error
                id=PASSWORD
                required=true
            />
            <Checkbox label=texts::sign_in::remember_me() checked=remember name="remember" />
            <Button kind=ButtonKind::Primary submit=true busy=busy>
                {texts::sign_in::sign_in()}
            </Button>
        </form>
    }
}

/// What is wrong, when it is not what was typed.
#[component]
fn OtherError(error: RwSignal<Option<SignInError>>) -> impl IntoView {
    move || {
        let error = error.get().filter(|error| *error != SignInError::WrongCredentials)?;
        Some(view! {
            <Notice tone=Tone::Bad title=texts::sign_in::could_not_sign_in() urgency=Urgency::Alert>
                {error.words()}
            </Notice>
        })
    }
}
