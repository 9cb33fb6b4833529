//! The body of a request, with its secrets apart from all that is shown.

use std::fmt;

use serde_json::Value;

/// What stands for a secret wherever it is shown.
pub(super) const HIDDEN: &str = "***";

/// A password or the like: it is sent, and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes what was typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(HIDDEN)
    }
}

/// A document that has [`HIDDEN`] in the places of its secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    document: Value,
    /// Each with the JSON pointer to its place.
    secrets: Vec<(String, Secret)>,
}

impl Body {
    pub(super) fn new(document: Value) -> Self {
        Self { document, secrets: vec![] }
    }

    /// A place that the document does not have is passed over.
    pub(super) fn with_secret(mut self, pointer: &str, secret: Secret) -> Self {
        if let Some(place) = self.document.pointer_mut(pointer) {
            *place = Value::from(HIDDEN);
            self.secrets.push((pointer.to_owned(), secret));
        }
        self
    }

    /// As it may be shown.
    pub(super) fn shown(&self) -> String {
        self.document.to_string()
    }

    /// As it is sent.
    pub(super) fn text(&self) -> String {
        let mut document = self.document.clone();
        for (pointer, secret) in &self.secrets {
            if let Some(place) = document.pointer_mut(pointer) {
                *place = Value::from(secret.0.as_str());
            }
        }
        document.to_string()
    }
}
