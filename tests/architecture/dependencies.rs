//! Rule: the parts depend on each other in one direction, and the pure ones stay pure.

use crate::finding::{Finding, assert_kept};
use crate::project::root;
use serde_json::Value;
use std::process::Command;

/// Which of our packages may use which (what tests use is not counted).
const MAY_USE: [(&str, &[&str]); 7] = [
    ("maxconsole-app", &["maxconsole-console", "maxscale", "maxconsole-texts"]),
    ("maxconsole-console", &["maxscale", "maxconsole-texts"]),
    ("maxscale", &["maxconsole-texts"]),
    ("maxconsole-texts", &[]),
    ("maxconsole-demo", &["maxconsole-demo-sql"]),
    ("maxconsole-demo-sql", &[]),
    ("maxconsole", &["maxconsole-demo"]),
];
/// These are tested natively in milliseconds.
const PURE: [&str; 3] = ["maxscale", "maxconsole-console", "maxconsole-texts"];
/// What would make them depend on a browser, a network or a clock.
const IMPURE: [&str; 8] =
    ["web-sys", "js-sys", "wasm-bindgen", "leptos", "gloo-net", "tokio", "axum", "hyper"];

#[test]
fn parts_depend_in_one_direction() {
    assert_kept(
        "app → console → maxscale → texts, gateway → demo → demo-sql, and nothing else:",
        wrong_uses(&packages()),
    );
}

#[test]
fn types_and_view_models_are_pure() {
    assert_kept(
        "crates/maxscale, console and texts have no I/O and no DOM:",
        impurities(&packages()),
    );
}

/// What the program links only for the sake of the simulation.
const OF_THE_DEMO: [&str; 6] =
    ["maxconsole-demo", "maxconsole-demo-sql", "rusqlite", "libsqlite3-sys", "pcre2", "pcre2-sys"];

#[test]
fn without_the_demo_the_program_links_nothing_of_it() {
    let with_demo = linked(&[]);
    for package in OF_THE_DEMO {
        assert!(with_demo.contains(&package.to_owned()), "the demo no longer links {package}");
    }
    let without = linked(&["--no-default-features"]);
    let superfluous = without.iter().filter(|name| OF_THE_DEMO.contains(&name.as_str()));
    assert_kept(
        "cargo build -p maxconsole --no-default-features has no simulation in it:",
        superfluous.map(|name| Finding::file("maxconsole", format!("links {name}"))).collect(),
    );
}

/// The packages that the program is built of.
fn linked(options: &[&str]) -> Vec<String> {
    let run = Command::new(env!("CARGO"))
        .args(["tree", "--package", "maxconsole", "--edges", "normal,build", "--prefix", "none"])
        .args(["--format", "{p}", "--offline"])
        .args(options)
        .current_dir(root())
        .output()
        .expect("cargo lists what the program is built of");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let listed = String::from_utf8(run.stdout).expect("cargo tree is text");
    listed.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

/// Each package of the workspace with the names it depends on, but for tests.
fn packages() -> Vec<(String, Vec<String>)> {
    let run = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo describes the workspace");
    let all: Value = serde_json::from_slice(&run.stdout).expect("cargo metadata is JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let shipped = |dependency: &&Value| dependency["kind"].as_str() != Some("dev");
    let package = |package: &Value| {
        let uses = list(&package["dependencies"]).iter().filter(shipped).map(name).collect();
        (name(package), uses)
    };
    list(&all["packages"]).iter().map(package).collect()
}

fn wrong_uses(packages: &[(String, Vec<String>)]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (name, allowed) in MAY_USE {
        let Some((_, uses)) = packages.iter().find(|(package, _)| package == name) else {
            found.push(Finding::file("Cargo.toml", format!("no package {name}")));
            continue;
        };
        let ours = uses.iter().filter(|used| packages.iter().any(|(package, _)| package == *used));
        let wrong = ours.filter(|used| !allowed.contains(&used.as_str()));
        found.extend(wrong.map(|used| Finding::file(name, format!("depends on {used}"))));
    }
    found
}

fn impurities(packages: &[(String, Vec<String>)]) -> Vec<Finding> {
    let pure = packages.iter().filter(|(name, _)| PURE.contains(&name.as_str()));
    let impure = |(name, uses): &(String, Vec<String>)| {
        let wrong = uses.iter().filter(|used| IMPURE.contains(&used.as_str()));
        wrong.map(|used| Finding::file(name, format!("depends on {used}"))).collect::<Vec<_>>()
    };
    pure.flat_map(impure).collect()
}

#[cfg(test)]
fn sample(demo_uses: &str, maxscale_uses: &str) -> Vec<(String, Vec<String>)> {
    let package = |name: &str, uses: &str| (name.to_owned(), vec![uses.to_owned()]);
    vec![
        package("maxconsole-app", "maxconsole-console"),
        package("maxconsole-console", "maxscale"),
        package("maxscale", maxscale_uses),
        package("maxconsole-texts", "std"),
        package("maxconsole-demo", demo_uses),
        package("maxconsole-demo-sql", "rusqlite"),
        package("maxconsole", "maxconsole-demo"),
    ]
}

#[test]
fn a_wrong_dependency_is_found() {
    assert_eq!(wrong_uses(&sample("http", "serde")), []);
    let found = wrong_uses(&sample("maxscale", "serde"));
    assert_eq!(found, [Finding::file("maxconsole-demo", "depends on maxscale")]);
    let found = impurities(&sample("http", "web-sys"));
    assert_eq!(found, [Finding::file("maxscale", "depends on web-sys")]);
}
