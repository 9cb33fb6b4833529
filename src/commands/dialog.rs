//! The dialog of every command: what will happen, to what, what is asked, and the button that does
//! it. Nothing but [`CommandDialog`] is known outside, so that all of this is loaded only when a
//! dialog is asked for.

mod buttons;
mod carry_out;
mod context;
mod expected;
mod form;
mod impact;
mod inputs;
mod objects;
mod progress;
mod terminal;
mod unanswered;

use leptos::prelude::*;
use maxscale::command::Command;

use super::target::{Scope, Target};
use crate::ui::dialog::Dialog;
use buttons::{Buttons, Outcome};
use carry_out::carry_out;
use context::CommandContext;
use expected::{Expected, Losses};
use form::Form;
use impact::ImpactNow;
use inputs::Inputs;
use objects::Objects;
use terminal::Terminal;
use unanswered::Unanswered;

/// The dialog. It exists while its command is asked for.
#[component]
pub(super) fn CommandDialog(
    target: Target,
    command: Command,
    asked: RwSignal<Option<Command>>,
) -> impl IntoView {
    let (form, context) = (Form::new(target, command), CommandContext::here());
    let title = Signal::derive(move || match target.scope {
        Scope::One(object) => object.with_value(|object| command.title(object)),
        Scope::Selection => {
            let count = form.proposal.with(|proposal| {
                proposal.as_ref().map_or(0, |proposal| proposal.batch.accepted.len())
            });
            command.title_of_many(count)
        }
    });
    let open = Signal::derive(move || asked.get().is_some());
    let close = Callback::new(move |()| {
        asked.try_set(None);
    });
    let footer = move || {
        view! {
            <Buttons
                form=form
                on_confirm=move |()| carry_out(context, form, close)
                on_close=close
            />
        }
    };
    view! {
        <Dialog open=open on_close=close title=title footer=footer>
            <Unanswered form=form context=context close=close />
            <Losses form=form />
            {if form.target.is_selection() {
                view! {
                    <Expected form=form />
                    <ImpactNow form=form />
                    <Objects form=form />
                }
                    .into_any()
            } else {
                view! {
                    <Objects form=form />
                    <Expected form=form />
                    <ImpactNow form=form />
                }
                    .into_any()
            }}
            <Inputs form=form />
            <Terminal form=form />
            <Outcome form=form />
        </Dialog>
    }
}
