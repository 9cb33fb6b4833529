//! Does to the world what the words say.

use super::{Clients, ServerAction, WorldAction};
use crate::world::World;
use crate::world::sessions::{Client, Program};

/// Does it.
///
/// # Errors
/// The service or server is not there, or cannot suffer that.
pub fn apply(world: &mut World, action: WorldAction) -> Result<(), String> {
    match action {
        WorldAction::Load(clients) => {
            let program = Program::Query { length: clients.length };
            connect(world, &clients, &program)
        }
        WorldAction::Transactions(clients) => {
            let program = Program::Transaction { length: clients.length };
            connect(world, &clients, &program)
        }
        WorldAction::Talk(clients) => {
            let program = Program::Talk { every: clients.length };
            connect(world, &clients, &program)
        }
        WorldAction::Report => Ok(()),
        WorldAction::Server(name, action) => apply_to_server(world, &name, action),
    }
}

fn connect(world: &mut World, clients: &Clients, program: &Program) -> Result<(), String> {
    if world.service(&clients.service).is_none() {
        return Err(format!("there is no service '{}'", clients.service));
    }
    for _ in 0..clients.count {
        let client = Client {
            user: "maxuser".to_owned(),
            remote: "127.0.0.1".to_owned(),
            program: program.clone(),
        };
        world.connect(&clients.service, client);
    }
    Ok(())
}

fn apply_to_server(world: &mut World, name: &str, action: ServerAction) -> Result<(), String> {
    let server = world.server(name).ok_or_else(|| format!("there is no server '{name}'"))?;
    let address = server.address();
    let missing = || format!("there is no database behind '{name}'");
    let database = world.databases.get_mut(&address).ok_or_else(missing)?;
    let replicates = database.source().is_some();
    match action {
        ServerAction::Kill => world.kill_database(&address),
        ServerAction::Start => world.start_database(&address),
        ServerAction::Freeze(on) => database.set_silent(on),
        ServerAction::LowDisk(low) => database.set_low_disk(low),
        ServerAction::AuthError(on) => database.set_auth_error(on),
        ServerAction::Lag(_) | ServerAction::BreakReplication | ServerAction::RepairReplication
            if !replicates =>
        {
            return Err(format!("'{name}' replicates from nobody"));
        }
        ServerAction::Lag(lag) => database.set_lag(lag),
        ServerAction::BreakReplication => database.break_replication(),
        ServerAction::RepairReplication => database.repair_replication(),
    }
    Ok(())
}
