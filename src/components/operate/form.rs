//! What is entered in the dialog of an operation, and how it goes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::object::Object;
use maxscale::operation::{Operand, Operation};

use crate::components::change::{Means, Progress};
use crate::state::session::{Session, use_session};

/// The state of the dialog. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) object: StoredValue<Object>,
    pub(super) operand: Memo<Option<Operand>>,
    /// The operation that was asked for; `None` while the dialog is closed.
    pub(super) asked: RwSignal<Option<Operation>>,
    pub(super) force: RwSignal<bool>,
    pub(super) progress: Progress,
    session: Session,
}

impl Form {
    pub(super) fn new(
        object: Object,
        operand: Memo<Option<Operand>>,
        asked: RwSignal<Option<Operation>>,
    ) -> Self {
        Self {
            object: StoredValue::new(object),
            operand,
            asked,
            force: RwSignal::new(false),
            progress: Progress::new(),
            session: use_session(),
        }
    }

    /// The operation as the dialog stands now.
    pub(super) fn operation(self) -> Option<Operation> {
        self.asked.get().map(|operation| match operation {
            Operation::Stop { .. } => Operation::Stop { force: self.force.get() },
            Operation::Start | Operation::Kill => operation,
        })
    }

    /// The verb of the operation.
    pub(super) fn verb(self) -> &'static str {
        self.asked.get().map_or("", Operation::verb)
    }

    /// Forgets what was entered; force in particular is chosen anew each time.
    pub(super) fn close(self) {
        self.progress.end();
        self.asked.try_set(None);
        self.force.try_set(false);
    }

    /// Why the button cannot be used now. What has gone meanwhile needs no ending any more.
    pub(super) fn obstacle(self) -> Option<String> {
        let kind = self.object.with_value(Object::kind);
        match self.operand.get() {
            None => Some(format!("The {kind} is gone.")),
            Some(operand) => self.operation()?.refusal(&operand, &self.session.account()),
        }
    }

    /// Does what the dialog says. It closes when that is done, and stays when it is not.
    pub(super) fn carry_out(self, means: Means) {
        let Some(operation) = untrack(|| self.operation()) else { return };
        let object = self.object.get_value();
        let turn = self.progress.begin();
        spawn_local(async move {
            let requests = [operation.request(&object)];
            let outcome = means.send(&requests).await;
            means.changed(&requests);
            let is_open = self.progress.is_at(turn);
            match outcome {
                Ok(warning) => {
                    if is_open {
                        self.close();
                    }
                    let undo = operation.undo().map(|undo| undo.request(&object));
                    let name = object.name().to_owned();
                    means.tell(operation.done(&object), name, undo.into_iter().collect(), warning);
                }
                Err(error) if is_open => self.progress.fail(error),
                Err(error) => {
                    let verb = operation.verb();
                    let words = format!("{verb} did not succeed for {}", object.name());
                    means.toasts.failed(words, error.words(), None::<fn()>);
                }
            }
        });
    }
}
