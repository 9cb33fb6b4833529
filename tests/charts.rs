//! The parts of charts that need no browser: round axes, lines with gaps, what is told in a table.
#![allow(clippy::indexing_slicing, clippy::single_range_in_vec_init)]

#[path = "../src/charts/plot.rs"]
mod plot;
#[path = "../src/charts/scale.rs"]
mod scale;

use plot::{Line, Plot, Point, Shade};
use proptest::prelude::*;
use scale::{Area, round_times, round_top};
use texts::number;

fn plot(values: &[Option<u32>], gaps: &[usize]) -> Plot {
    let point =
        |place: usize| Point { at_ms: 1_000.0 * place as f64, after_gap: gaps.contains(&place) };
    Plot {
        to_ms: 60_000.0,
        points: (0..values.len()).map(point).collect(),
        lines: vec![Line { name: "a".into(), values: values.to_vec() }],
        ..Plot::default()
    }
}

fn runs(values: &[Option<u32>], gaps: &[usize]) -> Vec<std::ops::Range<usize>> {
    plot(values, gaps).runs(&|place| values[place].is_some())
}

#[test]
fn large_numbers_have_commas() {
    let words = [0_u64, 7, 999, 1_000, 45_269, 1_000_000, u64::MAX].map(number);
    let expected = ["0", "7", "999", "1,000", "45,269", "1,000,000", "18,446,744,073,709,551,615"];
    assert_eq!(words, expected);
}

#[test]
fn a_line_is_interrupted_by_gaps_and_unknown_values() {
    let known = [Some(1); 6];
    assert_eq!(runs(&known, &[]), [0..6]);
    assert_eq!(runs(&known, &[0, 2, 3]), [0..2, 2..3, 3..6]);
    assert_eq!(runs(&[Some(1), None, Some(1), Some(2), None], &[]), [0..1, 2..4]);
    assert!(runs(&[], &[]).is_empty());
}

#[test]
fn the_nearest_point_is_read() {
    let plot = plot(&[Some(1); 3], &[]);
    let nearest = [-5.0, 400.0, 600.0, 1_900.0, f64::MAX].map(|at_ms| plot.nearest(at_ms));
    assert_eq!(nearest, [0, 0, 1, 2, 2].map(Some));
    assert_eq!(Plot::default().nearest(1.0), None);
}

#[test]
fn values_at_a_time_are_found() {
    let shade = |from_ms, to_ms, words: &str| Shade { from_ms, to_ms, words: words.into() };
    let shades = vec![shade(1.0, 5.0, "first"), shade(5.0, 9.0, "second")];
    let plot = Plot { shades, ..Plot::default() };
    let told = |at_ms| plot.shades_at(at_ms).collect::<Vec<_>>();
    assert_eq!(told(0.0), [""; 0]);
    assert_eq!(told(5.0), ["first", "second"]);
    assert_eq!(told(6.0), ["second"]);
}

#[test]
fn the_axis_leaves_room_for_the_limit() {
    let plot = Plot { limit: Some(70), ..plot(&[Some(3), None], &[]) };
    assert_eq!(plot.highest(), 70);
}

#[test]
fn the_top_of_an_axis_is_round() {
    let tops = [0, 1, 4, 5, 9, 11, 21, 99, 101, 1_234].map(round_top);
    assert_eq!(tops, [4, 4, 4, 6, 10, 20, 40, 100, 200, 2_000]);
    assert_eq!(round_top(u32::MAX), u32::MAX);
}

#[test]
fn times_are_round_in_the_local_time_zone() {
    let minutes =
        |times: Vec<f64>| times.into_iter().map(|time| time / 60_000.0).collect::<Vec<_>>();
    assert_eq!(minutes(round_times(30_000.0, 630_000.0, 5.0, 0.0)), [2.0, 4.0, 6.0, 8.0, 10.0]);
    let hour = 3_600_000.0;
    assert_eq!(minutes(round_times(0.0, 3.0 * hour, 3.0, 75.0)), [15.0, 75.0, 135.0]);
}

proptest! {
    #[test]
    fn the_top_of_an_axis_is_close_and_its_half_is_whole(highest in 0..1_000_000_000_u32) {
        let top = round_top(highest);
        prop_assert!(top >= highest && top.is_multiple_of(2));
        prop_assert!(top <= 4.max(highest.saturating_mul(2)));
    }

    #[test]
    fn an_axis_never_has_too_many_times(from in 0.0..1e12_f64, span in 1.0..1e9_f64) {
        let times = round_times(from, from + span, 5.0, -120.0);
        prop_assert!(times.len() <= 100);
        prop_assert!(times.iter().all(|time| (from..=from + span).contains(time)));
    }

    #[test]
    fn a_table_has_the_extremes_and_every_gap(
        values in proptest::collection::vec(proptest::option::of(0..100_u32), 0..500),
        gaps in proptest::collection::vec(0..500_usize, 0..5),
    ) {
        let plot = plot(&values, &gaps);
        let rows = plot.rows(60);
        prop_assert!(rows.len() <= 63 && rows.len() >= values.len().min(60));
        prop_assert!(rows.is_sorted_by(|one, next| one.0 < next.0));
        let shown: Vec<u32> = rows.iter().filter_map(|row| values[row.0]).collect();
        let known = || values.iter().copied().flatten();
        prop_assert_eq!(shown.iter().copied().max(), known().max());
        prop_assert_eq!(shown.iter().copied().min(), known().min());
        let has_gap = gaps.iter().any(|gap| *gap < values.len());
        prop_assert_eq!(rows.iter().any(|row| row.1), has_gap);
    }

    #[test]
    fn positions_on_the_canvas_convert_both_ways(
        width in 0.0..2_000.0_f64, letters in 1..14_usize, share in 0.0..1.0_f64,
    ) {
        let area = Area::new(width, 96.0, letters);
        prop_assert!((area.share(area.x(share)) - share).abs() < 1e-9);
        prop_assert!(area.y(share) <= area.bottom && area.y(2.0) == area.top);
    }
}
