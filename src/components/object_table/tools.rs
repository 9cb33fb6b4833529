//! What stands above a table: how many rows match, what is selected, columns, export.

use console::listing::{csv, json};
use leptos::prelude::*;
use maxscale::object::Object;
use texts::number;

use super::listing::Listing;
use super::selection::Selection;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::download::download;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// What can be done to the objects that are selected.
pub type SelectionActions = Callback<Signal<Vec<Object>>, AnyView>;

#[component]
pub(super) fn Tools(
    listing: Listing,
    selection: Option<Selection>,
    actions: Option<SelectionActions>,
) -> impl IntoView {
    let kind = listing.kind;
    let matching = move || {
        if listing.filter.with(String::is_empty) {
            return String::new();
        }
        let shown = listing.with_rows_matching(|rows| rows.len());
        format!(
            "{} of {} {kind}s",
            number(shown as u64),
            number(listing.rows.with(Vec::len) as u64)
        )
    };
    let selected = selection.zip(actions).map(|(selection, actions)| {
        let any = Memo::new(move |_| selection.objects.with(|all| !all.is_empty()));
        let objects = Signal::from(selection.objects);
        move || {
            any.get().then(|| {
                view! {
                    <div class="table-selected" role="group" aria-label="Selected">
                        <span>{move || words(selection)}</span>
                        <Button kind=ButtonKind::Quiet on_click=move |()| selection.clear()>
                            "Clear"
                        </Button>
                        {actions.run(objects)}
                    </div>
                }
            })
        }
    });
    view! {
        {selected}
        <p class="quiet" role="status">{matching}</p>
        {listing.columns.menu()}
        {export(listing)}
    }
}

/// `3 selected`, and how many of them cannot be seen.
fn words(selection: Selection) -> String {
    let all = selection.objects.with(Vec::len);
    match all.saturating_sub(selection.shown().0) {
        0 => format!("{} selected", number(all as u64)),
        hidden => {
            format!("{} selected, {} of them not shown", number(all as u64), number(hidden as u64))
        }
    }
}

/// The menu that saves all rows that match, as they are sorted, with the columns shown.
fn export(listing: Listing) -> AnyView {
    let save = move |ending: &'static str| {
        let columns = listing.columns.shown.get_untracked();
        let file: String = untrack(|| {
            listing.columns.with_headings(|headings| {
                listing.with_rows_matching(|rows| match ending {
                    "csv" => csv(headings, &columns, rows),
                    _ => json(headings, &columns, rows),
                })
            })
        });
        let kind = if ending == "csv" { "text/csv" } else { "application/json" };
        download(&format!("{}s.{ending}", listing.kind), kind, &file);
    };
    let items = Signal::derive(move || {
        vec![
            MenuItem::new("csv", Icon::ArrowDownToLine, "CSV, for spreadsheets", move || {
                save("csv")
            }),
            MenuItem::new("json", Icon::ArrowDownToLine, "JSON, for programs", move || {
                save("json")
            }),
        ]
    });
    view! { <MenuButton label="Export" words="Export" icon=Icon::ArrowDownToLine items=items /> }
        .into_any()
}
