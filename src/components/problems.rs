//! Everything that is not as it should be, with the way there and what to do; nothing when all is
//! well.

use leptos::prelude::*;
use maxscale::object::Object;
use maxscale::problem::{Problem, Severity};

use crate::route::Route;
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::IconView;
use crate::ui::section::Section;
use crate::ui::tone::Tone;

/// More problems than this stand behind a word.
const SHOWN: usize = 5;

/// The list, the worst first.
#[component]
pub fn Problems(
    /// All problems in order.
    #[prop(into)]
    problems: Signal<Vec<Problem>>,
) -> AnyView {
    let problems = Memo::new(move |_| problems.get());
    let some = Memo::new(move |_| problems.with(|all| !all.is_empty()));
    let many = Memo::new(move |_| problems.with(|all| all.len() > SHOWN));
    let first = move || problems.with(|all| all.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let others = move || problems.with(|all| all.iter().skip(SHOWN).cloned().collect::<Vec<_>>());
    let more = Signal::derive(move || {
        problems.with(|all| format!("{} more", all.len().saturating_sub(SHOWN)))
    });
    let title = Signal::derive(move || {
        problems.with(|all| match all.len() {
            1 => "1 problem".to_owned(),
            many => format!("{many} problems"),
        })
    });
    (move || {
        some.get().then(|| {
            view! {
                <div class="problems">
                    <Section title=title>
                        <List problems=Signal::derive(first) />
                        {move || many.get().then(|| view! {
                            <Disclosure summary=more>
                                <List problems=Signal::derive(others) />
                            </Disclosure>
                        })}
                    </Section>
                </div>
            }
        })
    })
    .into_any()
}

#[component]
fn List(problems: Signal<Vec<Problem>>) -> AnyView {
    view! {
        <ul class="problem-list">
            <For each=move || problems.get() key=Clone::clone children=problem />
        </ul>
    }
    .into_any()
}

fn problem(problem: Problem) -> AnyView {
    let (tone, worth) = match problem.severity {
        Severity::Broken => (Tone::Bad, "Broken"),
        Severity::Caution => (Tone::Caution, "Caution"),
        Severity::Decided => (Tone::Info, "Decided"),
    };
    let subject = match problem.object {
        Some(object) => named(object),
        None => "MaxScale".into_any(),
    };
    view! {
        <li class="problem" data-tone=tone.name()>
            <IconView icon=tone.icon() label=worth />
            <span>{subject} " " {problem.what} "."</span>
            <span class="quiet">{problem.advice}</span>
        </li>
    }
    .into_any()
}

/// The link says the kind too, as an object’s name alone says little here.
fn named(object: Object) -> AnyView {
    let kind = Route::of(object.clone()).kind();
    let words = format!("{kind} {}", object.name());
    view! { <a class="object-link" href=Route::of(object).href()>{words}</a> }.into_any()
}
