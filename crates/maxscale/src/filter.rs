//! A filter: what the requests of a service pass on their way.

use serde_json::Value;

use crate::fieldset::Fieldset;
use crate::name::{FilterName, ServiceName};
use crate::resource::{FromResource, Resource};

/// A filter as the REST API describes it (rest-api.md 3.6).
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Its name.
    pub name: FilterName,
    /// What it is made of, in MaxScale's word.
    pub module: String,
    /// The services whose requests pass it.
    pub services: Vec<ServiceName>,
    /// All of `parameters`, as it came.
    pub parameters: Value,
    /// What it has to say of itself; null when nothing.
    pub diagnostics: Value,
}

impl FromResource for Filter {
    const FIELDS: Fieldset = Fieldset {
        option: "fields[filters]",
        list: &["module", "services/data"],
        configuration: &[],
        details: &["parameters", "filter_diagnostics"],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let attributes = resource.attributes;
        let part = |name| attributes.value(name).cloned().unwrap_or_default();
        Some(Self {
            name: FilterName::new(resource.id),
            module: attributes.text("module").unwrap_or_default(),
            services: resource.related("services").map(ServiceName::new).collect(),
            parameters: part("parameters"),
            diagnostics: part("filter_diagnostics"),
        })
    }
}
