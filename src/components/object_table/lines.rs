//! A block of lines: headings of groups, rows, and what stands for rows where there are none.

use console::listing::{Line, Row};
use leptos::prelude::*;
use maxscale::object::Object;

use super::keyboard::Keyboard;
use super::listing::Listing;
use super::row::row_view;
use super::selection::Selection;
use crate::ui::table::{BLOCK, Block, EmptyRow, RowGroup, VirtualRows};

/// A line that is in the document.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Shown {
    /// Its place among the table's rows, from 1; the header is the first.
    pub(super) number: usize,
    pub(super) content: Content,
}

#[derive(Clone, PartialEq)]
pub(super) enum Content {
    Heading(Option<Object>),
    Row(Row),
    Empty(Object),
}

impl Default for Content {
    fn default() -> Self {
        Self::Heading(None)
    }
}

impl Shown {
    /// Tells it from the other lines, wherever it stands.
    fn key(&self) -> String {
        match &self.content {
            Content::Row(row) => format!("r{}", row.name),
            Content::Heading(of) => format!("h{}", of.as_ref().map_or("", Object::name)),
            Content::Empty(of) => format!("e{}", of.name()),
        }
    }
}

#[component]
pub(super) fn Lines(
    number: usize,
    listing: Listing,
    virtual_rows: VirtualRows,
    keyboard: Keyboard,
    selection: Option<Selection>,
) -> impl IntoView {
    let count = move || {
        let rest = listing.lines.with(Vec::len).saturating_sub(number * BLOCK);
        rest.min(BLOCK)
    };
    let always = move || !listing.large.get() || keyboard.block.get() == Some(number);
    let content = move || {
        let all = Memo::new(move |_| shown(listing, number));
        let line = move |line: Shown| line_view(listing, selection, all, line);
        view! { <For each=move || all.get() key=Shown::key children=line /> }
    };
    view! {
        <Block
            number=number
            virtual_rows=virtual_rows
            lines=Signal::derive(count)
            always=Signal::derive(always)
        >
            {content()}
        </Block>
    }
}

/// The lines of a block with all they show.
fn shown(listing: Listing, block: usize) -> Vec<Shown> {
    let content = |rows: &[Row], line: &Line| match line {
        Line::Heading(of) => Some(Content::Heading(of.clone())),
        Line::Empty(of) => Some(Content::Empty(of.clone())),
        Line::Row(place) => rows.get(*place).cloned().map(Content::Row),
    };
    listing.rows.with(|rows| {
        listing.lines.with(|lines| {
            let own = lines.iter().enumerate().skip(block * BLOCK).take(BLOCK);
            own.filter_map(|(at, line)| {
                Some(Shown { number: at + 2, content: content(rows, line)? })
            })
            .collect()
        })
    })
}

/// Follows its line; each cell changes only when what it says does.
fn line_view(
    listing: Listing,
    selection: Option<Selection>,
    all: Memo<Vec<Shown>>,
    line: Shown,
) -> AnyView {
    let (first, key) = (line.clone(), line.key());
    let now = Memo::new(move |before: Option<&Shown>| {
        let found = all.with(|all| all.iter().find(|line| line.key() == key).cloned());
        found.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let number = Signal::derive(move || now.with(|line| line.number));
    let columns = listing.width();
    match (line.content, listing.grouping) {
        (Content::Row(row), _) => row_view(listing, selection, row, now).into_any(),
        (Content::Heading(of), Some(grouping)) => view! {
            <RowGroup columns=columns number=number>
                {grouping.heading.run(of)}
            </RowGroup>
        }
        .into_any(),
        (Content::Empty(_), Some(grouping)) => {
            view! { <EmptyRow columns=columns>{grouping.none}</EmptyRow> }.into_any()
        }
        (Content::Heading(_) | Content::Empty(_), None) => ().into_any(),
    }
}
