//! How servers are grouped, sorted and filtered, as the address says.

use leptos::prelude::*;
use maxscale::monitor::Monitor;
use maxscale::name::{MonitorName, ServerName};
use maxscale::server::Server;

use crate::route::Options;
use crate::state::location::use_place;
use crate::ui::table::{Direction, Header, SortHeader};

/// The option that filters.
pub const FILTER: &str = "filter";
const SORT: &str = "sort";

/// What servers can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The server's name.
    Name,
    /// Its address.
    Address,
    /// Its open connections.
    Connections,
    /// Its state.
    State,
}

impl Column {
    const ALL: [Self; 4] = [Self::Name, Self::Address, Self::Connections, Self::State];

    fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Address => "address",
            Self::Connections => "connections",
            Self::State => "state",
        }
    }
}

/// A column and which end comes first; in the address `name`, or `-name` for the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    column: Column,
    direction: Direction,
}

impl Order {
    pub(super) fn read(options: &Options) -> Self {
        let text = options.get(SORT);
        let (key, direction) = match text.strip_prefix('-') {
            Some(key) => (key, Direction::Descending),
            None => (text, Direction::Ascending),
        };
        let column = Column::ALL.into_iter().find(|column| column.key() == key);
        match column {
            Some(column) => Self { column, direction },
            None => Self { column: Column::Name, direction: Direction::Ascending },
        }
    }

    /// What the address says after a click on a column's header.
    fn after_click(self, column: Column) -> String {
        let turned = self.column == column && self.direction == Direction::Ascending;
        match (turned, column) {
            (true, _) => format!("-{}", column.key()),
            (false, Column::Name) => String::new(),
            (false, _) => column.key().to_owned(),
        }
    }

    fn sort(self, servers: &mut [&Server]) {
        servers.sort_by(|a, b| {
            let by_column = match self.column {
                Column::Name => natural(a.name.as_str(), b.name.as_str()),
                Column::Address => natural(&a.address.to_string(), &b.address.to_string()),
                Column::Connections => a.load.connections.cmp(&b.load.connections),
                Column::State => a.state.words().cmp(&b.state.words()),
            };
            let directed = match self.direction {
                Direction::Ascending => by_column,
                Direction::Descending => by_column.reverse(),
            };
            directed.then_with(|| natural(a.name.as_str(), b.name.as_str()))
        });
    }
}

/// As people sort: `db2` before `db10`.
fn natural(a: &str, b: &str) -> std::cmp::Ordering {
    let split = |text: &str| {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let number = text.strip_prefix(&head).and_then(|digits| digits.parse::<u64>().ok());
        (head, number)
    };
    split(a).cmp(&split(b)).then_with(|| a.cmp(b))
}

/// The servers of one monitor, or of none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) monitor: Option<MonitorName>,
    pub(super) servers: Vec<ServerName>,
}

/// Groups by monitor, by its name; the unmonitored ones last. Monitors without servers are shown
/// when nothing is filtered out.
pub(super) fn grouped(
    mut servers: Vec<&Server>,
    monitors: &[Monitor],
    order: Order,
    with_empty: bool,
) -> Vec<Group> {
    order.sort(&mut servers);
    let mut names: Vec<MonitorName> =
        servers.iter().filter_map(|server| server.monitor.clone()).collect();
    if with_empty {
        names.extend(monitors.iter().map(|monitor| monitor.name.clone()));
    }
    names.sort();
    names.dedup();
    names
        .into_iter()
        .map(Some)
        .chain([None])
        .map(|monitor| {
            let own = servers.iter().filter(|server| server.monitor == monitor);
            Group { servers: own.map(|server| server.name.clone()).collect(), monitor }
        })
        .filter(|group| group.monitor.is_some() || !group.servers.is_empty())
        .collect()
}

/// Whether anything shown of a server contains the text, whatever its case.
pub(super) fn matches(server: &Server, filter: &str) -> bool {
    let filter = filter.to_lowercase();
    let names = server.services.iter().map(ToString::to_string);
    let shown = [
        server.name.to_string(),
        server.address.to_string(),
        server.state.words(),
        server.state.raw().to_owned(),
        server.gtid.clone().unwrap_or_default(),
        server.monitor.as_ref().map(ToString::to_string).unwrap_or_default(),
    ];
    shown.into_iter().chain(names).any(|text| text.to_lowercase().contains(&filter))
}

/// The headers of the columns.
pub(super) fn headers(order: Memo<Order>) -> impl IntoView {
    let place = use_place();
    let sort = move |column: Column| {
        let sorted = Signal::derive(move || {
            let order = order.get();
            (order.column == column).then_some(order.direction)
        });
        let href = Signal::derive(move || place.href_with(SORT, &order.get().after_click(column)));
        (sorted, href)
    };
    let [name, address, connections, state] = Column::ALL.map(sort);
    view! {
        <SortHeader label="Server" sorted=name.0 href=name.1 />
        <SortHeader label="Address" sorted=address.0 href=address.1 />
        <SortHeader label="Connections" sorted=connections.0 href=connections.1 numeric=true />
        <SortHeader label="State" sorted=state.0 href=state.1 />
        <Header label="GTID" />
        <Header label="Services" />
    }
}
