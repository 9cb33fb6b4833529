//! Measures what the console costs: bytes, requests, time, DOM changes and memory.

use std::process::Command;

use crate::budgets::{self, Size};
use crate::failure::Failure;
use crate::{app, bundle, dist, module, places, process, setup, test};

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
    process::step("Measuring the simulated MaxScale", measure.current_dir(places::root()))
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
    process::step("Measuring in a browser", measure.current_dir(places::root()))
}

fn print_sizes() -> Result<(), Failure> {
    println!("\n{:<48} {:>9} {:>9} {:>9}", "file", "plain", "gzip", "brotli");
    let mut total = Size { name: "cold start".to_owned(), plain: 0, gzip: 0, brotli: 0 };
    for size in budgets::sizes()? {
        print_size(&size);
        total.plain += size.plain;
        total.gzip += size.gzip;
        total.brotli += size.brotli;
    }
    print_size(&total);
    println!();
    Ok(())
}

fn print_size(size: &Size) {
    println!("{:<48} {:>9} {:>9} {:>9}", size.name, size.plain, size.gzip, size.brotli);
}
