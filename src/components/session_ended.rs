//! The session has ended: asks for the password again, above whatever is open.

use leptos::prelude::*;

use crate::components::sign_in_form::{PASSWORD, SignInForm};
use crate::state::session::{Status, use_session};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::lazy::lazy;

/// The dialog; the page, its dialogs and what is entered in them survive underneath.
#[component]
pub fn SessionEnded() -> impl IntoView {
    let session = use_session();
    let open =
        Signal::derive(move || session.status.with(|status| matches!(status, Status::Ended(_))));
    let leave = Callback::new(move |()| session.end());
    let footer = move || {
        view! { <Button kind=ButtonKind::Quiet on_click=leave>"Leave this page"</Button> }
    };
    view! {
        <Dialog
            open=open
            on_close=Callback::new(|()| {})
            title="Your session has ended"
            closable=false
            focus=PASSWORD
            footer=footer
        >
            <p>"Sign in again to continue. Nothing you entered is lost."</p>
            {move || lazy!(sign_in, "the form", || view! { <SignInForm /> })}
        </Dialog>
    }
}
