//! Who shares what in the cache, what is read when, and what is forgotten: told without a browser.

#![allow(dead_code, reason = "what the poller alone calls is not needed here")]

#[path = "../src/query/attention.rs"]
mod attention;
#[path = "../src/query/cache.rs"]
mod cache;
#[path = "../src/query/entry.rs"]
mod entry;
#[path = "../src/query/refresh_interval.rs"]
mod refresh_interval;
#[path = "../src/query/schedule.rs"]
mod schedule;

use attention::Attention;
use cache::{QueryCache, Read, ReadFrom};
use entry::Answer;
use proptest::prelude::*;
use refresh_interval::RefreshInterval;
use schedule::{Outcome, Timing};

const NOW: f64 = 1_000_000.0;
const FRESH_MS: u32 = 1_000;
const SERVERS: char = 's';
const FILTERS: char = 'f';

type Cache = QueryCache<char, u32>;

fn every(seconds: u32) -> Timing {
    Timing { refresh_interval: RefreshInterval::Seconds(seconds), fast_until: 0.0, failures: 0 }
}

fn observe(cache: &mut Cache, key: &str, attention: Attention, now: f64) -> u64 {
    let kind = if key.starts_with("filters") { FILTERS } else { SERVERS };
    cache.insert(key, kind, now, || 0);
    cache.observe(key, attention, FRESH_MS, now)
}

/// Reads all that is to be read, all of it with success.
fn read_all(cache: &mut Cache, now: f64) -> Vec<String> {
    let mut keys = vec![];
    while let Some(read) = cache.next_read(now) {
        keys.push(read.key.to_string());
        end(cache, &read, now);
    }
    keys
}

fn end(cache: &mut Cache, read: &Read, now: f64) {
    let answer = if read.may_be_thin { Answer::Thin } else { Answer::Whole };
    cache.end_read(read, Outcome::Answered, Some(answer), now);
}

fn round(cache: &mut Cache, now: f64) -> Vec<String> {
    cache.begin_round(&every(5), now);
    read_all(cache, now)
}

/// A cache in which this was read at `NOW`.
fn cache_of(keys: &[&str]) -> Cache {
    let mut cache = Cache::default();
    for key in keys {
        observe(&mut cache, key, Attention::Shown, NOW);
    }
    read_all(&mut cache, NOW);
    cache
}

#[test]
fn one_request_is_read_once_a_round_however_many_observe_it() {
    let mut cache = cache_of(&["servers", "servers", "filters"]);
    observe(&mut cache, "servers", Attention::Background, NOW);
    assert_eq!(round(&mut cache, NOW + 5_000.0), ["servers", "filters"]);
}

#[test]
fn what_is_cached_is_there_for_the_next_page_and_read_again_if_old() {
    let mut cache = cache_of(&["servers"]);
    for (later, expected) in [(500.0, vec![]), (1_500.0, vec!["servers"])] {
        observe(&mut cache, "servers", Attention::Shown, NOW + later);
        assert_eq!(cache.entry("servers").unwrap().good_at, Some(NOW));
        assert_eq!(read_all(&mut cache, NOW + later), expected);
    }
}

#[test]
fn what_is_being_read_is_not_asked_for_again() {
    let mut cache = Cache::default();
    observe(&mut cache, "servers", Attention::Shown, NOW);
    let read = cache.next_read(NOW).unwrap();
    observe(&mut cache, "servers", Attention::Shown, NOW);
    end(&mut cache, &read, NOW);
    assert_eq!(read_all(&mut cache, NOW), [""; 0]);
}

#[test]
fn what_comes_on_the_screen_is_read_first() {
    let mut cache = cache_of(&["servers"]);
    let filters = observe(&mut cache, "filters", Attention::Background, NOW);
    read_all(&mut cache, NOW);
    cache.invalidate_all();
    cache.set_attention(filters, Attention::Shown, FRESH_MS, NOW + 10.0);
    assert_eq!(read_all(&mut cache, NOW + 10.0), ["filters", "servers"]);
}

#[test]
fn what_is_on_the_screen_goes_before_the_rest() {
    let mut cache = Cache::default();
    observe(&mut cache, "filters", Attention::Deferred, NOW);
    observe(&mut cache, "servers/b", Attention::Shown, NOW);
    observe(&mut cache, "servers/a", Attention::Shown, NOW);
    assert_eq!(round(&mut cache, NOW + 60_000.0), ["servers/b", "servers/a", "filters"]);
}

#[test]
fn what_can_wait_is_read_after_a_while_and_in_the_background_seldom() {
    let mut cache = Cache::default();
    observe(&mut cache, "servers", Attention::Deferred, NOW);
    observe(&mut cache, "filters", Attention::Background, NOW);
    assert_eq!(read_all(&mut cache, NOW), ["filters"]);
    assert_eq!(round(&mut cache, NOW + 29_000.0), [""; 0]);
    assert_eq!(round(&mut cache, NOW + 30_000.0), ["servers", "filters"]);
}

