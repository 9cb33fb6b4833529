//! What is done to the world from outside, in the words of the recordings' `env` steps.

use crate::world::World;
use crate::world::connections::Client;
use crate::world::session::Program;
use std::time::Duration;

/// More clients than this are not started at once.
const MAX_CLIENTS: u64 = 1_000;

/// Longer than this nothing lasts.
const MAX_SECONDS: u64 = 24 * 3600;

/// Does what the words say.
///
/// # Errors
/// What is wrong with them.
pub fn act(world: &mut World, words: &str) -> Result<(), String> {
    let parts: Vec<&str> = words.split_whitespace().collect();
    match parts.as_slice() {
        ["load", service, count, seconds] => {
            let length = duration(seconds)?;
            clients(world, service, count, &Program::Query { length })
        }
        ["transactions", service, count, seconds] => {
            let length = duration(seconds)?;
            clients(world, service, count, &Program::Transaction { length })
        }
        ["kill", server] => {
            let address = address(world, server)?;
            world.kill_database(&address);
            Ok(())
        }
        ["start", server] => {
            let address = address(world, server)?;
            world.start_database(&address);
            Ok(())
        }
        // The clients were looked at; nothing was done.
        ["transactions-report"] => Ok(()),
        _ => Err(format!(
            "'{words}' is not understood; there are: load SERVICE N SECONDS, transactions SERVICE \
             N SECONDS, kill SERVER, start SERVER, transactions-report"
        )),
    }
}

fn duration(seconds: &str) -> Result<Duration, String> {
    let number: u64 =
        seconds.parse().map_err(|_| format!("'{seconds}' is no number of seconds"))?;
    if number > MAX_SECONDS {
        return Err(format!("{number} seconds are more than the {MAX_SECONDS} that are possible"));
    }
    Ok(Duration::from_secs(number))
}

fn clients(world: &mut World, service: &str, count: &str, program: &Program) -> Result<(), String> {
    let number: u64 = count.parse().map_err(|_| format!("'{count}' is no number of clients"))?;
    if number > MAX_CLIENTS {
        return Err(format!("{number} clients are more than the {MAX_CLIENTS} that are possible"));
    }
    if world.service(service).is_none() {
        return Err(format!("there is no service '{service}'"));
    }
    for _ in 0..number {
        let client = Client {
            user: "maxuser".to_owned(),
            remote: "127.0.0.1".to_owned(),
            program: program.clone(),
        };
        world.connect(service, client);
    }
    Ok(())
}

fn address(world: &World, server: &str) -> Result<crate::world::database::Address, String> {
    let found = world.server(server).ok_or_else(|| format!("there is no server '{server}'"))?;
    Ok(found.address())
}
