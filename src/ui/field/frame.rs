//! What all fields share: the label above, the hint and the error below, tied by ids.

use crate::ui::icon::{Icon, IconView};
use crate::ui::id::unique_id;
use leptos::prelude::*;

/// The words around a control.
#[derive(Clone)]
pub(super) struct Frame {
    id: String,
    label: String,
    hint: Option<String>,
    error: Signal<Option<String>>,
}

impl Frame {
    /// The frame of a control with this id, or one of its own making.
    pub(super) fn new(
        id: Option<String>,
        label: String,
        hint: Option<String>,
        error: Signal<Option<String>>,
    ) -> Self {
        Self { id: id.unwrap_or_else(|| unique_id("field")), label, hint, error }
    }

    /// The control's `id`.
    pub(super) fn id(&self) -> String {
        self.id.clone()
    }

    /// The control's `aria-invalid`.
    pub(super) fn invalid(&self) -> Signal<Option<&'static str>> {
        let error = self.error;
        Signal::derive(move || error.with(Option::is_some).then_some("true"))
    }

    /// The control's `aria-describedby`.
    pub(super) fn described_by(&self) -> Signal<Option<String>> {
        let (hint, error_id, error) =
            (self.hint.as_ref().map(|_| self.hint_id()), self.error_id(), self.error);
        Signal::derive(move || {
            let error = error.with(Option::is_some).then_some(&error_id);
            let ids: Vec<&str> = error.into_iter().chain(&hint).map(String::as_str).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    }

    /// The whole field.
    pub(super) fn around(self, control: impl IntoView) -> impl IntoView {
        let (label_for, label) = (self.id(), self.label.clone());
        view! {
            <div class="field">
                <label class="field-label" for=label_for>
                    {label}
                </label>
                {control}
                {self.notes()}
            </div>
        }
    }

    /// The hint and the error.
    pub(super) fn notes(self) -> impl IntoView {
        let (hint_id, error_id, error) = (self.hint_id(), self.error_id(), self.error);
        let hint = self.hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> });
        let error = move || {
            error.get().map(|error| {
                view! {
                    <p class="field-error" id=error_id.clone()>
                        <IconView icon=Icon::Error />
                        <span>{error}</span>
                    </p>
                }
            })
        };
        view! {
            {error}
            {hint}
        }
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }
}
