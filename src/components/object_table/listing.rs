//! What one table shows: its columns, its rows, and the lines they make.

use crate::ui::memo::Memo;
use leptos::prelude::*;
use maxscale::listing::{Heading, Line, Order, Row, Shape, Wanted, columns, lines, widths};
use maxscale::object::Object;

use super::{FILTER, Grouping, RowActions, SORT, WHOLE};
use crate::state::location::use_place;
use crate::ui::table::BLOCK;

/// Known to all parts of a table. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Listing {
    pub(super) headings: StoredValue<Vec<Heading>>,
    pub(super) rows: Memo<Vec<Row>>,
    pub(super) order: Memo<Order>,
    pub(super) filter: Memo<String>,
    /// What stands below each other.
    pub(super) lines: Memo<Vec<Line>>,
    /// Whether only some of the lines are in the document.
    pub(super) large: Memo<bool>,
    /// The columns shown, by their place among all; the first is always there.
    pub(super) shown: Memo<Vec<usize>>,
    pub(super) grouping: Option<Grouping>,
    pub(super) actions: Option<RowActions>,
}

impl Listing {
    pub(super) fn new(
        headings: Vec<Heading>,
        rows: Signal<Vec<Row>>,
        grouping: Option<Grouping>,
        as_they_come: bool,
        actions: Option<RowActions>,
    ) -> Self {
        let place = use_place();
        let headings = StoredValue::new(headings);
        let rows = Memo::new(move |_| rows.get());
        let option = move |name: &'static str| {
            Memo::new(move |_| place.options.with(|options| options.get(name).to_owned()))
        };
        let (sort, filter) = (option(SORT), option(FILTER));
        let order = Memo::new(move |_| {
            headings.with_value(|headings| sort.with(|sort| Order::read(sort, headings)))
        });
        let shown = Memo::new(move |_| headings.with_value(|headings| columns("", headings)));
        let lines = Memo::new(move |_| {
            let known = grouping.map(|grouping| grouping.known.get());
            let (order, filter, columns) = (order.get(), filter.get(), shown.get());
            let wanted = Wanted {
                order: (!as_they_come).then_some(&order),
                filter: &filter,
                columns: &columns,
                under: known.as_deref(),
            };
            rows.with(|rows| lines(rows, wanted))
        });
        let large = Memo::new(move |_| lines.with(|lines| lines.len() > WHOLE));
        Self { headings, rows, order, filter, lines, large, shown, grouping, actions }
    }

    /// How many blocks the lines make.
    pub(super) fn blocks(self) -> usize {
        self.lines.with(|lines| lines.len().div_ceil(BLOCK))
    }

    /// How many columns the table has.
    pub(super) fn columns(self) -> Signal<usize> {
        let more = usize::from(self.actions.is_some());
        Signal::derive(move || self.shown.with(Vec::len) + more)
    }

    /// The heading of a column.
    pub(super) fn heading(self, column: usize) -> Option<Heading> {
        self.headings.with_value(|headings| headings.get(column).copied())
    }

    /// What the row in this line is about.
    pub(super) fn object(self, line: usize) -> Option<Object> {
        let place = self.lines.with(|lines| match lines.get(line) {
            Some(Line::Row(place)) => Some(*place),
            _ => None,
        });
        self.rows.with(|rows| rows.get(place?).map(|row| row.object.clone()))
    }

    /// The line of the object with this name.
    pub(super) fn line_of(self, name: &str) -> Option<usize> {
        let is_it = |rows: &Vec<Row>, line: &Line| match line {
            Line::Row(place) => rows.get(*place).is_some_and(|row| row.object.name() == name),
            _ => false,
        };
        self.rows
            .with(|rows| self.lines.with(|lines| lines.iter().position(|line| is_it(rows, line))))
    }

    /// The share of the width of each column shown, in percent, while the table is large. Made
    /// for the rows that are there then, so that columns do not move as values change.
    pub(super) fn widths(self) -> Memo<Vec<usize>> {
        Memo::new(move |_| {
            let shown = self.shown.get();
            if !self.large.get() {
                return vec![];
            }
            self.headings.with_value(|headings| {
                self.rows.with_untracked(|rows| widths(headings, rows, &shown))
            })
        })
    }
}

/// The class of the cells of a column.
pub(super) fn class(shape: Shape) -> &'static str {
    match shape {
        Shape::Number => "numeric",
        Shape::Moment => "moment",
        _ => "",
    }
}