#[test]
fn what_is_paused_or_resting_is_left_alone() {
    let mut cache = cache_of(&["servers"]);
    let paused = observe(&mut cache, "filters", Attention::Paused, NOW);
    cache.set_resting("servers", true);
    cache.invalidate_all();
    assert_eq!(read_all(&mut cache, NOW), [""; 0]);
    assert_eq!(round(&mut cache, NOW + 60_000.0), [""; 0]);
    cache.set_resting("servers", false);
    cache.set_attention(paused, Attention::Background, FRESH_MS, NOW + 60_000.0);
    assert_eq!(read_all(&mut cache, NOW + 60_000.0), ["filters"]);
    assert_eq!(round(&mut cache, NOW + 60_000.0), ["servers"]);
}

#[test]
fn a_change_makes_its_kinds_be_read_again_whole() {
    let mut cache = cache_of(&["servers", "filters"]);
    assert!(!cache.entry("servers").unwrap().is_stale());
    cache.invalidate(&[SERVERS]);
    let read = cache.next_read(NOW + 10.0).unwrap();
    assert_eq!((&*read.key, read.from), ("servers", ReadFrom::MaxScale));
    assert!(!read.may_be_thin);
    assert!(cache.next_read(NOW + 10.0).is_none());
    end(&mut cache, &read, NOW + 10.0);
    assert!(!cache.entry("servers").unwrap().is_stale());
}

#[test]
fn a_read_that_began_before_a_change_is_not_taken_for_what_came_of_it() {
    let mut cache = cache_of(&["servers"]);
    cache.begin_round(&every(5), NOW + 5_000.0);
    let read = cache.next_read(NOW + 5_000.0).unwrap();
    cache.invalidate(&[SERVERS]);
    end(&mut cache, &read, NOW + 5_100.0);
    assert!(cache.entry("servers").unwrap().is_stale());
    assert_eq!(read_all(&mut cache, NOW + 5_100.0), ["servers"]);
    assert!(!cache.entry("servers").unwrap().is_stale());
}

#[test]
fn what_nobody_observes_is_stale_after_a_change_and_read_by_the_next_who_looks() {
    let mut cache = Cache::default();
    let gone = observe(&mut cache, "servers", Attention::Shown, NOW);
    read_all(&mut cache, NOW);
    cache.leave(gone, NOW);
    cache.invalidate(&[SERVERS]);
    assert_eq!(read_all(&mut cache, NOW), [""; 0]);
    observe(&mut cache, "servers", Attention::Shown, NOW + 10.0);
    assert_eq!(read_all(&mut cache, NOW + 10.0), ["servers"]);
}

#[test]
fn a_failure_leaves_a_change_to_be_read() {
    let mut cache = cache_of(&["servers"]);
    cache.invalidate(&[SERVERS]);
    let read = cache.next_read(NOW).unwrap();
    cache.end_read(&read, Outcome::Stopped, None, NOW);
    assert!(cache.entry("servers").unwrap().is_stale());
    cache.begin_round(&every(5), NOW + 5_000.0);
    assert!(!cache.next_read(NOW + 5_000.0).unwrap().may_be_thin);
}

#[test]
fn after_a_dozen_thin_reads_or_a_minute_the_whole_is_read() {
    let mut cache = cache_of(&["servers"]);
    let mut thin = 0;
    for second in 1..=13 {
        let now = NOW + f64::from(second) * 1_000.0;
        cache.begin_round(&every(1), now);
        let read = cache.next_read(now).unwrap();
        thin += u32::from(read.may_be_thin);
        end(&mut cache, &read, now);
    }
    assert_eq!(thin, 12);
    cache.begin_round(&every(120), NOW + 80_000.0);
    assert!(!cache.next_read(NOW + 80_000.0).unwrap().may_be_thin);
}

#[test]
fn what_other_tabs_have_read_is_looked_through_once() {
    let mut cache = cache_of(&["servers", "filters"]);
    cache.invalidate(&[FILTERS]);
    cache.enqueue_from_tabs();
    cache.enqueue_from_tabs();
    let reads: Vec<_> = std::iter::from_fn(|| cache.next_read(NOW)).collect();
    let reads: Vec<_> = reads.iter().map(|read| (&*read.key, read.from)).collect();
    assert_eq!(reads, [("filters", ReadFrom::MaxScale), ("servers", ReadFrom::Tab)]);
}

#[test]
fn while_paused_only_what_was_asked_for_is_read() {
    let mut cache = cache_of(&["servers"]);
    cache.begin_round(&every(5), NOW + 5_000.0);
    observe(&mut cache, "filters", Attention::Shown, NOW + 5_000.0);
    cache.end_round();
    assert_eq!(read_all(&mut cache, NOW + 5_000.0), ["filters"]);
}

