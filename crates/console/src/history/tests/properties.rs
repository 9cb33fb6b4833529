//! Whatever is read and whenever: no peak is lost, what is kept is bounded, no text does harm.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
struct Step {
    passes_ms: u64,
    numbers: Vec<(usize, u32)>,
    is_silent: bool,
}

type Sample = (u64, Vec<(usize, u32)>);

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let numbers = proptest::collection::vec((0..NAMES.len(), 0..20_u32), 0..4);
    let passes = prop_oneof![8 => 1..10_000_u64, 1 => 10_000..4_000_000_u64];
    let step = (passes, numbers, proptest::bool::weighted(0.1))
        .prop_map(|(passes_ms, numbers, is_silent)| Step { passes_ms, numbers, is_silent });
    proptest::collection::vec(step, 1..200)
}

/// Runs the steps; also gives each sample as it was.
fn run(steps: &[Step]) -> (History, Vec<Sample>) {
    let mut history = History::default();
    let (mut at_ms, mut all) = (START_MS, vec![]);
    for step in steps {
        at_ms += step.passes_ms;
        if step.is_silent {
            history.silence();
        }
        let mut numbers = step.numbers.clone();
        numbers.sort_unstable();
        numbers.dedup_by_key(|number| number.0);
        let rows: Vec<(&str, Numbers)> =
            numbers.iter().map(|(name, number)| (NAMES[*name], [*number, 1, 2])).collect();
        history.servers.add(at_ms, PATIENCE_MS, &rows);
        all.push((at_ms, numbers));
    }
    (history, all)
}

fn newest_ms(series: &Series) -> u64 {
    series.newest_ms().unwrap()
}

proptest! {
    #[test]
    fn peaks_and_troughs_are_kept_for_a_day(steps in steps()) {
        let (history, all) = run(&steps);
        let day_ago = newest_ms(&history.servers) - 23 * 3_600_000;
        for (place, name) in NAMES.iter().enumerate() {
            let moments = history.moments(Kind::Servers, 0);
            let kept: Vec<(u64, u32)> = moments.iter().map(|moment| moment.at_ms)
                .zip(history.values_of(name))
                .filter_map(|(at, value)| Some((at, value?)))
                .collect();
            for (at_ms, numbers) in all.iter().filter(|sample| sample.0 > day_ago) {
                let Some(number) = numbers.iter().find(|number| number.0 == place) else { continue };
                let same_minute = || kept.iter().filter(|(at, _)| at / 60_000 == at_ms / 60_000);
                prop_assert!(same_minute().any(|(_, value)| *value >= number.1));
                prop_assert!(same_minute().any(|(_, value)| *value <= number.1));
            }
            for (at_ms, value) in kept {
                let minute: Vec<u32> = all.iter()
                    .filter(|sample| sample.0 / 60_000 == at_ms / 60_000)
                    .flat_map(|sample| &sample.1)
                    .filter(|number| number.0 == place).map(|number| number.1).collect();
                prop_assert!(minute.contains(&value), "{value} never was");
            }
        }
    }

    #[test]
    fn the_last_hour_is_kept_in_full(steps in steps()) {
        let (history, all) = run(&steps);
        let hour_ago = newest_ms(&history.servers) - 3_600_000;
        let expected: Vec<u64> =
            all.iter().map(|sample| sample.0).filter(|at| *at >= hour_ago).collect();
        let kept: Vec<u64> = history.moments(Kind::Servers, hour_ago).iter()
            .map(|moment| moment.at_ms).collect();
        prop_assert_eq!(kept, expected);
    }

    #[test]
    fn a_day_is_kept_thinned_and_nothing_older(steps in steps()) {
        let (history, _) = run(&steps);
        let moments = history.moments(Kind::Servers, 0);
        prop_assert!(moments.is_sorted_by(|one, next| one.at_ms < next.at_ms));
        let newest = newest_ms(&history.servers);
        let bound = newest - 25 * 3_600_000;
        // What is left of long ago goes with the next minute that is read.
        prop_assert!(moments.iter().rev().skip(1).all(|moment| moment.at_ms > bound));
        let old = moments.iter().filter(|one| one.at_ms < newest - 3_660_000);
        let mut minutes: Vec<u64> = old.map(|one| one.at_ms / 60_000).collect();
        let all = minutes.len();
        minutes.dedup();
        prop_assert!(all <= 2 * minutes.len());
    }

    #[test]
    fn every_gap_is_kept(steps in steps()) {
        let (history, all) = run(&steps);
        let hour_ago = newest_ms(&history.servers) - 3_600_000;
        for (step, sample) in steps.iter().zip(&all).skip(1).filter(|both| both.1.0 > hour_ago) {
            let moments = history.moments(Kind::Servers, sample.0);
            let expected = step.is_silent || step.passes_ms > PATIENCE_MS;
            prop_assert_eq!(moments[0].after_gap, expected);
        }
    }

    #[test]
    fn the_text_gives_the_same_history(steps in steps()) {
        let (mut history, _) = run(&steps);
        let text = history.to_text(usize::MAX);
        let mut restored = History::from_text(&text, newest_ms(&history.servers)).unwrap();
        for name in NAMES {
            prop_assert_eq!(restored.values_of(name), history.values_of(name));
        }
        prop_assert_eq!(restored.moments(Kind::Servers, 0), history.moments(Kind::Servers, 0));
        let next_ms = newest_ms(&history.servers) + 90_000;
        for one in [&mut history, &mut restored] {
            one.servers.add(next_ms, PATIENCE_MS, &[("b", [7, 7, 0]), ("e", [1, 1, 0])]);
        }
        prop_assert_eq!(restored.to_text(usize::MAX), history.to_text(usize::MAX));
    }

    #[test]
    fn any_text_can_be_read(text in "(1\t|[0-9a-z!\t\n -])*", at_ms in any::<u64>()) {
        if let Some(mut history) = History::from_text(&text, at_ms) {
            history.note(at_ms, PATIENCE_MS, &vec![server("a", 1, "Maintenance, Running")]);
            history.spans(None, 0);
            history.busiest(Metric::Connections, 1, 0);
            history.to_text(100);
        }
    }

    /// The text of a history, with something wrong in it.
    #[test]
    fn any_changed_text_can_be_read(
        steps in steps(), place in any::<prop::sample::Index>(), letter in "[0-9a-z!\t\n -]",
    ) {
        let (history, _) = run(&steps);
        let mut text = history.to_text(usize::MAX);
        let place = place.index(text.len());
        text.replace_range(place..=place, &letter);
        let newest = newest_ms(&history.servers);
        if let Some(mut history) = History::from_text(&text, newest) {
            history.note(newest + 100_000, PATIENCE_MS, &vec![server("a", 1, "Running")]);
            history.spans(None, 0);
            history.to_text(100);
        }
    }
}
