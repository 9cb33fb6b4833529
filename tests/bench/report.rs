//! What was measured, beside its budget and beside what MaxGUI needs.

use maxconsole_tests::support::measure::{Budget, budget_of};

/// The figures of a run.
#[derive(Default)]
pub struct Report {
    over: Vec<String>,
}

impl Report {
    /// Begins a part.
    pub fn part(&self, title: &str) {
        println!("\n{title:<52} {:>14} {:>10} {:>10}", "measured", "budget", "MaxGUI");
    }

    /// A figure without a budget.
    pub fn tell(&self, what: &str, value: &str) {
        println!("{what:<52} {value:>14}");
    }

    /// A figure that may not be above the budget of this key, such as `big.bytes_a_refresh`.
    pub fn against(&mut self, key: &str, what: &str, value: f64) {
        let Budget { most, maxgui } = budget_of(key);
        let maxgui = maxgui.map(number).unwrap_or_default();
        println!("{what:<52} {:>14} {:>10} {maxgui:>10}", number(value), number(most));
        if value > most {
            self.over.push(format!("{what}: {} of {}", number(value), number(most)));
        }
    }

    /// What was over its budget; nothing when all is well.
    pub fn over(self) -> Vec<String> {
        self.over
    }
}

/// Thousands apart, as these numbers are long.
fn number(value: f64) -> String {
    let digits = format!("{value:.0}");
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap_or_default())
        .collect();
    groups.join(" ")
}
