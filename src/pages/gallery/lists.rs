//! Tables, and the ways from part to part.

use leptos::prelude::*;

use crate::ui::badge::Badge;
use crate::ui::icon::Icon;
use crate::ui::pager::{Pager, Part};
use crate::ui::section::Section;
use crate::ui::table::{
    Cell, Direction, EmptyRow, Header, Row, RowGroup, RowHeader, SortHeader, Sorted, Table,
};
use crate::ui::tabs::{Tab, TabLinks};
use crate::ui::tone::Tone;

#[component]
pub(super) fn Ways() -> impl IntoView {
    let tab = |words: &str, count: Option<u64>, current: bool| Tab {
        href: "#/ui".to_owned().into(),
        words: words.to_owned(),
        count: count.into(),
        current: current.into(),
    };
    let tabs = vec![
        tab("Current", Some(6), true),
        tab("Other", Some(10_081), false),
        tab("Not counted yet", None, false),
    ];
    let pager = |label: &'static str, page: u64, total: u64| {
        let part = Part { page, size: 50, total };
        view! { <Pager label=label part=part href=|_| "#/ui".to_owned() /> }
    };
    view! {
        <Section title="Tabs and pages">
            <TabLinks label="Tabs" tabs=tabs />
            {pager("First page", 1, 120)}
            {pager("A page between", 2, 120)}
            {pager("The only page", 1, 7)}
            {pager("No page", 1, 0)}
        </Section>
    }
}

const COLUMNS: usize = 4;

fn heads() -> impl IntoView {
    let sort = |label: &'static str, class: &'static str, sorted: Option<Sorted>| {
        let further = Callback::new(|()| ());
        view! { <SortHeader label=label class=class sorted=sorted href="#/ui" on_further=further /> }
    };
    let by = |direction, place| Some(Sorted { direction, place });
    view! {
        {sort("Server", "", by(Direction::Ascending, 2))}
        {sort("State", "", None)}
        {sort("Connections", "numeric", by(Direction::Descending, 1))}
        <Header label="Not sorted" />
    }
}

fn row(number: usize) -> impl IntoView {
    view! {
        <Row number=number>
            <RowHeader>
                <a href="#/ui">"shop-db" {number}</a>
            </RowHeader>
            <Cell label="State">
                <Badge tone=Tone::Good icon=Icon::CheckCircle text="Replica" />
            </Cell>
            <Cell label="Connections" class="numeric">"1,024"</Cell>
            <Cell label="Not sorted">"–"</Cell>
        </Row>
    }
}

#[component]
pub(super) fn Tables() -> impl IntoView {
    view! {
        <Section title="Tables">
            <Table caption="Servers by monitor" head=heads>
                <tbody role="rowgroup">
                    <RowGroup columns=COLUMNS number=2>
                        <a href="#/ui">"Shop-Monitor"</a>
                    </RowGroup>
                    {row(3)} {row(4)}
                    <RowGroup columns=COLUMNS number=5>"Not monitored"</RowGroup>
                    {row(6)}
                </tbody>
            </Table>
        </Section>
        <Section title="A table without rows">
            <Table caption="Servers" head=heads>
                <tbody role="rowgroup">
                    <EmptyRow columns=COLUMNS>"MaxScale has no servers."</EmptyRow>
                </tbody>
            </Table>
        </Section>
    }
}