#[test]
fn what_nobody_observes_is_kept_for_a_while() {
    let mut cache = Cache::default();
    observe(&mut cache, "filters", Attention::Shown, NOW);
    let gone = observe(&mut cache, "servers", Attention::Shown, NOW);
    read_all(&mut cache, NOW);
    cache.leave(gone, NOW);
    round(&mut cache, NOW + 119_000.0);
    assert!(cache.entry("servers").is_some());
    round(&mut cache, NOW + 120_000.0);
    assert!(cache.entry("servers").is_none());
    assert!(cache.entry("filters").is_some());
}

#[test]
fn what_could_not_be_read_or_was_deleted_is_not_kept() {
    let mut cache = Cache::default();
    let never_read = observe(&mut cache, "servers/a", Attention::Shown, NOW);
    cache.leave(never_read, NOW);
    let deleted = observe(&mut cache, "servers/b", Attention::Shown, NOW);
    read_all(&mut cache, NOW);
    cache.set_resting("servers/b", true);
    cache.leave(deleted, NOW);
    for key in ["servers/a", "servers/b"] {
        assert!(cache.entry(key).is_none(), "{key}");
    }
}

#[test]
fn after_signing_out_nothing_is_left_of_it() {
    let mut cache = cache_of(&["servers"]);
    let gone = observe(&mut cache, "filters", Attention::Shown, NOW);
    read_all(&mut cache, NOW);
    cache.leave(gone, NOW);
    cache.invalidate(&[SERVERS]);
    let late = cache.next_read(NOW).unwrap();
    cache.clear(NOW, |_| 0);
    assert!(cache.entry("filters").is_none());
    assert!(cache.end_read(&late, Outcome::Answered, Some(Answer::Whole), NOW).is_none());
    assert_eq!(cache.entry("servers").unwrap().good_at, None);
    assert_eq!(round(&mut cache, NOW + 10.0), ["servers"]);
}

/// What can happen to a cache.
#[derive(Clone, Debug)]
enum Step {
    Observe(u8, Attention),
    Leave(usize),
    Attend(usize, Attention),
    Invalidate,
    FromTabs,
    Round,
    Read,
    Fail,
}

fn attention() -> impl Strategy<Value = Attention> {
    prop_oneof![
        Just(Attention::Shown),
        Just(Attention::Background),
        Just(Attention::Deferred),
        Just(Attention::Paused),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..30_u8, attention()).prop_map(|(key, attention)| Step::Observe(key, attention)),
        (0..30_usize).prop_map(Step::Leave),
        (0..30_usize, attention()).prop_map(|(at, attention)| Step::Attend(at, attention)),
        Just(Step::Invalidate),
        Just(Step::FromTabs),
        Just(Step::Round),
        Just(Step::Read),
        Just(Step::Fail),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_each_request_waits_once_and_nobody_is_read_for_in_vain(
        steps in prop::collection::vec(step(), 0..120),
    ) {
        let (mut cache, mut observers, mut now) = (Cache::default(), vec![], NOW);
        for step in steps {
            now += 400.0;
            match step {
                Step::Observe(key, attention) => {
                    let key = format!("servers/{key}");
                    observers.push((observe(&mut cache, &key, attention, now), key));
                }
                Step::Leave(at) if at < observers.len() => {
                    cache.leave(observers.swap_remove(at).0, now);
                }
                Step::Attend(at, attention) if at < observers.len() => {
                    cache.set_attention(observers[at].0, attention, FRESH_MS, now);
                }
                Step::Leave(_) | Step::Attend(..) => {}
                Step::Invalidate => cache.invalidate(&[SERVERS]),
                Step::FromTabs => cache.enqueue_from_tabs(),
                Step::Round => cache.begin_round(&every(5), now),
                Step::Read | Step::Fail => {
                    if let Some(read) = cache.next_read(now) {
                        prop_assert!(observers.iter().any(|(_, key)| *key == *read.key));
                        let answer = matches!(step, Step::Read).then_some(Answer::Whole);
                        cache.end_read(&read, Outcome::Answered, answer, now);
                    }
                }
            }
            for (_, key) in &observers {
                prop_assert!(cache.entry(key).is_some(), "{key} is observed and forgotten");
            }
        }
        let mut keys = vec![];
        while let Some(read) = cache.next_read(now) {
            prop_assert!(!keys.contains(&read.key), "{} is read twice", read.key);
            keys.push(read.key.clone());
        }
        let unobserved = (0..30).filter(|key| {
            let key = format!("servers/{key}");
            cache.entry(&key).is_some_and(|entry| !entry.has_observers())
        });
        prop_assert!(unobserved.count() <= 16);
    }
}
