//! Which columns of a table are shown: as the address says, or else as was chosen before.

use console::listing::{Heading, columns, columns_text};
use leptos::prelude::*;

use crate::state::location::{Location, use_location};
use crate::state::preferences::Preference;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// The option that chooses columns.
const COLUMNS: &str = "columns";

/// Windows as narrow show rows as cards, as `style/table.css` says.
const PHONE: f64 = 600.0;

fn is_phone() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width <= PHONE)
}

/// The choice. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// The columns shown, by their place among all; the first is always there.
    pub(super) shown: Memo<Vec<usize>>,
    headings: StoredValue<Vec<Heading>>,
    /// What this browser remembers.
    preferred: RwSignal<String>,
    kind: &'static str,
}

impl Columns {
    pub(super) fn new(kind: &'static str, headings: Vec<Heading>) -> Self {
        let headings = match is_phone() {
            true => headings.into_iter().map(Heading::on_phone).collect(),
            false => headings,
        };
        let headings = StoredValue::new(headings);
        let location = use_location();
        let preferred = RwSignal::new(Preference::Columns(kind).read().unwrap_or_default());
        let shown = Memo::new(move |_| {
            let asked = location.options.with(|options| options.get(COLUMNS).to_owned());
            let text = if asked.is_empty() { preferred.get() } else { asked };
            headings.with_value(|headings| columns(&text, headings))
        });
        Self { shown, headings, preferred, kind }
    }

    /// Looks at the headings of all columns.
    pub(super) fn with_headings<R>(self, look: impl FnOnce(&[Heading]) -> R) -> R {
        self.headings.with_value(|headings| look(headings))
    }

    /// The heading of a column.
    pub(super) fn heading(self, column: usize) -> Option<Heading> {
        self.headings.with_value(|headings| headings.get(column).copied())
    }

    /// Shows a column, or hides it.
    fn toggle(self, column: usize, location: Location) {
        let mut chosen = self.shown.get_untracked();
        match chosen.iter().position(|known| *known == column) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(column),
        }
        let all = self.headings.with_value(Vec::len);
        let chosen: Vec<usize> = (0..all).filter(|column| chosen.contains(column)).collect();
        let text = self.headings.with_value(|headings| columns_text(&chosen, headings));
        Preference::Columns(self.kind).write((!text.is_empty()).then_some(&text));
        self.preferred.set(text.clone());
        location.set_option(COLUMNS, &text);
    }

    /// The menu that chooses.
    pub(super) fn menu(self) -> AnyView {
        let location = use_location();
        let items = Signal::derive(move || {
            let shown = self.shown.get();
            let item = |(column, heading): (usize, Heading)| {
                let is_shown = shown.contains(&column);
                let icon = if is_shown { Icon::Eye } else { Icon::EyeOff };
                MenuItem::new(heading.key, icon, heading.label, move || {
                    self.toggle(column, location)
                })
                .ticked(is_shown)
            };
            let all = self.headings.get_value();
            all.into_iter().enumerate().skip(1).map(item).collect::<Vec<_>>()
        });
        let label = texts::tables::columns();
        view! { <MenuButton label=label words=label icon=Icon::Eye items=items /> }.into_any()
    }
}
