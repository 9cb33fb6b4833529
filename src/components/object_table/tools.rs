//! What stands above a table: how many rows match, what is selected, columns, export.

use console::listing::{csv, json};
use leptos::prelude::*;
use maxscale::object::Object;
use texts::{number, tables};

use super::filter::FilterField;
use super::listing::Listing;
use super::selection::Selection;
use super::states::States;
use super::words::{self, things};
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
    let matching = move || {
        if listing.filter.with(String::is_empty) {
            return String::new();
        }
        let shown = listing.with_rows_matching(|rows| rows.len());
        let all = listing.rows.with(Vec::len);
        tables::matching(number(shown as u64), number(all as u64), things(listing.kind))
    };
    let selected = selection.zip(actions).map(|(selection, actions)| {
        let any = Memo::new(move |_| selection.objects.with(|all| !all.is_empty()));
        let objects = Signal::from(selection.objects);
        move || {
            any.get().then(|| {
                view! {
                    <div class="table-selected" role="group" aria-label=tables::selected()>
                        <span>{move || selected_words(selection)}</span>
                        <Button kind=ButtonKind::Quiet on_click=move |()| selection.clear()>
                            {tables::clear_selection()}
                        </Button>
                        {actions.run(objects)}
                    </div>
                }
            })
        }
    });
    view! {
        {selected}
        {words::filter(listing.kind).map(|label| view! { <FilterField label=label /> })}
        <States listing=listing />
        <p class="quiet" role="status">{matching}</p>
        {listing.columns.menu()}
        {export(listing)}
    }
}

/// `3 selected`, and how many of them cannot be seen.
fn selected_words(selection: Selection) -> String {
    let all = selection.objects.with(Vec::len);
    match all.saturating_sub(selection.shown().0) {
        0 => tables::so_many_selected(number(all as u64)),
        hidden => tables::so_many_selected_some_hidden(number(all as u64), number(hidden as u64)),
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
            MenuItem::new("csv", Icon::ArrowDownToLine, tables::export_csv(), move || save("csv")),
            MenuItem::new("json", Icon::ArrowDownToLine, tables::export_json(), move || {
                save("json")
            }),
        ]
    });
    let label = tables::export();
    view! { <MenuButton label=label words=label icon=Icon::ArrowDownToLine items=items /> }
        .into_any()
}
