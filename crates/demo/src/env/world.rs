//! Does to the world what the words say.

use super::{Clients, ServerDeed, WorldDeed};
use crate::world::World;
use crate::world::sessions::{Client, Program};

/// Does it.
///
/// # Errors
/// The service or server is not there, or cannot suffer that.
pub fn act(world: &mut World, deed: WorldDeed) -> Result<(), String> {
    match deed {
        WorldDeed::Load(clients) => {
            let program = Program::Query { length: clients.length };
            connect(world, &clients, &program)
        }
        WorldDeed::Transactions(clients) => {
            let program = Program::Transaction { length: clients.length };
            connect(world, &clients, &program)
        }
        WorldDeed::Talk(clients) => {
            let program = Program::Talk { every: clients.length };
            connect(world, &clients, &program)
        }
        WorldDeed::Report => Ok(()),
        WorldDeed::Server(name, deed) => afflict(world, &name, deed),
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

fn afflict(world: &mut World, name: &str, deed: ServerDeed) -> Result<(), String> {
    let server = world.server(name).ok_or_else(|| format!("there is no server '{name}'"))?;
    let address = server.address();
    let missing = || format!("there is no database behind '{name}'");
    let database = world.databases.get_mut(&address).ok_or_else(missing)?;
    let replicates = database.source().is_some();
    match deed {
        ServerDeed::Kill => world.kill_database(&address),
        ServerDeed::Start => world.start_database(&address),
        ServerDeed::Freeze(on) => database.set_silent(on),
        ServerDeed::LowDisk(low) => database.set_low_disk(low),
        ServerDeed::AuthError(on) => database.set_auth_error(on),
        ServerDeed::Lag(_) | ServerDeed::BreakReplication | ServerDeed::RepairReplication
            if !replicates =>
        {
            return Err(format!("'{name}' replicates from nobody"));
        }
        ServerDeed::Lag(lag) => database.set_lag(lag),
        ServerDeed::BreakReplication => database.break_replication(),
        ServerDeed::RepairReplication => database.repair_replication(),
    }
    Ok(())
}
