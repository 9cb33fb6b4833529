//! Plays every recording against the simulated MaxScale and compares the answers.

mod connections;
mod outside;
mod player;
mod servers;

use crate::differences::known;
use crate::recording::recordings;
use player::Player;

#[tokio::test]
async fn answers_as_recorded() {
    let known = known();
    let mut used = vec![false; known.len()];
    let mut unknown = Vec::new();
    for recording in &recordings("24.02") {
        for (request, difference) in Player::new(recording).play().await {
            let mut is_known = false;
            for (index, entry) in known.iter().enumerate() {
                if entry.matches(&recording.name, &request, &difference) {
                    used[index] = true;
                    is_known = true;
                }
            }
            if !is_known {
                unknown.push(format!("{} | {request} | {difference}", recording.name));
            }
        }
    }
    let gone: Vec<&str> = known
        .iter()
        .zip(&used)
        .filter(|(_, used)| !**used)
        .map(|(entry, _)| entry.line.as_str())
        .collect();
    assert!(unknown.is_empty(), "{} differences:\n{}", unknown.len(), unknown.join("\n"));
    assert!(gone.is_empty(), "no differences any more, remove the lines:\n{}", gone.join("\n"));
}
