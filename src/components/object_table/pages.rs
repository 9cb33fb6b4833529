//! The pages of a long table: which rows of those that match are shown, and the way from page to
//! page.

use console::listing::Line;
use leptos::prelude::*;

use super::listing::Listing;
use crate::state::location::{Location, use_location};
use crate::ui::field::Select;
use crate::ui::pager::{Pager, Part};

/// The options of the address: the number of the page from 1, and how many rows it holds.
pub const PAGE: &str = "page";
pub const SIZE: &str = "size";

/// How many rows a page can hold; the first is usual.
pub const SIZES: [u64; 5] = [50, 100, 500, 1_000, 10_000];

/// The page that the address asks for, of so many rows.
fn part(location: Location, total: usize) -> Part {
    let [usual, ..] = SIZES;
    location.options.with(|options| {
        let number = |name: &str| options.get(name).parse::<u64>().ok();
        let size = number(SIZE).filter(|size| SIZES.contains(size)).unwrap_or(usual);
        let total = total as u64;
        let last = total.div_ceil(size).max(1);
        Part { page: number(PAGE).unwrap_or(1).clamp(1, last), size, total }
    })
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
    let href = move |page: u64| {
        location.href_with(PAGE, &if page == 1 { String::new() } else { page.to_string() })
    };
    let (label, size_label) =
        (format!("Pages of {}s", listing.kind), format!("{}s a page", listing.kind));
    let sizes = SIZES.map(|size| (size.to_string(), format!("{size} a page"))).to_vec();
    let size = Signal::derive(move || part.with(|part| part.size.to_string()));
    let set_size = move |size: String| location.set_options(&[(SIZE, &size), (PAGE, "")]);
    move || {
        let (label, size_label, sizes) = (label.clone(), size_label.clone(), sizes.clone());
        is_needed.get().then(|| {
            view! {
                <div class="pages">
                    <Pager label=label part=part href=href />
                    <Select label=size_label choices=sizes value=size on_change=set_size />
                </div>
            }
        })
    }
}
