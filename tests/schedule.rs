//! When the poller reads what, told without a clock.

#[path = "../src/query/pace.rs"]
mod pace;
#[path = "../src/query/schedule.rs"]
mod schedule;

use pace::Pace;
use proptest::prelude::*;
use schedule::{FAST_FOR_MS, Outcome, Rhythm, Turns};

const NOW: f64 = 1_000_000.0;

fn every(seconds: u32) -> Rhythm {
    Rhythm { pace: Pace::Seconds(seconds), fast_until: 0.0, failures: 0 }
}

#[test]
fn every_pace_has_a_key_of_its_own() {
    for pace in Pace::ALL {
        assert_eq!(Pace::from_key(pace.key()), Some(pace));
    }
    for unknown in ["", "0", "7", "3600", "nonsense"] {
        assert_eq!(Pace::from_key(unknown), None);
    }
}

#[test]
fn what_is_shown_is_read_each_round_and_all_else_seldom() {
    let mut turns = Turns::default();
    turns.begin(NOW);
    turns.end(Outcome::Answered, NOW);
    let due_after = |rhythm: Rhythm, seconds: f64| {
        let now = NOW + seconds * 1_000.0;
        (turns.is_due(true, &rhythm, now), turns.is_due(false, &rhythm, now))
    };
    assert_eq!(due_after(every(1), 5.0), (true, false));
    assert_eq!(due_after(every(1), 6.0), (true, true));
    assert_eq!(due_after(every(5), 29.0), (true, false));
    assert_eq!(due_after(every(5), 30.0), (true, true));
    assert_eq!(due_after(every(300), 30.0), (true, true));
}

#[test]
fn after_a_change_all_is_read_often_for_a_while() {
    let rhythm = Rhythm { fast_until: NOW + FAST_FOR_MS, ..every(60) };
    assert_eq!(rhythm.rest_ms(NOW, 0.5), Some(1_000));
    assert_eq!(rhythm.rest_ms(NOW + FAST_FOR_MS, 0.5), Some(60_000));
    let mut turns = Turns::default();
    turns.begin(NOW);
    assert!(!turns.is_due(false, &rhythm, NOW + 2_000.0));
    assert!(turns.is_due(false, &rhythm, NOW + 3_000.0));
}

#[test]
fn what_another_tab_does_changes_nothing() {
    let mut rhythm = Rhythm { failures: 2, ..every(5) };
    let (mut turns, before) = (Turns::default(), (Turns::default(), rhythm));
    assert!(!rhythm.note(Outcome::Nothing));
    turns.end(Outcome::Nothing, NOW);
    assert_eq!((turns, rhythm), before);
}

#[test]
fn nothing_comes_by_itself_while_paused() {
    let paused = Rhythm { pace: Pace::Paused, fast_until: NOW + FAST_FOR_MS, failures: 3 };
    assert_eq!(paused.rest_ms(NOW, 0.5), None);
}

#[test]
fn a_silence_is_met_with_longer_and_longer_rests() {
    let mut rhythm = every(5);
    let mut rests = vec![];
    for _ in 0..6 {
        rhythm.note(Outcome::Stopped);
        rests.extend(rhythm.rest_ms(NOW, 0.5));
    }
    assert_eq!(rests, [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    rhythm.note(Outcome::Answered);
    assert_eq!(rhythm.rest_ms(NOW, 0.5), Some(5_000));
}

#[test]
fn what_hangs_is_left_alone_while_all_else_is_read() {
    let mut rhythm = every(1);
    let mut turns = Turns::default();
    let mut now = NOW;
    for left_alone in [30_000.0, 60_000.0, 60_000.0] {
        turns.begin(now);
        turns.end(Outcome::TimedOut, now);
        assert!(!rhythm.note(Outcome::TimedOut));
        assert!(!rhythm.note(Outcome::Answered), "one that hangs is no silence");
        assert!(!turns.is_due(true, &rhythm, now + left_alone - 1.0));
        now += left_alone;
        assert!(turns.is_due(true, &rhythm, now));
    }
    turns.end(Outcome::Answered, now);
    turns.end(Outcome::TimedOut, now);
    assert!(turns.is_due(true, &rhythm, now + 30_000.0), "it is forgotten once it answers");
}

#[test]
fn after_a_silence_of_all_nothing_is_left_alone() {
    let mut rhythm = every(1);
    let mut turns = Turns::default();
    turns.end(Outcome::TimedOut, NOW);
    rhythm.note(Outcome::TimedOut);
    rhythm.note(Outcome::TimedOut);
    assert!(rhythm.note(Outcome::Answered));
    turns.forgive();
    assert!(turns.is_due(true, &rhythm, NOW + 1_000.0));
}

proptest! {
    #[test]
    fn rests_are_never_longer_than_the_pace_or_a_quarter_of_a_minute(
        failures in 0_u32..1_000, random in 0.0..1.0_f64, seconds in 1_u32..300,
    ) {
        let rest = Rhythm { failures, ..every(seconds) }.rest_ms(NOW, random).unwrap();
        prop_assert!(rest <= (seconds * 1_000).max(18_000));
        prop_assert!(rest >= 800);
    }
}
