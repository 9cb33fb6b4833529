//! The parameters that objects of each kind have when nothing is given.

use super::{Parameters, metadata};
use serde_json::{Value, json};

fn of(module: &str, hidden: &[&str], fixed: Value) -> Parameters {
    let mut parameters =
        metadata::module(module).map(metadata::Module::defaults).unwrap_or_default();
    // What is not in a module's list is shown by other names, or not at all.
    let hidden_too = metadata::module(module).and_then(metadata::Module::common);
    for parameter in hidden_too.iter().flat_map(|common| &common.parameters) {
        if !parameter.listed {
            parameters.remove(&parameter.name);
        }
    }
    parameters.retain(|name, _| !hidden.contains(&name.as_str()));
    if let Value::Object(fixed) = fixed {
        parameters.extend(fixed);
    }
    parameters
}

/// A server.
#[must_use]
pub fn server() -> Parameters {
    of("servers", &["authenticator", "protocol", "type"], json!({}))
}

/// A monitor of the module.
#[must_use]
pub fn monitor(module: &str) -> Parameters {
    of(module, &["servers"], json!({ "type": "monitor", "module": module }))
}

/// A service of the router.
#[must_use]
pub fn service(router: &str) -> Parameters {
    let fixed = json!({
        "type": "service",
        "router": router,
    });
    of(router, &[], fixed)
}

/// A listener.
#[must_use]
pub fn listener() -> Parameters {
    let protocol = json!({ "allow_replication": true });
    of(
        "MariaDBProtocol",
        &["allow_replication"],
        json!({ "type": "listener", "MariaDBProtocol": protocol }),
    )
}

/// A filter of the module.
#[must_use]
pub fn filter(module: &str) -> Parameters {
    of(module, &[], json!({ "module": module }))
}

/// MaxScale itself.
#[must_use]
pub fn core() -> Parameters {
    of(
        "maxscale",
        &[],
        json!({
            "admin_secure_gui": false,
            "cachedir": "/var/cache/maxscale",
            "connector_plugindir": "/usr/lib64/maxscale/plugin",
            "datadir": "/var/lib/maxscale",
            "execdir": "/usr/bin",
            "language": "/var/lib/maxscale",
            "libdir": "/usr/lib64/maxscale",
            "logdir": "/var/log/maxscale",
            "module_configdir": "/etc/maxscale.modules.d",
            "persistdir": "/var/lib/maxscale/maxscale.cnf.d",
            "piddir": "/var/run/maxscale",
        }),
    )
}
