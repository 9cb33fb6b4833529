//! Answers of versions that nobody has seen yet: attributes gone, changed, added.

use crate::types_bodies::recorded;
use maxscale::about::About;
use maxscale::account::Account;
use maxscale::monitor::Monitor;
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::session::Session;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

/// What a later version might do to one place of an answer.
#[derive(Debug, Clone)]
enum Change {
    Remove,
    Replace(Value),
    Add(Value),
}

/// A change somewhere: each number chooses a child on the way down.
#[derive(Debug, Clone)]
struct Edit {
    way: Vec<usize>,
    change: Change,
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!(-1)),
        Just(json!(u64::MAX)),
        Just(json!(0.5)),
        Just(json!([])),
        Just(json!({})),
        Just(json!([{ "id": 7 }, null, "x", [[]]])),
        ".{0,12}".prop_map(Value::String),
    ]
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let change = prop_oneof![
        Just(Change::Remove),
        values().prop_map(Change::Replace),
        values().prop_map(Change::Add),
    ];
    let edit = (prop::collection::vec(0..40_usize, 1..6), change);
    prop::collection::vec(edit.prop_map(|(way, change)| Edit { way, change }), 1..12)
}

/// Applies an edit below `value`.
fn apply(value: &mut Value, way: &[usize], change: &Change) {
    let Some((&step, rest)) = way.split_first() else { return };
    match value {
        Value::Object(map) if !map.is_empty() => {
            let key = map.keys().nth(step % map.len()).unwrap().clone();
            match change {
                Change::Add(new) if rest.is_empty() => {
                    drop(map.insert("not_seen_before".to_owned(), new.clone()))
                }
                Change::Remove if rest.is_empty() => drop(map.remove(&key)),
                Change::Replace(new) if rest.is_empty() => drop(map.insert(key, new.clone())),
                _ => apply(&mut map[&key], rest, change),
            }
        }
        Value::Array(list) if !list.is_empty() => {
            let at = step % list.len();
            match change {
                Change::Add(new) if rest.is_empty() => list.push(new.clone()),
                Change::Remove if rest.is_empty() => drop(list.remove(at)),
                Change::Replace(new) if rest.is_empty() => list[at] = new.clone(),
                _ => apply(&mut list[at], rest, change),
            }
        }
        // A leaf: what should happen below happens to it.
        leaf => {
            if let Change::Replace(new) | Change::Add(new) = change {
                *leaf = new.clone();
            }
        }
    }
}

/// Objects to begin with.
fn objects() -> &'static Vec<Value> {
    static OBJECTS: OnceLock<Vec<Value>> = OnceLock::new();
    OBJECTS.get_or_init(|| {
        let kinds = ["servers", "monitors", "services", "sessions", "inet", "maxscale"];
        let bodies = recorded();
        let known = bodies.iter().filter(|body| kinds.iter().any(|kind| body.is_of(kind)));
        known.flat_map(|body| body.objects()).cloned().collect()
    })
}

/// The name that each type reads, one after the other.
fn read_names(document: &str) -> Vec<Option<String>> {
    let named = |name: Option<String>| name;
    vec![
        named(maxscale::single::<Server>(document).ok().map(|it| it.name.to_string())),
        named(maxscale::single::<Monitor>(document).ok().map(|it| it.name.to_string())),
        named(maxscale::single::<Service>(document).ok().map(|it| it.name.to_string())),
        named(maxscale::single::<Session>(document).ok().map(|it| it.id.to_string())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens to attributes and relationships, the object keeps its name in every type.
    #[test]
    fn an_object_keeps_its_name_whatever_its_attributes(which in any::<prop::sample::Index>(), edits in edits()) {
        let mut object = which.get(objects()).clone();
        let name = object["id"].as_str().unwrap().to_owned();
        for edit in &edits {
            let part = if edit.way[0] % 4 == 0 { "relationships" } else { "attributes" };
            apply(&mut object[part], &edit.way, &edit.change);
        }
        let document = json!({ "data": object }).to_string();
        for read in read_names(&document) {
            prop_assert_eq!(read.as_ref(), Some(&name));
        }
        prop_assert!(maxscale::single::<About>(&document).is_ok());
        prop_assert!(maxscale::single::<Account>(&document).is_ok());
    }

    /// Whatever happens anywhere, reading comes to an end without a panic, and a list keeps the
    /// others when one of its elements is spoiled.
    #[test]
    fn no_document_causes_a_panic(which in any::<prop::sample::Index>(), edits in edits()) {
        let whole = which.get(objects()).clone();
        let mut document = json!({ "data": [whole.clone(), whole.clone()], "meta": { "total": 2 } });
        for edit in &edits {
            apply(&mut document["data"][1], &edit.way, &edit.change);
        }
        let text = document.to_string();
        let servers = maxscale::collection::<Server>(&text).unwrap();
        prop_assert_eq!(servers[0].name.as_str(), whole["id"].as_str().unwrap());
        for edit in &edits {
            apply(&mut document, &edit.way, &edit.change);
        }
        let text = document.to_string();
        let _ = read_names(&text);
        let _ = maxscale::error_details::details(&text);
    }

    /// A state of words that this version does not know is kept as it is and shown.
    #[test]
    fn unknown_words_of_a_state_are_kept(words in prop::collection::vec("[A-Z][a-z]{2,9}ing Mode", 1..4)) {
        let state = format!("{}, Running", words.join(", "));
        let document = json!({ "data": { "id": "a", "type": "servers", "attributes": { "state": state } } });
        let server = maxscale::single::<Server>(&document.to_string()).unwrap();
        prop_assert_eq!(server.state.raw(), state.as_str());
        for word in &words {
            prop_assert!(server.state.unknown_words().any(|unknown| unknown == word));
            prop_assert!(server.state.words().contains(word.as_str()));
        }
    }
}
