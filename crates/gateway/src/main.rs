//! The program `maxconsole`: reads its arguments, starts the gateway, and stops it on Ctrl-C.

mod args;
#[cfg(feature = "demo")]
mod demo;
mod welcome;

use std::error::Error;
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    log_to_stderr(args.verbose);
    match serve(args.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("maxconsole cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(command: Command) -> Result<(), Box<dyn Error>> {
    let welcome = welcome::text(&command);
    // Before anybody can know that it runs, so that no signal is missed.
    let stop = told_to_stop();
    let running = maxconsole::start(command.into_options()?).await?;
    println!("The console is at {}\n{welcome}", running.url());
    stop.await;
    println!("Stopping.");
    running.stop().await;
    Ok(())
}

/// Methods and paths only: never headers, queries or bodies, which may hold secrets.
fn log_to_stderr(verbose: bool) {
    let level = if verbose { tracing::Level::DEBUG } else { tracing::Level::INFO };
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
}

/// Listens for signals from the call on, not only from the first wait.
#[cfg(unix)]
fn told_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    // Without a handler for the signal the system ends the program all the same.
    let terminate = signal(SignalKind::terminate());
    async {
        let Ok(mut terminate) = terminate else { return ctrl_c().await };
        tokio::select! {
            () = ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    ctrl_c().await;
}

async fn ctrl_c() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
