//! When the poller reads what, told without a clock.

#[path = "../src/query/refresh_interval.rs"]
mod refresh_interval;
#[path = "../src/query/schedule.rs"]
mod schedule;

use proptest::prelude::*;
use refresh_interval::RefreshInterval;
use schedule::{FAST_FOR_MS, Outcome, ReadState, Timing};

const NOW: f64 = 1_000_000.0;

fn every(seconds: u32) -> Timing {
    Timing { refresh_interval: RefreshInterval::Seconds(seconds), fast_until: 0.0, failures: 0 }
}

#[test]
fn every_pace_has_a_key_of_its_own() {
    for interval in RefreshInterval::ALL {
        assert_eq!(RefreshInterval::from_key(interval.key()), Some(interval));
    }
    for unknown in ["", "0", "7", "3600", "nonsense"] {
        assert_eq!(RefreshInterval::from_key(unknown), None);
    }
}

#[test]
fn what_is_shown_is_read_each_round_and_all_else_seldom() {
    let mut reads = ReadState::default();
    reads.begin(NOW);
    reads.end(Outcome::Answered, NOW);
    let due_after = |timing: Timing, seconds: f64| {
        let now = NOW + seconds * 1_000.0;
        (reads.is_due(true, &timing, now), reads.is_due(false, &timing, now))
    };
    assert_eq!(due_after(every(1), 5.0), (true, false));
    assert_eq!(due_after(every(1), 6.0), (true, true));
    assert_eq!(due_after(every(5), 29.0), (true, false));
    assert_eq!(due_after(every(5), 30.0), (true, true));
    assert_eq!(due_after(every(300), 30.0), (true, true));
}

#[test]
fn who_begins_to_look_is_content_with_what_is_younger_than_a_round() {
    assert_eq!(every(1).fresh_ms(NOW), 1_000);
    assert_eq!(every(300).fresh_ms(NOW), 5_000);
    let paused = Timing { refresh_interval: RefreshInterval::Paused, ..every(1) };
    assert_eq!(paused.fresh_ms(NOW), 0);
}

#[test]
fn after_a_change_all_is_read_often_for_a_while() {
    let timing = Timing { fast_until: NOW + FAST_FOR_MS, ..every(60) };
    assert_eq!(timing.rest_ms(NOW, 0.5), Some(1_000));
    assert_eq!(timing.rest_ms(NOW + FAST_FOR_MS, 0.5), Some(60_000));
    let mut reads = ReadState::default();
    reads.begin(NOW);
    assert!(!reads.is_due(false, &timing, NOW + 2_000.0));
    assert!(reads.is_due(false, &timing, NOW + 3_000.0));
}

#[test]
fn what_another_tab_does_changes_nothing() {
    let mut timing = Timing { failures: 2, ..every(5) };
    let (mut reads, before) = (ReadState::default(), (ReadState::default(), timing));
    assert!(!timing.note(Outcome::Nothing));
    reads.end(Outcome::Nothing, NOW);
    assert_eq!((reads, timing), before);
}

#[test]
fn nothing_comes_by_itself_while_paused() {
    let paused = Timing {
        refresh_interval: RefreshInterval::Paused,
        fast_until: NOW + FAST_FOR_MS,
        failures: 3,
    };
    assert_eq!(paused.rest_ms(NOW, 0.5), None);
}

#[test]
fn a_silence_is_met_with_longer_and_longer_rests() {
    let mut timing = every(5);
    let mut rests = vec![];
    for _ in 0..6 {
        timing.note(Outcome::Stopped);
        rests.extend(timing.rest_ms(NOW, 0.5));
    }
    assert_eq!(rests, [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    timing.note(Outcome::Answered);
    assert_eq!(timing.rest_ms(NOW, 0.5), Some(5_000));
}

#[test]
fn what_hangs_is_left_alone_while_all_else_is_read() {
    let mut timing = every(1);
    let mut reads = ReadState::default();
    let mut now = NOW;
    for left_alone in [30_000.0, 60_000.0, 60_000.0] {
        reads.begin(now);
        reads.end(Outcome::TimedOut, now);
        assert!(!timing.note(Outcome::TimedOut));
        assert!(!timing.note(Outcome::Answered), "one that hangs is no silence");
        assert!(!reads.is_due(true, &timing, now + left_alone - 1.0));
        now += left_alone;
        assert!(reads.is_due(true, &timing, now));
    }
    reads.end(Outcome::Answered, now);
    reads.end(Outcome::TimedOut, now);
    assert!(reads.is_due(true, &timing, now + 30_000.0), "it is forgotten once it answers");
}

#[test]
fn after_a_silence_of_all_nothing_is_left_alone() {
    let mut timing = every(1);
    let mut reads = ReadState::default();
    reads.end(Outcome::TimedOut, NOW);
    timing.note(Outcome::TimedOut);
    timing.note(Outcome::TimedOut);
    assert!(timing.note(Outcome::Answered));
    reads.forgive();
    assert!(reads.is_due(true, &timing, NOW + 1_000.0));
}

proptest! {
    #[test]
    fn rests_are_never_longer_than_the_pace_or_a_quarter_of_a_minute(
        failures in 0_u32..1_000, random in 0.0..1.0_f64, seconds in 1_u32..300,
    ) {
        let rest = Timing { failures, ..every(seconds) }.rest_ms(NOW, random).unwrap();
        prop_assert!(rest <= (seconds * 1_000).max(18_000));
        prop_assert!(rest >= 800);
    }
}
