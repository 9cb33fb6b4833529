//! A MaxScale of its own behind a port, which can die and come back.

use maxconsole_demo::Simulation;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// The simulated MaxScale as a server that the program has to reach over the network.
pub struct Remote {
    simulation: Simulation,
    address: SocketAddr,
    /// Its own runtime: when it ends, every connection breaks, as when a process dies.
    running: Option<Runtime>,
}

impl Remote {
    /// Starts on a free port.
    pub async fn start(simulation: Simulation) -> Self {
        let mut remote = Self { simulation, address: ([127, 0, 0, 1], 0).into(), running: None };
        remote.revive().await;
        remote
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Dies, with all its connections; the world it describes goes on.
    pub fn die(&mut self) {
        if let Some(runtime) = self.running.take() {
            runtime.shutdown_background();
        }
    }

    /// Comes back on the same port.
    pub async fn revive(&mut self) {
        let runtime = Runtime::new().expect("a tokio runtime");
        let (app, address) = (self.simulation.api(), self.address);
        let listening = runtime.spawn(async move {
            let listener = TcpListener::bind(address).await.expect("the port is free again");
            let address = listener.local_addr().expect("a listener has an address");
            tokio::spawn(async move { axum::serve(listener, app).await });
            address
        });
        self.address = listening.await.expect("the server listens");
        self.running = Some(runtime);
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        self.die();
    }
}
