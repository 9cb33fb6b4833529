//! What assistive technology is told about one element.

use serde_json::Value;

/// One node of the accessibility tree.
#[derive(Debug, Clone)]
pub struct Node {
    /// Chromium's number of the element.
    pub element: i64,
    /// Such as `button`.
    pub role: String,
    /// The accessible name.
    pub name: String,
    /// What is said besides the name, such as the reason why it is disabled.
    pub description: String,
    /// The text in a field.
    pub value: String,
    properties: Value,
}

impl Node {
    /// Reads a node; nothing for one that is hidden, inert or has no element.
    pub fn read(raw: &Value) -> Option<Self> {
        if raw["ignored"].as_bool() == Some(true) {
            return None;
        }
        let text = |of: &str| raw[of]["value"].as_str().unwrap_or_default().to_owned();
        Some(Self {
            element: raw["backendDOMNodeId"].as_i64()?,
            role: text("role"),
            name: text("name"),
            description: text("description"),
            value: text("value"),
            properties: raw["properties"].clone(),
        })
    }

    /// Whether it cannot be used now.
    pub fn is_disabled(&self) -> bool {
        self.is("disabled")
    }

    /// Whether it is ticked, or pressed.
    pub fn is_checked(&self) -> bool {
        self.is("checked") || self.is("pressed")
    }

    /// Whether it has the keyboard focus.
    pub fn is_focused(&self) -> bool {
        self.is("focused")
    }

    /// Whether it takes no text now.
    pub fn is_readonly(&self) -> bool {
        self.is("readonly")
    }

    /// Whether a property is true, which Chromium says as `true` or `"true"`.
    pub fn is(&self, property: &str) -> bool {
        let value = self.property(property);
        value == Some(&Value::Bool(true)) || value.and_then(Value::as_str) == Some("true")
    }

    fn property(&self, name: &str) -> Option<&Value> {
        let all = self.properties.as_array()?;
        all.iter().find(|property| property["name"] == name).map(|found| &found["value"]["value"])
    }
}
