//! The program `maxconsole`: reads its arguments, starts the gateway, and stops it on Ctrl-C.

mod args;
mod welcome;

use std::process::ExitCode;

use clap::Parser;

use args::Args;

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    log_to_stderr(args.verbose);
    let welcome = welcome::text(&args.command);
    let running = match maxconsole::start(args.command.into_options()).await {
        Ok(running) => running,
        Err(error) => {
            eprintln!("maxconsole cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("The console is at {}\n{welcome}", running.url());
    told_to_stop().await;
    println!("Stopping.");
    running.stop().await;
    ExitCode::SUCCESS
}

/// Methods and paths only: never headers, queries or bodies, which may hold secrets.
fn log_to_stderr(verbose: bool) {
    let level = if verbose { tracing::Level::DEBUG } else { tracing::Level::INFO };
    tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr).init();
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    // Without a handler for the signal the system ends the program all the same.
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return ctrl_c().await };
    tokio::select! {
        () = ctrl_c() => {}
        _ = terminate.recv() => {}
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
