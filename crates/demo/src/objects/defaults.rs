//! The parameters that objects of each kind have when nothing is given.

use super::Parameters;
use super::metadata::Modules;
use crate::version::MaxScaleVersion;
use serde_json::{Value, json};

/// The parameters that a version gives to what is new.
pub struct Defaults(&'static Modules);

impl Defaults {
    /// Those of a version.
    #[must_use]
    pub fn of(version: MaxScaleVersion) -> Self {
        Self(Modules::of(version))
    }

    fn with(&self, module: &str, hidden: &[&str], fixed: Value) -> Parameters {
        let known = self.0.module(module);
        let mut parameters = known.map(|known| self.0.defaults(known)).unwrap_or_default();
        // What is not in a module's list is shown by other names, or not at all.
        let hidden_too = known.and_then(|known| self.0.shared_by(known));
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
    pub fn server(&self) -> Parameters {
        self.with("servers", &["authenticator", "protocol", "type"], json!({}))
    }

    /// A monitor of the module.
    #[must_use]
    pub fn monitor(&self, module: &str) -> Parameters {
        self.with(module, &["servers"], json!({ "type": "monitor", "module": module }))
    }

    /// A service of the router.
    #[must_use]
    pub fn service(&self, router: &str) -> Parameters {
        let fixed = json!({
            "type": "service",
            "router": router,
        });
        self.with(router, &[], fixed)
    }

    /// A listener.
    #[must_use]
    pub fn listener(&self) -> Parameters {
        let own = self.protocol();
        let names: Vec<&str> = own.keys().map(String::as_str).collect();
        let fixed = json!({ "type": "listener", "MariaDBProtocol": own });
        self.with("MariaDBProtocol", &names, fixed)
    }

    /// What a listener has for its protocol module, in an object of its own.
    #[must_use]
    pub fn protocol(&self) -> Parameters {
        let module = self.0.module("MariaDBProtocol");
        module.map(|module| module.own.defaults()).unwrap_or_default()
    }

    /// A filter of the module.
    #[must_use]
    pub fn filter(&self, module: &str) -> Parameters {
        self.with(module, &[], json!({ "module": module }))
    }

    /// MaxScale itself.
    #[must_use]
    pub fn core(&self) -> Parameters {
        let mut core = self.with(
            "maxscale",
            &[],
            json!({
                "admin_secure_gui": false,
                "connector_plugindir": "/usr/lib64/maxscale/plugin",
                "datadir": "/var/lib/maxscale",
                "libdir": "/usr/lib64/maxscale",
                "logdir": "/var/log/maxscale",
                "module_configdir": "/etc/maxscale.modules.d",
                "persistdir": "/var/lib/maxscale/maxscale.cnf.d",
                "piddir": "/var/run/maxscale",
            }),
        );
        if self.0.version.has_roles() {
            // Unless it is set, it is the issuer of tokens.
            core.insert("admin_oidc_client_id".to_owned(), json!("maxscale"));
        }
        if !self.0.version.leaves_out_internals() {
            let more = [
                ("cachedir", "/var/cache/maxscale"),
                ("execdir", "/usr/bin"),
                ("language", "/var/lib/maxscale"),
            ];
            core.extend(more.map(|(name, value)| (name.to_owned(), json!(value))));
        }
        core
    }
}
