//! A GET and its answers without their type: all that the cache does is compiled once.

use std::any::Any;
use std::sync::Arc;

use maxscale::request::Request;

use super::entry::Answer;
use crate::api::{ApiError, Get, ReadOptions, read};

/// Data of a type that only whoever asked for it knows.
pub type Data = Arc<dyn Any + Send + Sync>;

/// A GET without the type of its answer.
pub(super) trait ErasedGet {
    fn request(&self) -> &Request;
    fn thin_request(&self) -> Option<&Request>;
    fn parse(&self, body: &str) -> Result<Data, ApiError>;
    fn parse_thin(&self, body: &str, before: &Data) -> Result<Option<Data>, ApiError>;
    fn is_same(&self, a: &Data, b: &Data) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> ErasedGet for Get<T> {
    fn request(&self) -> &Request {
        self.request()
    }

    fn thin_request(&self) -> Option<&Request> {
        self.thin_request()
    }

    fn parse(&self, body: &str) -> Result<Data, ApiError> {
        self.parse(body).map(|answer| Arc::new(answer) as Data)
    }

    fn parse_thin(&self, body: &str, before: &Data) -> Result<Option<Data>, ApiError> {
        let Some(before) = before.downcast_ref() else { return Ok(None) };
        let answer = self.parse_thin(body, before)?;
        Ok(answer.map(|answer| Arc::new(answer) as Data))
    }

    fn is_same(&self, a: &Data, b: &Data) -> bool {
        matches!((a.downcast_ref::<T>(), b.downcast_ref::<T>()), (Some(a), Some(b)) if a == b)
    }
}

/// Reads: the part that changes by itself where there is data `before` to complete it from, or
/// the whole.
pub(super) async fn answer(
    get: &dyn ErasedGet,
    before: Option<Data>,
    mut options: ReadOptions,
) -> Result<(Data, Answer), ApiError> {
    if let (Some(thin), Some(before)) = (get.thin_request(), before) {
        let body = read(thin, options).await?;
        if let Some(data) = get.parse_thin(&body, &before)? {
            return Ok((data, Answer::Thin));
        }
        options = ReadOptions::default();
    }
    let body = read(get.request(), options).await?;
    Ok((get.parse(&body)?, Answer::Whole))
}
