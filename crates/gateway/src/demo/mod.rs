//! The arguments of the simulated MaxScale, and what is said when it begins.

mod conditions;

use maxconsole_demo::{ADMIN, MaxScaleVersion, Scene, Simulation};

use conditions::Conditions;

/// Which MaxScale is simulated, and how. Not `Demo`, which is clap's name for the arguments of the
/// subcommand.
#[derive(clap::Args)]
pub struct DemoArgs {
    /// What is simulated: two-clusters (a webshop), incident, big, single, empty, recorded or
    /// rehearsal
    #[arg(long, value_name = "NAME", default_value_t = Scene::TwoClusters)]
    scene: Scene,
    /// Runs with the same seed are alike
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Which MaxScale is simulated: 23.08, 24.02, 25.01 or 25.10
    #[arg(long, value_name = "VERSION", default_value_t = MaxScaleVersion::default())]
    maxscale_version: MaxScaleVersion,
    #[command(flatten)]
    conditions: Conditions,
}

impl DemoArgs {
    /// The simulation, whose clock runs.
    pub fn simulation(&self) -> Simulation {
        let simulation = Simulation::of_version(self.maxscale_version, self.scene, self.seed);
        let simulation = self.conditions.put(simulation);
        simulation.run_clock();
        simulation
    }

    /// The lines below the console's address.
    pub fn welcome(&self) -> String {
        let account = |(user, password)| format!("user {user}, password {password}");
        let viewer = self.scene.viewer().map(account);
        let read_only = viewer.map(|viewer| format!("\n  or read-only with {viewer}"));
        let back_door = self.conditions.back_door.then_some(
            "\n\nIts back door is open: whoever reaches this address may break things at /_demo.",
        );
        format!(
            "with a simulated MaxScale {}: nothing you do there touches a real server.\n\
             \n  Sign in with {}{}{}\n\nCtrl-C stops it.",
            self.maxscale_version,
            account(ADMIN),
            read_only.unwrap_or_default(),
            back_door.unwrap_or_default()
        )
    }
}
