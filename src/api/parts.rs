//! Lists whose settled part is read seldom: with 1,000 servers that halves what a round reads.

use std::cell::{Cell, RefCell};
use std::thread::LocalKey;

use maxscale::request::Request;
use maxscale::resource::FromResource;
use maxscale::settled::{Known, Settled};

use super::ask::{Ask, Next};
use super::read::collection;

/// After so many reads, or so many milliseconds, what is settled is read again: others may have
/// changed it.
const READS: u32 = 12;
const GOOD_FOR_MS: f64 = 60_000.0;

thread_local! {
    static CHANGES: Cell<u32> = const { Cell::new(0) };
}

/// Something may have been changed: lists are read whole the next time.
pub fn read_whole() {
    CHANGES.set(CHANGES.get().wrapping_add(1));
}

/// What is known of a list.
pub(super) struct Whole<T: Settled> {
    known: Known<T>,
    read_at: f64,
    reads: u32,
    changes: u32,
}

impl<T: Settled> Whole<T> {
    fn is_good(&self) -> bool {
        self.reads < READS
            && js_sys::Date::now() - self.read_at < GOOD_FOR_MS
            && self.changes == CHANGES.get()
    }
}

/// Where that is kept.
pub(super) type Place<T> = LocalKey<RefCell<Option<Whole<T>>>>;

/// A list: what moves, and sometimes the whole.
pub(super) fn in_parts<T: FromResource + Settled + Send + Sync + 'static>(
    place: &'static Place<T>,
    moving: Request,
    whole: Request,
) -> Ask<Vec<T>> {
    if !place.with_borrow(|whole| whole.as_ref().is_some_and(Whole::is_good)) {
        return entire(place, whole);
    }
    Ask::in_steps(moving, move |body| {
        let mut list = collection(body)?;
        let complete = |whole: &mut Option<Whole<T>>| {
            whole.as_mut().is_some_and(|whole| {
                whole.reads += 1;
                whole.known.complete(&mut list)
            })
        };
        let is_complete = place.with_borrow_mut(complete);
        Ok(if is_complete { Next::Done(list) } else { Next::Ask(entire(place, whole)) })
    })
}

fn entire<T: FromResource + Settled + Send + Sync + 'static>(
    place: &'static Place<T>,
    whole: Request,
) -> Ask<Vec<T>> {
    let (changes, read_at) = (CHANGES.get(), js_sys::Date::now());
    Ask::of(whole, move |body| {
        let list = collection(body)?;
        place.set(Some(Whole { known: Known::of(&list), read_at, reads: 0, changes }));
        Ok(list)
    })
}
