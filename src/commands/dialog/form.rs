//! What is entered in the dialog of a command, and what comes of that.

use leptos::prelude::*;
use maxscale::command::{Batch, Command, Danger, Input, Refusal, Subject, Values, kind_in_words};
use maxscale::impact::Impact;
use texts::dialog;

use super::progress::Progress;
use crate::commands::target::{Scope, Target};
use crate::state::session::{Session, use_session};

/// More objects than this are not a matter of one look: their number is typed.
pub(super) const MANY: usize = 10;

/// The state of the dialog, for as long as it is open. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) target: Target,
    pub(super) command: Command,
    /// The inputs, each with what was entered.
    pub(super) fields: StoredValue<Vec<(Input, Entered)>>,
    pub(super) progress: Progress,
    /// How many objects were said to be meant, where there are many.
    pub(super) typed_count: RwSignal<String>,
    /// What will be done, with what was entered so far. While it is carried out this stays as it
    /// was told to, and what was known last stays when the object goes.
    pub(super) proposal: Memo<Option<Proposal>>,
}

/// What was entered in an input.
#[derive(Clone, Copy)]
pub(super) enum Entered {
    Tick(RwSignal<bool>),
    Text(RwSignal<String>),
}

/// What will be done to which objects, and what that touches.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Proposal {
    pub(super) batch: Batch,
    pub(super) impact: Option<Impact>,
}

impl Proposal {
    /// The one object, whether it can be done to it or not.
    pub(super) fn subject(&self) -> Option<&Subject> {
        let refused = self.batch.refused.iter().map(|(subject, _)| subject);
        self.batch.accepted.iter().chain(refused).next()
    }

    /// Why it cannot be done to the one object.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        self.batch.refused.first().map(|(_, refusal)| *refusal)
    }
}

impl Form {
    pub(super) fn new(target: Target, command: Command) -> Self {
        let inputs = (command.details().inputs)(target.kind());
        let field = |input: &Input| match input {
            Input::Checkbox { .. } => (*input, Entered::Tick(RwSignal::new(false))),
            Input::TypedName { .. } => (*input, Entered::Text(RwSignal::new(String::new()))),
        };
        let fields = StoredValue::new(inputs.iter().map(field).collect::<Vec<_>>());
        let (progress, session) = (Progress::new(), use_session());
        let proposal = Memo::new(move |before: Option<&Option<Proposal>>| {
            let before = before.cloned().flatten();
            if progress.busy.get() && before.is_some() {
                return before;
            }
            propose(target, command, values(fields), session).or(before)
        });
        let typed_count = RwSignal::new(String::new());
        Self { target, command, fields, progress, typed_count, proposal }
    }

    /// How many objects it will be done to.
    pub(super) fn count(self) -> usize {
        self.proposal
            .with(|proposal| proposal.as_ref().map_or(0, |proposal| proposal.batch.accepted.len()))
    }

    /// What services lose by it, in sentences.
    pub(super) fn losses(self) -> Vec<String> {
        self.proposal.with(|proposal| {
            let impact = proposal.as_ref().and_then(|proposal| proposal.impact.as_ref());
            let can_be_done = self.count() > 0 && self.command.details().tells_impact;
            impact.filter(|_| can_be_done).map(Impact::losses).unwrap_or_default()
        })
    }

    /// How much it can break, here and now.
    pub(super) fn danger(self) -> Danger {
        let takes_away = self.command.details().tells_impact;
        if takes_away && (!self.losses().is_empty() || self.count() > MANY) {
            return Danger::High;
        }
        self.command.danger(&self.values())
    }

    /// What was entered.
    pub(super) fn values(self) -> Values {
        values(self.fields)
    }

    /// Why it cannot be done to the one object; some of a selection may be left out.
    pub(super) fn refusal(self) -> Option<Refusal> {
        if self.target.is_selection() {
            return None;
        }
        self.proposal.with(|proposal| proposal.as_ref().and_then(Proposal::refusal))
    }

    /// Why the button cannot be used now.
    pub(super) fn obstacle(self) -> Option<String> {
        let kind = self.target.kind();
        match self.target.scope {
            Scope::One(object) => {
                // What has gone meanwhile needs no ending any more.
                if self.target.subjects.with(Option::is_none) {
                    return Some(dialog::object_is_gone(kind_in_words(kind)));
                }
                let refusal = self.refusal().map(|why| why.words().to_owned());
                refusal.or_else(|| {
                    let values = self.values();
                    let inputs = (self.command.details().inputs)(kind).iter();
                    let mut obstacles = inputs.filter_map(|input| {
                        object.with_value(|object| input.obstacle(object, &values))
                    });
                    obstacles.next()
                })
            }
            Scope::Selection => self.proposal.with(|proposal| match proposal {
                None => Some(dialog::lists_not_read().to_owned()),
                Some(proposal) if proposal.batch.accepted.is_empty() => {
                    Some(dialog::all_refused().to_owned())
                }
                Some(proposal) => {
                    let count = proposal.batch.accepted.len();
                    let is_typed = self.typed_count.with(|typed| typed.trim() == count.to_string());
                    (count > MANY && !is_typed).then(|| dialog::count_not_typed().to_owned())
                }
            }),
        }
    }
}

fn values(fields: StoredValue<Vec<(Input, Entered)>>) -> Values {
    let enter = |values: Values, (input, entered): &(Input, Entered)| match entered {
        Entered::Tick(ticked) => values.with_tick(input.name(), ticked.get()),
        Entered::Text(text) => values.with_text(input.name(), text.get()),
    };
    fields.with_value(|fields| fields.iter().fold(Values::default(), enter))
}

fn propose(target: Target, command: Command, values: Values, session: Session) -> Option<Proposal> {
    let subjects = target.subjects.get()?;
    let batch = Batch::of(command, values, subjects, &session.account());
    // What one object takes with it is told whether it can be done or not.
    let impact = target.with_topology(|topology| {
        if target.is_selection() {
            return batch.impact(topology);
        }
        let all = batch.accepted.iter().chain(batch.refused.iter().map(|(subject, _)| subject));
        Impact::of(&all.filter_map(Subject::as_server).collect::<Vec<_>>(), topology)
    });
    Some(Proposal { batch, impact })
}
