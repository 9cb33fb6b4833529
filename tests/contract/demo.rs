//! Plays every recording against the simulated MaxScale and compares the answers.

mod connections;
mod outside;
mod player;
mod servers;
mod sign_in;
mod throttling;

use crate::differences::known;
use crate::recording::recordings;
use maxconsole_demo::MaxScaleVersion;
use player::Player;

/// The folders of recordings, and the version that each is played against: 24.08 is the branch
/// that was released as 25.01.
const PLAYED: [(&str, MaxScaleVersion); 3] = [
    ("23.08", MaxScaleVersion::V23_08),
    ("24.02", MaxScaleVersion::V24_02),
    ("24.08", MaxScaleVersion::V25_01),
];

#[tokio::test]
async fn answers_as_recorded() {
    let known = known();
    let mut used = vec![false; known.len()];
    let mut unknown = Vec::new();
    let all = PLAYED.iter().flat_map(|(folder, version)| {
        recordings(folder).into_iter().map(|recording| (recording, *version))
    });
    for (recording, version) in all {
        let place = format!("{}/{}", recording.version, recording.name);
        for (request, difference) in Player::new(&recording, version).play().await {
            let mut is_known = false;
            for (index, entry) in known.iter().enumerate() {
                if entry.matches(&place, &request, &difference) {
                    used[index] = true;
                    is_known = true;
                }
            }
            if !is_known {
                unknown.push(format!("{place} | {request} | {difference}"));
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
