//! Checks and tests everything, step by step, and tells at the end what failed.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::failure::Failure;
use crate::setup::{self, TestTools, Tools};
use crate::{app, budgets, bundle, dist, files, gallery, module, paths, process};

/// What the steps need.
struct Installed {
    tools: Tools,
    test_tools: TestTools,
}

struct Step {
    name: &'static str,
    run: fn(&Installed) -> Result<(), Failure>,
}

/// In the order in which each finds what it needs made by those before it.
const STEPS: [Step; 8] = [
    Step { name: "format", run: |_| cargo(&["fmt", "--all", "--check"]) },
    Step { name: "app", run: |installed| app::build(&installed.tools) },
    Step { name: "bundle", run: |_| bundle::write(&module::plain()?) },
    Step { name: "gallery", run: |installed| gallery::build(&installed.tools) },
    Step {
        name: "dist",
        run: |installed| dist::write(&installed.tools).and_then(|()| budgets::check_bytes()),
    },
    Step {
        name: "lint",
        run: |_| {
            cargo(&["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"])
        },
    },
    Step { name: "lint-wasm", run: lint_wasm },
    Step { name: "tests", run: tests },
];

/// Runs all steps, or those with the given names.
pub fn run(names: &[String]) -> Result<(), Failure> {
    let known = |name: &String| STEPS.iter().any(|step| step.name == name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let steps = STEPS.map(|step| step.name).join(", ");
        return Err(Failure::new(format!("there is no step \"{unknown}\"; the steps are {steps}")));
    }
    let installed = Installed { tools: setup::for_app()?, test_tools: setup::for_tests()? };
    let chosen =
        STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name));
    summarise(chosen.map(|step| run_step(step, &installed)).collect())
}

struct Outcome {
    name: &'static str,
    seconds: f64,
    failure: Option<Failure>,
}

fn run_step(step: &Step, installed: &Installed) -> Outcome {
    println!("\n### {}", step.name);
    let start = Instant::now();
    let failure = (step.run)(installed).err();
    if let Some(failure) = &failure {
        eprintln!("{}: {failure}", step.name);
    }
    Outcome { name: step.name, seconds: start.elapsed().as_secs_f64(), failure }
}

fn summarise(outcomes: Vec<Outcome>) -> Result<(), Failure> {
    println!("\n### summary");
    for outcome in &outcomes {
        let word = if outcome.failure.is_some() { "FAILED" } else { "ok" };
        println!("{:<10} {word:<6} {:>7.1} s", outcome.name, outcome.seconds);
    }
    let failed: Vec<&str> = outcomes
        .iter()
        .filter(|outcome| outcome.failure.is_some())
        .map(|outcome| outcome.name)
        .collect();
    println!("steps: {} passed, {} failed", outcomes.len() - failed.len(), failed.len());
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("these steps failed: {}", failed.join(", "))))
}

fn cargo(arguments: &[&str]) -> Result<(), Failure> {
    process::run(Command::new("cargo").args(arguments).current_dir(paths::root()))
}

fn lint_wasm(installed: &Installed) -> Result<(), Failure> {
    let mut clippy = installed.tools.command("cargo");
    clippy.args(["clippy", "--locked", "--package", "maxconsole-app", "--features", "gallery"]);
    clippy.args(["--target", setup::WASM_TARGET, "--", "-D", "warnings"]);
    process::run(clippy.current_dir(paths::root()))
}

fn tests(installed: &Installed) -> Result<(), Failure> {
    let failures = paths::browser_failures();
    if failures.is_dir() {
        files::remove_others(&failures, &[])?;
    }
    let mut test = cargo_for_tests(&installed.test_tools);
    let outcome = process::run(test.args(["test", "--locked", "--workspace", "--no-fail-fast"]));
    if outcome.is_err() && failures.is_dir() {
        print_failures(&failures)?;
    }
    outcome
}

/// Says at the end, where it is looked for, what went wrong in the browser long before.
fn print_failures(failures: &Path) -> Result<(), Failure> {
    for file in files::all(failures)?.iter().filter(|file| file.name.ends_with(".txt")) {
        println!("\n### a browser test failed: {}", file.text());
    }
    Ok(())
}

/// Cargo with the environment that the tests crate reads.
pub fn cargo_for_tests(tools: &TestTools) -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(paths::root())
        .env("MAXCONSOLE_BUNDLE", paths::bundle())
        .env("MAXCONSOLE_GALLERY", paths::gallery())
        .env("MAXCONSOLE_DIST", paths::dist())
        .env("CHROMIUM", &tools.chromium)
        .env("AXE_SOURCE", &tools.axe);
    cargo
}
