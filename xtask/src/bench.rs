//! Measures what the console costs: bytes, requests, time, DOM changes and memory.

use std::process::Command;

use crate::budgets::{self, Size};
use crate::failure::Failure;
use crate::{app, bundle, dist, module, paths, process, setup, test};

/// Prints the sizes of `dist/`, then what the browser measures, then the simulated MaxScale; or
/// only what is named.
pub fn run(named: &[String]) -> Result<(), Failure> {
    match named {
        [] => {
            build()?;
            browser(&[])?;
            demo()
        }
        [one] if one == "demo" => demo(),
        [part] if part == "small" || part == "big" => {
            build()?;
            browser(&[part])
        }
        _ => Err(Failure::new("there is `cargo xtask bench`, and with `small`, `big` or `demo`")),
    }
}

/// The largest scene of the simulated MaxScale: time, processor and memory.
fn demo() -> Result<(), Failure> {
    let mut measure = Command::new("cargo");
    measure.args([
        "bench",
        "--quiet",
        "--locked",
        "--package",
        "maxconsole-demo",
        "--bench",
        "big",
    ]);
    process::step("Measuring the simulated MaxScale", measure.current_dir(paths::root()))
}

fn build() -> Result<(), Failure> {
    let tools = setup::for_app()?;
    app::build(&tools)?;
    bundle::write(&module::plain()?)?;
    dist::write(&tools)?;
    print_sizes()?;
    budgets::check_bytes()
}

/// With optimisation: the simulated MaxScale shares the machine with what is measured.
fn browser(part: &[&str]) -> Result<(), Failure> {
    let mut measure = test::cargo_for_tests(&setup::for_tests()?);
    measure.args(["run", "--quiet", "--locked", "--release"]);
    measure.args(["--package", "maxconsole-tests", "--bin", "bench", "--"]).args(part);
    process::step("Measuring in a browser", measure.current_dir(paths::root()))
}

fn print_sizes() -> Result<(), Failure> {
    println!("\n{:<48} {:>9} {:>9} {:>9}", "file", "plain", "gzip", "brotli");
    let sizes = budgets::sizes()?;
    let (start, parts): (Vec<&Size>, Vec<&Size>) = sizes.iter().partition(|size| size.at_start);
    for (sizes, label) in [(start, "cold start"), (parts, "parts")] {
        sizes.iter().for_each(|size| print_size(size));
        print_sum(label, &sizes);
    }
    println!();
    Ok(())
}

fn print_size(size: &Size) {
    print_row(&size.name, [size.plain, size.gzip, size.brotli]);
}

fn print_sum(label: &str, sizes: &[&Size]) {
    let sum = |of: fn(&Size) -> usize| sizes.iter().map(|size| of(size)).sum();
    print_row(label, [sum(|size| size.plain), sum(|size| size.gzip), sum(|size| size.brotli)]);
}

fn print_row(name: &str, [plain, gzip, brotli]: [usize; 3]) {
    println!("{name:<48} {plain:>9} {gzip:>9} {brotli:>9}");
}
