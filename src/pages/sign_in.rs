//! Signing in, before anything else is shown.

use leptos::prelude::*;

use crate::components::sign_in_form::SignInForm;
use crate::ui::lazy::lazy;
use crate::ui::shell::CentredPage;

/// The page; the address stays as it is, so that a deep link survives it.
#[component]
pub fn SignInPage() -> impl IntoView {
    document().set_title("Sign in · MaxConsole");
    view! {
        <CentredPage product="MaxConsole" title="Sign in to MaxScale">
            {lazy!(sign_in, "the form", || view! { <SignInForm /> })}
        </CentredPage>
    }
}
