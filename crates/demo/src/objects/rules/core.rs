//! What the parameters of MaxScale itself have to fulfil together.

use super::{is_given, is_on, number, text};
use crate::objects::Parameters;
use crate::objects::names::ObjectNames;

/// The longest name of a cluster.
const LONGEST_CLUSTER: usize = 256;

/// The problem of a cluster that is no monitor: then nothing else is checked.
#[must_use]
pub fn before(parameters: &Parameters, known: &dyn ObjectNames) -> Option<String> {
    let cluster = text(parameters, "config_sync_cluster");
    if cluster.is_empty() {
        return None;
    }
    if known.kind_of(cluster) != Some("monitor") {
        return Some(format!(
            "The value of 'config_sync_cluster' is not the name of a monitor: {cluster}."
        ));
    }
    (cluster.len() > LONGEST_CLUSTER).then(|| {
        format!(
            "The cluster name for 'config_sync_cluster' must be less than {LONGEST_CLUSTER} \
             characters long."
        )
    })
}

/// What is said after the parameters themselves were checked, whatever came of that.
#[must_use]
pub fn after(parameters: &Parameters) -> Vec<String> {
    let mut problems = Vec::new();
    if is_given(parameters, "config_sync_cluster") {
        let needed = ["config_sync_user", "config_sync_password"];
        for name in needed.into_iter().filter(|name| !is_given(parameters, name)) {
            problems.push(format!(
                "Parameter '{name}' must be defined when 'config_sync_cluster' is used."
            ));
        }
    }
    problems
}

/// The problem of TLS: it cannot be switched on at runtime.
#[must_use]
pub fn encryption(parameters: &Parameters) -> Option<String> {
    let wants = is_given(parameters, "admin_ssl_key") || is_given(parameters, "admin_ssl_cert");
    wants.then(|| "HTTPS for the REST-API cannot be enabled at runtime.".to_owned())
}

/// The problems of parameters that belong together; `threads` is how many there are now.
#[must_use]
pub fn together(parameters: &Parameters, threads: u64) -> Vec<String> {
    let mut problems = Vec::new();
    let (high, low) =
        (number(parameters, "writeq_high_water"), number(parameters, "writeq_low_water"));
    if (high != 0 || low != 0) && high <= low {
        problems.push(
            "Invalid configuration. writeq_high_water should be greater than writeq_low_water or \
             both should be zero."
                .to_owned(),
        );
    }
    if is_on(parameters, "skip_name_resolve") {
        let lists = ["admin_readwrite_hosts", "admin_readonly_hosts"];
        let naming = lists.into_iter().filter(|name| names_hosts(text(parameters, name)));
        problems.extend(naming.map(|name| {
            format!(
                "'skip_name_resolve' cannot be enabled if '{name}' includes hostname patterns. \
                 Use only numeric addresses in '{name}'"
            )
        }));
    }
    problems.extend(key_manager(text(parameters, "key_manager")).map(str::to_owned));
    let (asked, most) = (number(parameters, "threads"), number(parameters, "threads_max"));
    if i64::try_from(threads) != Ok(asked) && asked > most {
        problems.push(format!(
            "MaxScale can have at most {most} routing threads; a request for {asked} cannot be \
             honored. The maximum can be increased with `threads_max`."
        ));
    }
    problems
}

/// Keys can come from nowhere else in a simulation.
fn key_manager(kind: &str) -> Option<&'static str> {
    match kind {
        "file" => Some("key_manager_file: The mandatory parameter 'keyfile' is not provided."),
        "kmip" => Some("KMIP key manager is not included in this MaxScale installation."),
        "vault" => Some("Vault key manager is not included in this MaxScale installation."),
        _ => None,
    }
}

fn names_hosts(list: &str) -> bool {
    list != "%" && list.chars().any(|c| c.is_ascii_alphabetic() && !c.is_ascii_hexdigit())
}
