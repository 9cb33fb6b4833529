//! Carries an action out on one server after the other, and tells how far it has come.

use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::several::Plan;

use super::form::Form;
use crate::components::change::Means;

/// Does it to each server of the plan, also when it did not succeed for one before. The dialog
/// closes when all is done, and stays with the reasons when it is not.
pub(super) fn carry_out(means: Means, form: Form, plan: Plan) {
    let Some(turn) = form.progress.begin() else { return };
    form.failed.set(vec![]);
    let verb = untrack(|| form.verb());
    spawn_local(async move {
        let all = plan.requests();
        let (mut done, mut failed, mut undo, mut warning) = (vec![], vec![], vec![], None);
        for (index, (name, requests)) in all.iter().enumerate() {
            form.told.try_set(format!("Server {} of {}: {name} …", index + 1, all.len()));
            match means.send(requests).await {
                Ok(said) => {
                    undo.extend(plan.undo(name));
                    done.push(name);
                    warning = said.or(warning);
                }
                Err(error) => failed.push(format!("{name}: {}", error.words())),
            }
        }
        means.changed(&all.iter().flat_map(|(_, requests)| requests.clone()).collect::<Vec<_>>());
        form.told.try_set(String::new());
        if !done.is_empty() {
            let what = match done.as_slice() {
                [one] => one.to_string(),
                many => format!("{} servers", many.len()),
            };
            means.tell(format!("{verb}: done for {what}"), what, undo, warning);
        }
        if !form.progress.is_at(Some(turn)) {
            for why in failed {
                means.toasts.failed(format!("{verb} did not succeed"), why, None::<fn()>);
            }
        } else if failed.is_empty() {
            form.asked.try_set(None);
        } else {
            form.progress.busy.try_set(false);
            form.failed.try_set(failed);
        }
    });
}
