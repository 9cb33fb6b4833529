//! Rule: the rooms of the simulated world use each other in one direction, by name and by call.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, shipped_rust};
use crate::tokens::{Token, shipped, starts_with};
use std::collections::BTreeMap;

/// The parts of the world from the bottom up; each may use those before it.
const ROOMS: [&str; 11] = [
    "address",
    "schedule",
    "databases",
    "resources",
    "log",
    "sessions",
    "monitors",
    "configuration",
    // What concerns everything.
    "time",
    "process",
    "backfill",
];
/// Who starts a monitor, or waits for one, lets time pass.
const EXCEPTIONS: [(&str, &str); 1] = [("monitors", "time")];
/// Rooms that are complete in themselves: they do not know the world around them.
const ALONE: [&str; 3] = ["address", "schedule", "databases"];

#[test]
fn rooms_use_each_other_in_one_direction() {
    let files: Vec<File> = shipped_rust().into_iter().filter(|file| room(file).is_some()).collect();
    assert!(files.len() > 40, "only {} files: where are the rooms?", files.len());
    assert_kept(&format!("Each may use those before it: {}", ROOMS.join(", ")), findings(&files));
}

fn findings(files: &[File]) -> Vec<Finding> {
    let methods: BTreeMap<String, String> = files.iter().flat_map(methods_of_world).collect();
    files.iter().flat_map(|file| upward_uses(file, &methods)).collect()
}

/// `crates/demo/src/world/log/mod.rs` and `crates/demo/src/world/log.rs` are of the room `log`.
fn room(file: &File) -> Option<&str> {
    let inside = file.path.strip_prefix("crates/demo/src/world/")?;
    let name = inside.split('/').next()?.trim_end_matches(".rs");
    (name != "mod").then_some(name)
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

fn may_use(from: &str, to: &str) -> bool {
    EXCEPTIONS.contains(&(from, to)) || rank(from) >= rank(to)
}

/// The methods that a room gives to `World`, each with the room.
fn methods_of_world(file: &File) -> Vec<(String, String)> {
    let (tokens, Some(room)) = (shipped(file), room(file)) else { return Vec::new() };
    let mut methods = Vec::new();
    for (from, to) in blocks_of_world(&tokens) {
        for at in from..to {
            if tokens[at].text == "fn" {
                methods.push((tokens[at + 1].text.clone(), room.to_owned()));
            }
        }
    }
    methods
}

/// Where the blocks `impl World { … }` begin and end.
fn blocks_of_world(tokens: &[Token]) -> Vec<(usize, usize)> {
    let starts =
        (0..tokens.len()).filter(|at| starts_with(&tokens[*at..], &["impl", "World", "{"]));
    let end = |start: usize| {
        let mut depth = 0;
        let closed = tokens[start..].iter().position(|token| {
            depth += i32::from(token.text == "{") - i32::from(token.text == "}");
            depth == 0 && token.text == "}"
        });
        closed.map_or(tokens.len(), |length| start + length)
    };
    starts.map(|start| (start, end(start))).collect()
}

fn upward_uses(file: &File, methods: &BTreeMap<String, String>) -> Vec<Finding> {
    let Some(from) = room(file) else { return Vec::new() };
    let tokens = shipped(file);
    if rank(from).is_none() {
        return vec![Finding::file(&file.path, format!("{from} is no room"))];
    }
    let blocks = blocks_of_world(&tokens);
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let is_own = blocks.iter().any(|(start, end)| (start..end).contains(&&at));
        for to in named(&tokens, at, file).into_iter().chain(called(&tokens, at, is_own, methods)) {
            let is_wrong = match to.as_str() {
                "World" => ALONE.contains(&from),
                to => rank(to).is_some() && !may_use(from, to),
            };
            if is_wrong {
                found.push(Finding::at(&file.path, tokens[at].line, format!("{from} uses {to}")));
            }
        }
    }
    found
}

/// The names that follow `crate::world::`, or `super` where that is the world, at `at`.
fn named(tokens: &[Token], at: usize, file: &File) -> Vec<String> {
    let depth = file.path.trim_start_matches("crates/demo/src/world/").split('/').count()
        - usize::from(file.path.ends_with("/mod.rs"));
    let climb = vec!["super"; depth].join(" : : ");
    let paths = [vec!["crate", ":", ":", "world"], climb.split(' ').collect()];
    let continues = at > 0 && tokens[at - 1].text == ":";
    let Some(path) = paths.iter().find(|path| !continues && starts_with(&tokens[at..], path))
    else {
        return Vec::new();
    };
    let rest = &tokens[at + path.len()..];
    if !starts_with(rest, &[":", ":"]) {
        return Vec::new();
    }
    let Some(first) = rest.get(2) else { return Vec::new() };
    if first.text != "{" {
        return vec![first.text.clone()];
    }
    let group = rest[3..].iter().take_while(|token| token.text != "}");
    group.map(|token| token.text.clone()).filter(|text| text != "super").collect()
}

/// The room of the method of the world that is called at `at`.
fn called(
    tokens: &[Token],
    at: usize,
    is_in_world: bool,
    methods: &BTreeMap<String, String>,
) -> Option<String> {
    let is_world = tokens[at].text == "world" || is_in_world && tokens[at].text == "self";
    let name = &tokens.get(at + 2)?.text;
    let is_call = starts_with(&tokens[at + 1..], &[".", name, "("]);
    if is_world && is_call { methods.get(name).cloned() } else { None }
}

#[cfg(test)]
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let file =
        |(path, text): &(&str, &str)| File::sample(&format!("crates/demo/src/world/{path}"), text);
    let files: Vec<File> = files.iter().map(file).collect();
    findings(&files).into_iter().map(|finding| finding.what).collect()
}

#[test]
fn an_upward_use_of_a_room_is_found() {
    assert_eq!(
        found(&[("log/mod.rs", "use crate::world::sessions::Session;")]),
        ["log uses sessions"]
    );
    assert_eq!(found(&[("databases/mod.rs", "use super::World;")]), ["databases uses World"]);
    assert_eq!(
        found(&[("sessions/routing/mod.rs", "use super::super::{log::Log, monitors::tick};")]),
        ["sessions uses monitors"]
    );
    assert_eq!(found(&[("attic.rs", "")]), ["attic is no room"]);
}

#[test]
fn an_upward_call_is_found() {
    let monitors = ("monitors/tick.rs", "impl World { fn tick(&mut self) { self.advance(); } }");
    let time = ("time.rs", "impl World { fn advance(&mut self) { self.tick(); } }");
    let log = ("log/mod.rs", "fn a(world: &World) { world.tick(); }");
    assert_eq!(found(&[monitors, time, log]), ["log uses monitors"]);
}

#[test]
fn a_downward_use_of_a_room_is_left_alone() {
    let none: [String; 0] = [];
    let session =
        ("sessions/session.rs", "use super::workload::Workload; use crate::world::log::Log;");
    let own = ("log/mod.rs", "impl Log { fn tick(&self) { self.tick(); } }");
    assert_eq!(found(&[session, own]), none);
}
