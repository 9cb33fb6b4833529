//! How long a server takes to answer: a histogram of its reads and writes (rest-api.md 3.2,
//! `response_time_distribution`).

use serde_json::Value;

use crate::json::Fields;

/// The answers that took no longer than `seconds`, and longer than the step before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResponseTimeStep {
    /// The longest of them, in seconds.
    pub seconds: f64,
    /// How many reads.
    pub reads: u64,
    /// How many writes.
    pub writes: u64,
}

/// The steps of the histogram, from the fastest, of a server's `statistics`. Steps without any
/// answer before the first and behind the last that has one are left out.
pub fn response_times(statistics: &Value) -> Vec<ResponseTimeStep> {
    let both = Fields::of(statistics).object("response_time_distribution");
    let steps = |kind: &str| -> Vec<(f64, u64)> {
        let steps = both.object(kind).list("distribution").iter().map(Fields::of);
        steps
            .filter_map(|step| {
                let seconds = step.text("time")?.parse().ok()?;
                Some((seconds, step.count("count").unwrap_or_default()))
            })
            .collect()
    };
    let (reads, writes) = (steps("read"), steps("write"));
    let count = |steps: &[(f64, u64)], seconds: f64| {
        let own = steps.iter().find(|(step, _)| *step == seconds);
        own.map_or(0, |(_, count)| *count)
    };
    let mut all: Vec<f64> = reads.iter().chain(&writes).map(|(seconds, _)| *seconds).collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    let steps = all.into_iter().map(|seconds| ResponseTimeStep {
        seconds,
        reads: count(&reads, seconds),
        writes: count(&writes, seconds),
    });
    trimmed(steps.collect())
}

fn trimmed(mut steps: Vec<ResponseTimeStep>) -> Vec<ResponseTimeStep> {
    let has_any = |step: &ResponseTimeStep| step.reads + step.writes > 0;
    let Some(last) = steps.iter().rposition(has_any) else { return vec![] };
    let first = steps.iter().position(has_any).unwrap_or_default();
    steps.truncate(last + 1);
    steps.drain(..first);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_and_writes_are_put_together_and_empty_ends_left_out() {
        let step = |time: &str, count: u64| json!({ "time": time, "count": count, "total": 0.0 });
        let statistics = json!({ "response_time_distribution": {
            "read": { "distribution": [
                step("0.000001", 0), step("0.001000", 7), step("0.010000", 0), step("0.100000", 0)
            ] },
            "write": { "distribution": [step("0.010000", 2), step("1.000000", 0)] },
        } });
        assert_eq!(
            response_times(&statistics),
            [
                ResponseTimeStep { seconds: 0.001, reads: 7, writes: 0 },
                ResponseTimeStep { seconds: 0.01, reads: 0, writes: 2 },
            ]
        );
    }

    #[test]
    fn a_server_that_tells_none_has_none() {
        assert_eq!(response_times(&Value::Null), []);
        assert_eq!(response_times(&json!({ "response_time_distribution": {} })), []);
    }
}
