//! Everything that is not as it should be, with the way there and what to do; nothing when all is
//! well.

use console::problem::{Problem, Severity};
use leptos::prelude::*;

use crate::route::Route;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconView;
use crate::ui::tone::Tone;

/// One line that names the worst, with all of them behind it. Nothing below moves when a problem
/// comes or goes, so that nobody’s click lands on another row than the one meant.
#[component]
pub fn Problems(
    /// All problems, the worst first.
    #[prop(into)]
    problems: Signal<Vec<Problem>>,
) -> impl IntoView {
    let problems = Memo::new(move |_| problems.get());
    let worst = Memo::new(move |_| problems.with(|all| all.first().map(|one| one.severity)));
    let line = Signal::derive(move || problems.with(|all| line(all)));
    move || {
        worst.get().map(|severity| {
            view! {
                <div class="problems" data-tone=tone(severity).name()>
                    <IconView icon=tone(severity).icon() />
                    <Disclosure summary=line>
                        <List problems=problems.into() />
                    </Disclosure>
                </div>
            }
        })
    }
}

fn line(problems: &[Problem]) -> String {
    let count = match problems.len() {
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    };
    let worst = problems.first().map(|worst| format!(": {} {}", named(worst), worst.what));
    format!("{count}{}", worst.unwrap_or_default())
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Broken => Tone::Bad,
        Severity::Caution => Tone::Caution,
        Severity::Decided => Tone::Info,
    }
}

/// With the kind, as an object’s name alone says little here.
fn named(problem: &Problem) -> String {
    match &problem.object {
        Some(object) => format!("{} {}", Route::of(object.clone()).kind(), object.name()),
        None => "MaxScale".to_owned(),
    }
}

#[component]
fn List(problems: Signal<Vec<Problem>>) -> impl IntoView {
    view! {
        <ul class="problem-list">
            <For each=move || problems.get() key=Clone::clone children=problem />
        </ul>
    }
}

fn problem(problem: Problem) -> impl IntoView {
    let tone = tone(problem.severity);
    let worth = match problem.severity {
        Severity::Broken => "Broken",
        Severity::Caution => "Caution",
        Severity::Decided => "Decided",
    };
    let name = named(&problem);
    let subject = match problem.object {
        Some(object) => {
            view! { <a class="object-link" href=Route::of(object).href()>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    view! {
        <li class="problem" data-tone=tone.name()>
            <IconView icon=tone.icon() label=worth />
            <span>{subject} " " {problem.what} "."</span>
            <span class="quiet">{problem.advice}</span>
        </li>
    }
}
