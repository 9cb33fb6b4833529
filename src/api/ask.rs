//! What is asked of MaxScale: a request, and how its answer is read.
//!
//! Whatever is asked for, one kind of future waits for it: each further kind would be compiled for
//! itself.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use maxscale::request::Request;

use super::client::{How, read};
use super::error::ApiError;

/// Data of a type that only whoever asked for it knows.
pub type Thing = Arc<dyn Any + Send + Sync>;

/// A question that a `T` answers.
pub struct Ask<T> {
    plain: PlainAsk,
    kind: PhantomData<fn() -> T>,
}

/// A question without the type of its answer.
pub struct PlainAsk {
    request: Request,
    read: Box<Reads>,
}

type Reads = dyn FnOnce(&str) -> Result<Step, ApiError>;

enum Step {
    Done(Thing),
    Then(PlainAsk),
}

/// What a body comes to.
pub(super) enum Next<T> {
    /// The answer.
    Done(T),
    /// A further question.
    Ask(Ask<T>),
}

impl<T: Send + Sync + 'static> Ask<T> {
    /// Sends `request`, whose body `read` turns into the answer.
    pub(super) fn of(
        request: Request,
        read: impl FnOnce(&str) -> Result<T, ApiError> + 'static,
    ) -> Self {
        Self::in_steps(request, move |body| read(body).map(Next::Done))
    }

    /// The same, where the body may show that another question is needed.
    pub(super) fn in_steps(
        request: Request,
        read: impl FnOnce(&str) -> Result<Next<T>, ApiError> + 'static,
    ) -> Self {
        let read = move |body: &str| {
            Ok(match read(body)? {
                Next::Done(answer) => Step::Done(Arc::new(answer)),
                Next::Ask(ask) => Step::Then(ask.plain),
            })
        };
        Self { plain: PlainAsk { request, read: Box::new(read) }, kind: PhantomData }
    }

    /// Without the type of its answer.
    pub fn plain(self) -> PlainAsk {
        self.plain
    }

    /// Waits for the answer.
    pub async fn answer(self) -> Result<Arc<T>, ApiError> {
        let answer = self.plain.answer(How::USUAL).await?.downcast();
        answer.map_err(|_| ApiError::Unreadable("it is of another kind".to_owned()))
    }
}

impl PlainAsk {
    /// Waits for the answer; `how` is for the first request.
    pub async fn answer(mut self, mut how: How) -> Result<Thing, ApiError> {
        loop {
            let body = read(&self.request, how).await?;
            match (self.read)(&body)? {
                Step::Done(answer) => return Ok(answer),
                Step::Then(next) => self = next,
            }
            how = How::USUAL;
        }
    }
}
