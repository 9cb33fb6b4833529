//! Everything that is not as it should be, what clients feel most first, with what has led to it
//! and what to do; one line when all is well.

use console::problem::{Problem, Severity, count};
use leptos::prelude::*;
use maxscale::object::Object;

use crate::commands::href;
use crate::components::time::Since;
use crate::route::Route;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Icon, IconView};
use crate::ui::tone::Tone;

/// One line that names the worst, with all of them behind it. Nothing below moves when a problem
/// comes or goes, so that nobody’s click lands on another row than the one meant.
#[component]
pub fn Problems(
    /// All problems, the worst first; `None` until all is known that they depend on.
    #[prop(into)]
    problems: Signal<Option<Vec<Problem>>>,
) -> impl IntoView {
    let problems = Memo::new(move |_| problems.get());
    let worst = Memo::new(move |_| {
        problems.with(|all| all.as_ref().map(|all| all.first().map(|one| one.severity)))
    });
    let all = Signal::derive(move || problems.get().unwrap_or_default());
    let line = Signal::derive(move || all.with(|all| line(all)));
    move || match worst.get() {
        None => ().into_any(),
        Some(None) => view! {
            <p class="problems problems-none" data-tone=Tone::Good.name()>
                <IconView icon=Icon::CheckCircle />
                <span>{texts::problem_list::all_well()}</span>
            </p>
        }
        .into_any(),
        Some(Some(severity)) => view! {
            <div class="problems" data-tone=tone(severity).name()>
                <IconView icon=tone(severity).icon() />
                <Disclosure summary=line>
                    <ul class="problem-list">
                        <For each=move || all.get() key=Clone::clone children=problem />
                    </ul>
                </Disclosure>
            </div>
        }
        .into_any(),
    }
}

fn line(problems: &[Problem]) -> String {
    let (broken, notices) = count(problems);
    let counted = |count: usize, text: fn(u64) -> String| (count > 0).then(|| text(count as u64));
    let counts = [
        counted(broken, texts::problem_list::count_problems),
        counted(notices, texts::problem_list::count_notices),
    ];
    let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let worst = problems.first().map(|worst| format!(": {} {}", named(worst), worst.what));
    format!("{counts}{}", worst.unwrap_or_default())
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Broken => Tone::Bad,
        Severity::Caution => Tone::Caution,
        Severity::Notice => Tone::Info,
    }
}

/// With the kind, as an object’s name alone says little here.
fn named(problem: &Problem) -> String {
    match &problem.object {
        Some(object) => format!("{} {}", Route::of(object.clone()).kind(), object.name()),
        None => "MaxScale".to_owned(),
    }
}

fn problem(problem: Problem) -> AnyView {
    let tone = tone(problem.severity);
    let worth = match problem.severity {
        Severity::Broken => texts::problem_list::broken(),
        Severity::Caution => texts::problem_list::caution(),
        Severity::Notice => texts::problem_list::notice(),
    };
    let name = named(&problem);
    let next = problem.object.as_ref().and_then(|object| next_step(&problem, object));
    let since = problem.since.map(|since| view! { <Since date=since /> });
    let subject = match problem.object {
        Some(object) => {
            view! { <a class="object-link" href=Route::of(object).href()>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let causes = problem.causes;
    let causes = (!causes.is_empty()).then(|| {
        let causes = causes.into_iter().map(self::problem).collect_view();
        view! {
            <ul class="problem-causes" aria-label=texts::problem_list::because_of()>
                {causes}
            </ul>
        }
    });
    view! {
        <li class="problem" data-tone=tone.name()>
            <IconView icon=tone.icon() label=worth />
            <span class="problem-what">{subject} " " {problem.what} "."</span>
            <span class="problem-since quiet">{since}</span>
            <span class="problem-advice quiet">{problem.advice}</span>
            <span class="problem-next">{next}</span>
            {causes}
        </li>
    }
    .into_any()
}

/// The dialog of the command that is the next step; it says what it does before it does it.
fn next_step(problem: &Problem, object: &Object) -> Option<impl IntoView + use<>> {
    let command = problem.next?;
    let href = href(command, object);
    let label = format!("{}: {}", command.label(), object.name());
    Some(view! {
        <a class="button button-secondary" href=href aria-label=label>
            {command.label()}
        </a>
    })
}
