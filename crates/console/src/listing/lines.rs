//! Which rows are shown, in what order, under which headings: the lines of a table.

use std::collections::BTreeMap;

use super::{Order, Row};
use maxscale::object::Object;
use texts::lowered;

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of what the next rows are listed under, or under nothing.
    Heading(Option<Object>),
    /// A row, by its place among all.
    Row(usize),
    /// Stands for the rows of an object that has none.
    Empty(Object),
}

/// What is to be seen of rows.
#[derive(Clone, Copy, Debug)]
pub struct LineOptions<'a> {
    /// Their order; `None` for as they come.
    pub order: Option<&'a Order>,
    /// What they must contain, whatever its case.
    pub filter: &'a str,
    /// The columns that are looked at for it.
    pub columns: &'a [usize],
    /// The objects that rows are listed under, if they are, so that one without rows has a
    /// heading as well when nothing is filtered out.
    pub under: Option<&'a [Object]>,
}

/// The lines of the rows that are wanted. Groups go by name; rows under nothing come last.
pub fn lines(rows: &[Row], options: LineOptions<'_>) -> Vec<Line> {
    let filter = lowered(options.filter);
    let matches =
        |(place, row): (usize, &Row)| row.matches(&filter, options.columns).then_some(place);
    let mut places: Vec<usize> = rows.iter().enumerate().filter_map(matches).collect();
    if let Some(order) = options.order {
        order.sort(rows, &mut places);
    }
    let Some(known) = options.under else { return places.into_iter().map(Line::Row).collect() };
    let mut groups: BTreeMap<&Object, Vec<Line>> = BTreeMap::new();
    let mut others = Vec::new();
    if filter.is_empty() {
        groups.extend(known.iter().map(|object| (object, Vec::new())));
    }
    for place in places {
        match rows.get(place).and_then(|row| row.group.as_ref()) {
            Some(object) => groups.entry(object).or_default().push(Line::Row(place)),
            None => others.push(Line::Row(place)),
        }
    }
    let mut all = Vec::new();
    for (object, mut own) in groups {
        if own.is_empty() {
            own.push(Line::Empty(object.clone()));
        }
        all.push(Line::Heading(Some(object.clone())));
        all.append(&mut own);
    }
    if !others.is_empty() {
        all.push(Line::Heading(None));
        all.append(&mut others);
    }
    all
}
