//! Commands to Chromium as plain JSON, so that words a newer Chromium sends break nothing.

use chromiumoxide::types::{Command, Method, MethodId};
use serde::{Serialize, Serializer};
use serde_json::Value;

/// One command of the DevTools protocol.
#[derive(Debug)]
pub struct Call {
    method: &'static str,
    parameters: Value,
}

impl Call {
    /// The command `method`, such as `DOM.resolveNode`.
    pub fn new(method: &'static str, parameters: Value) -> Self {
        Self { method, parameters }
    }
}

impl Serialize for Call {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.parameters.serialize(serializer)
    }
}

impl Method for Call {
    fn identifier(&self) -> MethodId {
        self.method.into()
    }
}

impl Command for Call {
    type Response = Value;
}
