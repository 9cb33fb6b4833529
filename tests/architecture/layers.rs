//! Rule: inside the app, uses point downwards: pages, components, then what they stand on.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, shipped_rust};
use crate::tokens::{Token, shipped, starts_with};

/// From the top down; modules of one line may use each other.
const LAYERS: [&[&str]; 5] = [
    &["main", "app"],
    &["pages"],
    &["commands", "components"],
    &["ui", "charts", "query", "state", "route"],
    &["api"],
];
/// They know nothing of this project, so that they can be understood and reused alone.
const KNOW_NOTHING: [&str; 2] = ["ui", "charts"];
/// The crates below the app.
const CRATES: [&str; 2] = ["console", "maxscale"];

#[test]
fn layers_use_only_those_below() {
    let findings = shipped_rust().iter().filter(is_app).flat_map(upward_uses).collect();
    assert_kept(
        "pages → components → {ui, charts, query, state, route} → api → console → maxscale:",
        findings,
    );
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that filter asks for")]
fn is_app(file: &&File) -> bool {
    file.path.starts_with("src/") && !file.path.starts_with("src/bin/")
}

fn upward_uses(file: &File) -> Vec<Finding> {
    let module = module_path(&file.path);
    let from = module.first().map_or("main", String::as_str);
    if rank(from).is_none() {
        return vec![Finding::file(&file.path, format!("{from} stands in no layer"))];
    }
    let finding = |(to, line): (String, usize)| {
        (!may_use(from, &to)).then(|| Finding::at(&file.path, line, format!("{from} uses {to}")))
    };
    used_modules(&shipped(file), &module).into_iter().filter_map(finding).collect()
}

fn rank(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn may_use(from: &str, to: &str) -> bool {
    match (rank(from), rank(to)) {
        _ if from == to => true,
        // Charts stand on the primitives.
        _ if (from, to) == ("charts", "ui") => true,
        _ if KNOW_NOTHING.contains(&from) => false,
        (Some(from), Some(to)) => from <= to,
        // Not a module of the app, such as an item of main.rs: only the top may name it.
        _ => from == "main" || CRATES.contains(&to),
    }
}

/// `src/pages/server.rs` is `pages, server`; `src/ui/mod.rs` is `ui`; `src/main.rs` is empty.
fn module_path(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "main" | "lib")) {
        parts.pop();
    }
    parts
}

/// The top modules that the code names, each with its line.
fn used_modules(tokens: &[Token], module: &[String]) -> Vec<(String, usize)> {
    let mut used = Vec::new();
    for at in 0..tokens.len() {
        let (base, rest) = match tokens[at].text.as_str() {
            "crate" => (Vec::new(), at + 1),
            "super" if at < 2 || tokens[at - 1].text != ":" => climb(tokens, at, module),
            name if CRATES.contains(&name) && starts_with(&tokens[at + 1..], &[":", ":"]) => {
                used.push((name.to_owned(), tokens[at].line));
                continue;
            }
            _ => continue,
        };
        match base.first() {
            Some(top) => used.push((top.clone(), tokens[at].line)),
            None => used.extend(names_after(tokens, rest)),
        }
    }
    used
}

/// The module that `super::super` at `at` means, and where the path goes on.
fn climb(tokens: &[Token], mut at: usize, module: &[String]) -> (Vec<String>, usize) {
    let mut base = module.to_vec();
    base.pop();
    while starts_with(&tokens[at + 1..], &[":", ":", "super"]) {
        base.pop();
        at += 3;
    }
    (base, at + 1)
}

/// The name, or the names in braces, that follow `::` at `at`.
fn names_after(tokens: &[Token], at: usize) -> Vec<(String, usize)> {
    if !starts_with(&tokens[at..], &[":", ":"]) {
        return Vec::new();
    }
    let named = |token: &Token| (token.text.clone(), token.line);
    match tokens.get(at + 2) {
        Some(token) if token.text == "{" => heads_of_group(&tokens[at + 2..]),
        Some(token) => vec![named(token)],
        None => Vec::new(),
    }
}

/// The first name of each entry in `{a::b, c::{d, e}}`.
fn heads_of_group(tokens: &[Token]) -> Vec<(String, usize)> {
    let (mut depth, mut heads) = (0, Vec::new());
    for pair in tokens.windows(2) {
        match pair[0].text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(pair[0].text.as_str(), "{" | ",") && pair[1].text != "}" {
            heads.push((pair[1].text.clone(), pair[1].line));
        }
    }
    heads
}

#[cfg(test)]
fn found(path: &str, text: &str) -> Vec<String> {
    upward_uses(&File::sample(path, text)).into_iter().map(|finding| finding.what).collect()
}

#[test]
fn an_upward_use_is_found() {
    assert_eq!(found("src/api/servers.rs", "use crate::pages::server;"), ["api uses pages"]);
    assert_eq!(
        found("src/ui/dialog.rs", "use crate::{route::Route, ui::icon};"),
        ["ui uses route"]
    );
    assert_eq!(found("src/ui/dialog.rs", "use maxscale::Server;"), ["ui uses maxscale"]);
    assert_eq!(found("src/ui/table.rs", "use console::listing::Row;"), ["ui uses console"]);
    assert_eq!(found("src/charts/line.rs", "use crate::query::Query;"), ["charts uses query"]);
    assert_eq!(
        found("src/query/cache.rs", "fn a() { super::super::pages::b(); }"),
        ["query uses pages"]
    );
    assert_eq!(
        found("src/components/a.rs", "fn a() { view! { <crate::pages::B/> } }"),
        ["components uses pages"]
    );
    assert_eq!(found("src/helpers.rs", ""), ["helpers stands in no layer"]);
}

#[test]
fn a_downward_use_is_left_alone() {
    let none: [String; 0] = [];
    assert_eq!(found("src/app.rs", "use crate::{pages::{self, server}, route::Route};"), none);
    assert_eq!(
        found("src/pages/server.rs", "use super::servers; use crate::api; use maxscale::A;"),
        none
    );
    assert_eq!(found("src/state/session.rs", "use crate::query::Loaded; use super::toasts;"), none);
    assert_eq!(found("src/ui/mod.rs", "use crate::ui::icon; pub(crate) fn a() {}"), none);
}
