//! The project's own commands: `cargo xtask demo | test | dist | program | bench`.

mod app;
mod bench;
mod budgets;
mod bundle;
mod compress;
mod demo;
mod dist;
mod failure;
mod files;
mod gallery;
mod hash;
mod module;
mod paths;
mod process;
mod program;
mod setup;
mod split;
mod style;
mod test;

use std::process::ExitCode;

use failure::Failure;

const HELP: &str = "\
The project's own commands. Each installs what it misses.

  cargo xtask demo [--listen ADDR:PORT] [...]  build the console and serve it with a simulated
                                               MaxScale (further arguments as `maxconsole demo`)
  cargo xtask test [STEP...]                   check and test everything, or the named steps
  cargo xtask dist                             write dist/, a folder for MaxScale's gui directory
  cargo xtask program                          write target/release/maxconsole, one file to copy
  cargo xtask bench [small|big|demo]           measure the console with six and with 1,000 servers,
                                               and the simulated MaxScale (or one of these),
                                               against the budgets
  cargo xtask gallery                          write target/gallery, the console with its page of
                                               components, #/ui
  cargo xtask setup                            only install what the others need

Trunk calls `cargo xtask split` after each build, which makes parts of the app's module.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.filter(|argument| argument != "--").collect();
    match run(&command, &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask {command}: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, rest: &[String]) -> Result<(), Failure> {
    match command {
        "demo" => demo::run(rest),
        "test" => test::run(rest),
        "dist" => dist::run(),
        "program" => program::run(),
        "bench" => bench::run(rest),
        "gallery" => gallery::run(),
        "setup" => setup::everything(),
        "split" => split::run(),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("there is no command \"{other}\".\n\n{HELP}"))),
    }
}
