//! How long the server takes to answer, as a histogram.

use leptos::prelude::*;
use maxscale::response_times::{ResponseTimeStep, response_times};
use maxscale::server::Server;
use serde_json::Value;

use crate::query::Query;
use crate::ui::section::Section;

/// The statistics beside the histogram.
pub(super) fn without_response_times(statistics: &Value) -> Value {
    let mut rest = statistics.clone();
    if let Some(all) = rest.as_object_mut() {
        all.remove("response_time_distribution");
    }
    rest
}

/// The histogram; nothing where the server tells none.
#[component]
pub(super) fn ResponseTimes(server: Query<Server>) -> impl IntoView {
    let steps = server.part(|server| response_times(&server.statistics));
    let is_told =
        Memo::new(move |_| steps.with(|steps| steps.as_ref().is_some_and(|s| !s.is_empty())));
    let rows = move || {
        let steps = steps.get().unwrap_or_default();
        let most = steps.iter().map(|step| step.reads.max(step.writes)).max().unwrap_or_default();
        steps.into_iter().map(|step| row(step, most)).collect_view()
    };
    view! {
        <Show when=move || is_told.get()>
            <Section title=texts::server_page::response_times()>
                <table class="response-times" aria-label=texts::server_page::response_times()>
                    <thead>
                        <tr>
                            <th scope="col">{texts::server_page::up_to()}</th>
                            <th scope="col">{texts::server_page::reads()}</th>
                            <th scope="col">{texts::server_page::writes()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Section>
        </Show>
    }
}

fn row(step: ResponseTimeStep, most: u64) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{time(step.seconds)}</th>
            <td>{bar("reads", step.reads, most)}</td>
            <td>{bar("writes", step.writes, most)}</td>
        </tr>
    }
}

fn bar(kind: &'static str, count: u64, most: u64) -> impl IntoView {
    // Without fractions: printing those would weigh more than all of this.
    let share = count.saturating_mul(100) / most.max(1);
    view! {
        <span class="response-times-cell">
            <span class="response-times-count">{texts::number(count)}</span>
            <span class="response-times-bar" data-kind=kind style:width=format!("{share}%")></span>
        </span>
    }
}

/// `10 µs`, `1 ms`, `100 s`.
fn time(seconds: f64) -> String {
    match (seconds * 1_000_000.0).round() as u64 {
        few @ 0..1_000 => format!("{few} µs"),
        some @ 1_000..1_000_000 => format!("{} ms", some / 1_000),
        many => format!("{} s", texts::number(many / 1_000_000)),
    }
}
