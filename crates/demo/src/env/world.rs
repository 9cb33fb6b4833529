//! Does to the world what the words say.

use super::{Clients, ServerDeed, WorldDeed};
use crate::world::World;
use crate::world::connections::Client;
use crate::world::session::Program;

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
    let database = world.databases.get(&address);
    let database = database.ok_or_else(|| format!("there is no database behind '{name}'"))?;
    let replicates = database.source().is_some();
    match deed {
        ServerDeed::Kill => world.kill_database(&address),
        ServerDeed::Start => world.start_database(&address),
        ServerDeed::Freeze(on) => world.set_silent(name, on),
        ServerDeed::LowDisk(low) => world.set_low_disk(name, low),
        ServerDeed::AuthError(on) => world.set_auth_error(name, on),
        _ if !replicates => return Err(format!("'{name}' replicates from nobody")),
        ServerDeed::Lag(lag) => world.set_lag(name, lag),
        ServerDeed::BreakReplication => world.break_replication(name),
        ServerDeed::RepairReplication => world.repair_replication(name),
    }
    Ok(())
}
