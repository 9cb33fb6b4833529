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
        view! { <Button kind=ButtonKind::Quiet on_click=leave>{texts::sign_in::leave_page()}</Button> }
    };
    view! {
        <Dialog
            open=open
            on_close=Callback::new(|()| {})
            title=texts::sign_in::session_has_ended()
            closable=false
            focus=PASSWORD
            footer=footer
        >
            <p>{texts::sign_in::sign_in_again()}</p>
            {move || lazy!(sign_in, texts::parts::the_form(), || view! { <SignInForm /> })}
        </Dialog>
    }
}
