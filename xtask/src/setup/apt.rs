//! Installs packages of Debian and its kin.

use std::process::Command;

use crate::failure::Failure;
use crate::process;

/// Installs `packages`; `what` says what they are for.
pub fn install(packages: &[String], what: &str) -> Result<(), Failure> {
    let names = packages.join(" ");
    if process::find("apt-get").is_none() {
        return Err(Failure::new(format!(
            "{what} is missing, and there is no apt-get here to install it: please install {names} \
             the way this system does it"
        )));
    }
    let install = ["install", "--yes", "--no-install-recommends"].map(str::to_owned);
    let install: Vec<String> = install.into_iter().chain(packages.iter().cloned()).collect();
    process::step("Reading the list of Debian packages", &mut apt_get(&["update".to_owned()])?)
        .and_then(|()| {
            process::step(&format!("Installing {what}: {names}"), &mut apt_get(&install)?)
        })
        .map_err(|failure| {
            Failure::new(format!("{failure}\nPlease install these packages by hand: {names}"))
        })
}

fn apt_get(arguments: &[String]) -> Result<Command, Failure> {
    let mut command = if is_root()? {
        Command::new("apt-get")
    } else if process::find("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        let message = arguments.join(" ");
        return Err(Failure::new(format!(
            "apt-get {message} needs root, and there is no sudo here"
        )));
    };
    command.args(["-o", "DPkg::Lock::Timeout=300", "--quiet=2"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

fn is_root() -> Result<bool, Failure> {
    Ok(process::output(Command::new("id").arg("-u"))? == "0")
}
