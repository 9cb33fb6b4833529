//! A GET whose answer has a type: what is asked of MaxScale, and how the answer is read.

use maxscale::configuration::{Configured, complete};
use maxscale::fieldset::Fieldset;
use maxscale::request::{Request, Verb};
use maxscale::resource::FromResource;
use maxscale::{Page, ParseError};

use super::error::ApiError;
use super::resource_kind::ResourceKind;
use super::transport::{ReadOptions, read};

/// What a `T` answers. Two with the same URL ask for the same thing.
pub struct Get<T> {
    request: Request,
    thin: Option<Thin<T>>,
    kind: ResourceKind,
    parse: fn(&str) -> Result<T, ApiError>,
}

/// A request for the part that changes by itself.
struct Thin<T> {
    request: Request,
    /// Completes the part from an answer before; false when it cannot.
    complete: fn(&mut T, &T) -> bool,
}

impl<T> Get<T> {
    /// A request for all of an object or a list.
    pub(super) fn new(
        kind: ResourceKind,
        path: impl Into<String>,
        parse: fn(&str) -> Result<T, ApiError>,
    ) -> Self {
        let request = Request::new(Verb::Get, path).option("pretty", "false");
        Self { request, thin: None, kind, parse }
    }

    /// Adds an option to the query.
    pub(super) fn option(mut self, name: &'static str, value: &str) -> Self {
        self.request = self.request.option(name, value);
        self
    }

    /// The request for the whole.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// What changes when something of this kind is changed.
    pub fn kind(&self) -> ResourceKind {
        self.kind
    }

    /// The request for the part that changes by itself, where there is one.
    pub fn thin_request(&self) -> Option<&Request> {
        self.thin.as_ref().map(|thin| &thin.request)
    }

    /// Reads the answer to the whole request.
    pub fn parse(&self, body: &str) -> Result<T, ApiError> {
        (self.parse)(body)
    }

    /// Reads the answer to the thin request, and completes it from an answer `before`. `None` when
    /// the whole has to be asked for.
    pub fn parse_thin(&self, body: &str, before: &T) -> Result<Option<T>, ApiError> {
        let Some(thin) = &self.thin else { return Ok(None) };
        let mut answer = self.parse(body)?;
        Ok((thin.complete)(&mut answer, before).then_some(answer))
    }

    /// Asks MaxScale, beside all that is kept.
    pub async fn send(&self) -> Result<T, ApiError> {
        let body = read(&self.request, ReadOptions::default()).await?;
        self.parse(&body)
    }
}

impl<T: FromResource> Get<T> {
    /// One object with all its fields.
    pub(super) fn object(kind: ResourceKind, path: impl Into<String>) -> Self {
        Self::new(kind, path, single)
    }

    /// One object with these fields.
    pub(super) fn object_with(kind: ResourceKind, path: impl Into<String>, fields: &str) -> Self {
        Self::object(kind, path).option(T::FIELDS.option, fields)
    }
}

impl<T: FromResource> Get<Vec<T>> {
    /// All objects of a kind with these fields.
    pub(super) fn list_with(kind: ResourceKind, fields: &str) -> Self {
        Self::new(kind, kind.path(), list).option(T::FIELDS.option, fields)
    }

    /// All objects of a kind, as lists show them.
    pub(super) fn list(kind: ResourceKind) -> Self {
        Self::list_with(kind, &T::FIELDS.listed())
    }
}

impl<T: FromResource + Configured> Get<Vec<T>> {
    /// The same, most times without what only somebody changes: with 1,000 servers that halves
    /// what a round reads.
    pub(super) fn thin_list(kind: ResourceKind) -> Self {
        let Fieldset { option, .. } = T::FIELDS;
        let thin = Self::new(kind, kind.path(), list).option(option, &T::FIELDS.thin());
        let complete = |list: &mut Vec<T>, before: &Vec<T>| complete(list, before);
        let thin = Thin { request: thin.request, complete };
        Self { thin: Some(thin), ..Self::list(kind) }
    }
}

impl<T: FromResource> Get<Page<T>> {
    /// A page of a list, as lists show it; `number` counts from 0.
    pub(super) fn page(kind: ResourceKind, size: u64, number: u64) -> Self {
        Self::new(kind, kind.path(), page)
            .option(T::FIELDS.option, &T::FIELDS.listed())
            .option("page[size]", &size.to_string())
            .option("page[number]", &number.to_string())
    }
}

fn single<T: FromResource>(body: &str) -> Result<T, ApiError> {
    maxscale::single(body).map_err(unreadable)
}

fn page<T: FromResource>(body: &str) -> Result<Page<T>, ApiError> {
    maxscale::page(body).map_err(unreadable)
}

fn list<T: FromResource>(body: &str) -> Result<Vec<T>, ApiError> {
    page(body).map(|page| page.items)
}

fn unreadable(error: ParseError) -> ApiError {
    ApiError::Unreadable(error.reason)
}
