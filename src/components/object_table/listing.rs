//! What one table shows: its columns, its rows, and the lines they make.

use console::listing::{Format, Line, LineOptions, Order, Row, lines, widths};
use leptos::prelude::*;

use super::columns::Columns;
use super::pages::page_of;
use super::{FILTER, Grouping, RowActions, SORT, WHOLE};
use crate::state::location::use_location;
use crate::ui::table::BLOCK;

/// Known to all parts of a table. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    /// The key of what one row is: `server`.
    pub(super) kind: &'static str,
    pub(super) columns: Columns,
    pub(super) rows: Memo<Vec<Row>>,
    pub(super) order: Memo<Order>,
    pub(super) filter: Memo<String>,
    /// All that match, on whichever page.
    pub(super) matching: Memo<Vec<Line>>,
    /// What stands below each other.
    pub(super) lines: Memo<Vec<Line>>,
    /// Whether only some of the lines are in the document.
    pub(super) large: Memo<bool>,
    pub(super) grouping: Option<Grouping>,
    pub(super) actions: Option<RowActions>,
    /// Whether rows can be selected.
    pub(super) selects: bool,
}

/// What its owner says of a table.
pub(super) struct ListingOptions {
    pub(super) kind: &'static str,
    pub(super) columns: Columns,
    pub(super) rows: Signal<Vec<Row>>,
    pub(super) grouping: Option<Grouping>,
    pub(super) paged: bool,
    pub(super) actions: Option<RowActions>,
    pub(super) selects: bool,
}

impl Listing {
    pub(super) fn new(options: ListingOptions) -> Self {
        let ListingOptions { kind, columns, rows, grouping, paged, actions, selects } = options;
        let location = use_location();
        let rows = Memo::new(move |_| rows.get());
        let option = move |name: &'static str| {
            Memo::new(move |_| location.options.with(|options| options.get(name).to_owned()))
        };
        let (sort, filter) = (option(SORT), option(FILTER));
        let order = Memo::new(move |_| {
            columns.with_headings(|headings| sort.with(|sort| Order::read(sort, headings)))
        });
        let matching = Memo::new(move |_| {
            let known = grouping.map(|grouping| grouping.known.get());
            let (order, filter, columns) = (order.get(), filter.get(), columns.shown.get());
            let wanted = LineOptions {
                order: Some(&order),
                filter: &filter,
                columns: &columns,
                under: known.as_deref(),
            };
            rows.with(|rows| lines(rows, wanted))
        });
        let lines = if paged {
            Memo::new(move |_| matching.with(|all| page_of(all, location)))
        } else {
            matching
        };
        let large = Memo::new(move |_| lines.with(|lines| lines.len() > WHOLE));
        Self {
            kind,
            columns,
            rows,
            order,
            filter,
            matching,
            lines,
            large,
            grouping,
            actions,
            selects,
        }
    }

    /// How many blocks the lines make.
    pub(super) fn blocks(self) -> usize {
        self.lines.with(|lines| lines.len().div_ceil(BLOCK))
    }

    /// How many columns the table has, with those for selecting and for actions.
    pub(super) fn width(self) -> Signal<usize> {
        let more = usize::from(self.actions.is_some()) + usize::from(self.selects);
        Signal::derive(move || self.columns.shown.with(Vec::len) + more)
    }

    /// Looks at the rows that match, in order.
    pub(super) fn with_rows_matching<R>(self, look: impl FnOnce(&[&Row]) -> R) -> R {
        self.rows.with(|rows| {
            self.matching.with(|lines| {
                let row = |line: &Line| match line {
                    Line::Row(place) => rows.get(*place),
                    Line::Heading(_) | Line::Empty(_) => None,
                };
                look(&lines.iter().filter_map(row).collect::<Vec<_>>())
            })
        })
    }

    /// The name of the row in this line.
    pub(super) fn name(self, line: usize) -> Option<String> {
        let place = self.lines.with(|lines| match lines.get(line) {
            Some(Line::Row(place)) => Some(*place),
            _ => None,
        });
        self.rows.with(|rows| rows.get(place?).map(|row| row.name.clone()))
    }

    /// The line of the row with this name.
    pub(super) fn line_of(self, name: &str) -> Option<usize> {
        let is_it = |rows: &Vec<Row>, line: &Line| match line {
            Line::Row(place) => rows.get(*place).is_some_and(|row| row.name == name),
            Line::Heading(_) | Line::Empty(_) => false,
        };
        self.rows
            .with(|rows| self.lines.with(|lines| lines.iter().position(|line| is_it(rows, line))))
    }

    /// The share of the width of each column shown, in percent, while the table is large. Made
    /// for the rows that are there then, so that columns do not move as values change.
    pub(super) fn shares(self) -> Memo<Vec<usize>> {
        Memo::new(move |_| {
            let shown = self.columns.shown.get();
            if !self.large.get() {
                return vec![];
            }
            self.columns.with_headings(|headings| {
                self.rows.with_untracked(|rows| widths(headings, rows, &shown))
            })
        })
    }
}

/// The class of the cells of a column.
pub(super) fn class(format: Format) -> &'static str {
    match format {
        Format::Number | Format::Lag => "numeric",
        Format::Moment => "moment",
        Format::State => "state",
        Format::Words | Format::Code | Format::Links => "",
    }
}
