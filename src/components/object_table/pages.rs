//! The pages of a long table: which rows of those that match are shown, and the way from page to
//! page.

use console::listing::Line;
use leptos::prelude::*;

use super::listing::Listing;
use super::words::things;
use crate::route::Options;
use crate::state::location::{Location, use_location};
use crate::ui::field::Select;
use crate::ui::pager::{Pager, Part};

/// The options of the address: the number of the page from 1, and how many rows it holds.
pub const PAGE: &str = "page";
const SIZE: &str = "size";

/// How many rows a page can hold; the first is usual.
const SIZES: [u64; 5] = [50, 100, 500, 1_000, 10_000];

/// The number of the page that the address asks for, and how many rows it holds.
pub fn asked_page(options: &Options) -> (u64, u64) {
    let [usual, ..] = SIZES;
    let number = |name: &str| options.get(name).parse::<u64>().ok();
    let size = number(SIZE).filter(|size| SIZES.contains(size)).unwrap_or(usual);
    (number(PAGE).unwrap_or(1).max(1), size)
}

/// The address of a page.
pub fn page_href(location: Location, page: u64) -> String {
    location.href_with(PAGE, &if page == 1 { String::new() } else { page.to_string() })
}

/// How many rows a page holds, to choose.
#[component]
pub fn PageSize(
    /// The key of what one row is: `session`.
    kind: &'static str,
    #[prop(into)] size: Signal<u64>,
) -> impl IntoView {
    let location = use_location();
    let words = |size| texts::tables::so_many_a_page(texts::number(size));
    let sizes = SIZES.map(|size| (size.to_string(), words(size))).to_vec();
    let value = Signal::derive(move || size.get().to_string());
    let change = move |size: String| location.set_options(&[(SIZE, &size), (PAGE, "")]);
    let label = texts::tables::size_of_pages(texts::capitalised(things(kind)));
    view! { <Select label=label choices=sizes value=value on_change=change /> }
}

/// The page that the address asks for, of so many rows.
fn part(location: Location, total: usize) -> Part {
    let (page, size) = location.options.with(asked_page);
    let total = total as u64;
    Part { page: page.min(total.div_ceil(size).max(1)), size, total }
}

/// The lines of that page.
pub(super) fn page_of(all: &[Line], location: Location) -> Vec<Line> {
    let Part { page, size, .. } = part(location, all.len());
    let (skipped, size) = ((page - 1).saturating_mul(size) as usize, size as usize);
    all.iter().skip(skipped).take(size).cloned().collect()
}

/// Which rows are shown, and links to the pages before and after; nothing where one page holds
/// all.
#[component]
pub(super) fn Pages(listing: Listing) -> impl IntoView {
    let location = use_location();
    let part = Memo::new(move |_| part(location, listing.matching.with(Vec::len)));
    let [smallest, ..] = SIZES;
    let is_needed = Memo::new(move |_| part.with(|part| part.total > smallest));
    let href = move |page: u64| page_href(location, page);
    let size = Signal::derive(move || part.with(|part| part.size));
    let label = texts::tables::pages_of(things(listing.kind));
    move || {
        let label = label.clone();
        is_needed.get().then(|| {
            view! {
                <div class="pages">
                    <Pager label=label part=part href=href />
                    <PageSize kind=listing.kind size=size />
                </div>
            }
        })
    }
}
