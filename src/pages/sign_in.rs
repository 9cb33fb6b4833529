//! Signing in, before anything else is shown.

use leptos::prelude::*;

use crate::components::sign_in_form::SignInForm;
use crate::route::window_title;
use crate::ui::lazy::lazy;
use crate::ui::shell::CentredPage;

/// The page; the address stays as it is, so that a deep link survives it.
#[component]
pub fn SignInPage() -> impl IntoView {
    document().set_title(&window_title(texts::sign_in::sign_in()));
    view! {
        <CentredPage product="MaxConsole" title=texts::sign_in::sign_in_to_maxscale()>
            {lazy!(sign_in, texts::parts::the_form(), || view! { <SignInForm /> })}
        </CentredPage>
    }
}
