//! What is asked before a command is carried out, and what was entered.

use crate::object::Object;
use texts::dialog;

/// The box of what can also be done by force.
pub(super) const FORCE: Input = Input::Checkbox {
    name: "force",
    label: dialog::force_closing,
    hint: dialog::force_closing_hint,
};

/// The field for what cannot be undone.
pub(super) const TYPED_NAME: Input = Input::TypedName { name: "typed" };

/// One thing that is asked.
#[derive(Clone, Copy, Debug)]
pub enum Input {
    /// A box to tick.
    Checkbox {
        /// By which it is known.
        name: &'static str,
        /// What it says.
        label: texts::Text,
        /// What ticking it does.
        hint: texts::Text,
    },
    /// The name of the server, typed as a confirmation.
    TypedName {
        /// By which it is known.
        name: &'static str,
    },
}

impl Input {
    /// By which it is known.
    pub fn name(self) -> &'static str {
        match self {
            Self::Checkbox { name, .. } | Self::TypedName { name } => name,
        }
    }

    /// Why what was entered is not enough to go on.
    pub fn obstacle(self, object: &Object, values: &Values) -> Option<String> {
        match self {
            Self::Checkbox { .. } => None,
            Self::TypedName { name } => {
                (values.text(name) != object.name()).then(|| dialog::name_not_typed().to_owned())
            }
        }
    }
}

/// What was entered, by the names of the inputs. What was not is off, or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<(&'static str, Value)>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Ticked(bool),
    Text(String),
}

impl Values {
    /// With a box ticked or not.
    pub fn with_tick(self, name: &'static str, ticked: bool) -> Self {
        self.with(name, Value::Ticked(ticked))
    }

    /// With a text.
    pub fn with_text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Value::Text(text.into()))
    }

    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.retain(|(known, _)| *known != name);
        self.0.push((name, value));
        self
    }

    /// Whether a box is ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Value::Ticked(true)))
    }

    /// A text.
    pub fn text(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Value::Text(text)) => text,
            Some(Value::Ticked(_)) | None => "",
        }
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Whether what is open is to be closed at once.
    pub(super) fn force(&self) -> bool {
        self.is_ticked("force")
    }
}
