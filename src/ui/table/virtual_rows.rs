//! Blocks of rows that are in the document only while they are near what is seen of the page.
//!
//! The browser tells which blocks come near and which go away; a block that is out of the
//! document leaves as much room as it had, or as its number of lines is likely to need.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

/// How many lines a block holds.
pub const BLOCK: usize = 20;

/// How far from the part that is seen a block counts as near.
const MARGIN: &str = "600px 0px";

/// As high as a line is before one has been seen, in pixels.
const LINE: usize = 38;

/// The attribute that numbers blocks.
const NUMBER: &str = "data-block";

/// What the blocks of one table share.
#[derive(Clone, Copy)]
pub struct VirtualRows {
    /// How high a line is on average, in pixels.
    line: RwSignal<usize>,
    /// False until a block has been measured since the width of the window changed.
    measured: StoredValue<bool>,
    blocks: StoredValue<Vec<BlockState>>,
    /// The width of the window at that time.
    width: StoredValue<Option<f64>>,
    watch: StoredValue<Option<Watch>, LocalStorage>,
}

#[derive(Clone, Copy)]
struct BlockState {
    body: NodeRef<html::Tbody>,
    near: RwSignal<bool>,
    /// As high as it was when it was seen last, in pixels.
    height: RwSignal<usize>,
    /// How many lines it had then; 0 when it was never seen.
    lines: StoredValue<usize>,
}

impl VirtualRows {
    /// Watches for as long as the current owner lives.
    pub fn new() -> Self {
        let rows = Self {
            line: RwSignal::new(LINE),
            measured: StoredValue::new(false),
            blocks: StoredValue::new(Vec::new()),
            width: StoredValue::new(window_width()),
            watch: StoredValue::new_local(None),
        };
        rows.watch.set_value(Watch::start(rows));
        let resized = window_event_listener(ev::resize, move |_| rows.resized());
        on_cleanup(move || {
            resized.remove();
            drop(rows.watch.try_update_value(Option::take));
        });
        rows
    }

    /// The next block, which begins near when it is among the first.
    fn add_block(self, number: usize) -> BlockState {
        let block = BlockState {
            body: NodeRef::new(),
            near: RwSignal::new(number < 2),
            height: RwSignal::new(0),
            lines: StoredValue::new(0),
        };
        self.blocks.update_value(|blocks| {
            blocks.truncate(number);
            blocks.push(block);
        });
        Effect::new(move || {
            if let Some(body) = block.body.get() {
                self.watch(&body);
            }
        });
        block
    }

    fn watch(self, body: &Element) {
        self.watch.try_with_value(|watch| {
            if let Some(watch) = watch {
                watch.observer.observe(body);
            }
        });
    }

    fn on_intersection(self, entry: &IntersectionObserverEntry) {
        let element = entry.target();
        let Some(block) = self.block_of(&element) else { return };
        let (was_near, is_near) = (block.near.try_get_untracked(), entry.is_intersecting());
        if was_near == Some(true) {
            let height = entry.bounding_client_rect().height() as usize;
            let lines = element.child_element_count() as usize;
            block.lines.try_set_value(lines);
            block.height.try_set(height);
            self.measure_line(height, lines);
        }
        if was_near == Some(!is_near) {
            block.near.try_set(is_near);
        }
    }

    fn block_of(self, body: &Element) -> Option<BlockState> {
        let number: usize = body.get_attribute(NUMBER)?.parse().ok()?;
        self.blocks.try_with_value(|blocks| blocks.get(number).copied())?
    }

    /// The first block seen tells how high lines are.
    fn measure_line(self, height: usize, lines: usize) {
        if lines > 1 && height > 0 && self.measured.try_get_value() == Some(false) {
            self.measured.try_set_value(true);
            self.line.try_set(height / lines);
        }
    }

    /// Another width makes other heights: all blocks are looked at once more.
    fn resized(self) {
        let width = window_width();
        if self.width.try_get_value() == Some(width) {
            return;
        }
        self.width.try_set_value(width);
        self.measured.try_set_value(false);
        self.watch.try_with_value(|watch| watch.as_ref().map(|watch| watch.observer.disconnect()));
        for block in self.blocks.try_get_value().unwrap_or_default() {
            block.lines.try_set_value(0);
            block.height.try_set(0);
            if let Some(body) = block.body.try_get_untracked().flatten() {
                self.watch(&body);
            }
        }
    }
}

fn window_width() -> Option<f64> {
    window().inner_width().ok()?.as_f64()
}

/// A block of lines of a table: a `<tbody>`.
#[component]
pub fn Block(
    /// Its number among the blocks of the table, from 0. Blocks come and go at the end.
    number: usize,
    /// What it shares with the others.
    virtual_rows: VirtualRows,
    /// How many lines it holds.
    #[prop(into)]
    lines: Signal<usize>,
    /// True to be in the document wherever it is.
    #[prop(into)]
    always: Signal<bool>,
    /// The lines.
    children: ChildrenFn,
) -> impl IntoView {
    let block = virtual_rows.add_block(number);
    let shown = Memo::new(move |_| always.get() || block.near.get());
    let spacer_height = move || {
        let (lines, height) = (lines.get(), block.height.get());
        if block.lines.get_value() == lines { height } else { lines * virtual_rows.line.get() }
    };
    let content = move || {
        if shown.get() {
            return children();
        }
        view! { <tr class="row-space" style:height=move || format!("{}px", spacer_height() as i32)></tr> }
            .into_any()
    };
    view! {
        <tbody
            node_ref=block.body
            role="rowgroup"
            data-block=number.to_string()
            aria-hidden=move || (!shown.get()).then_some("true")
        >
            {content}
        </tbody>
    }
}

struct Watch {
    observer: IntersectionObserver,
    /// Held because the observer calls it.
    _notice: Closure<dyn Fn(js_sys::Array)>,
}

impl Watch {
    fn start(rows: VirtualRows) -> Option<Self> {
        let notice = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter() {
                rows.on_intersection(entry.unchecked_ref());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let call = notice.as_ref().unchecked_ref();
        let observer = IntersectionObserver::new_with_options(call, &options).ok()?;
        Some(Self { observer, _notice: notice })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
