//! The console's files, held in memory and answered by name.

mod encoding;
mod file;
mod source;

use std::collections::HashMap;

use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_ENCODING, ALLOW, CONTENT_ENCODING, VARY};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use crate::{Bundle, StartError};
use encoding::Encoding;
use file::File;

const INDEX: &str = "index.html";

/// The files by name. A file `app.js` may have compressed siblings `app.js.br` and `app.js.gz`.
pub(crate) struct Files(HashMap<String, File>);

impl Files {
    /// Reads all of the bundle.
    pub(crate) fn load(bundle: &Bundle) -> Result<Self, StartError> {
        let files: HashMap<_, _> =
            source::read(bundle)?.into_iter().map(|(name, body)| (name, File::new(body))).collect();
        if !files.contains_key(INDEX) {
            return Err(StartError::NoBundle(source::place(bundle)));
        }
        Ok(Self(files))
    }

    /// Answers a request for the file `name`; the empty name is the page itself. There is no
    /// other fallback, for the console's routes never reach the server.
    pub(crate) fn answer(&self, name: &str, request: &Request) -> Response {
        let name = if name.is_empty() { INDEX } else { name };
        let Some(plain) = self.0.get(name) else {
            return (StatusCode::NOT_FOUND, "There is no such file.").into_response();
        };
        if ![Method::GET, Method::HEAD].contains(request.method()) {
            return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
        }
        let (file, encoding) = self.best_form(name, plain, request.headers());
        let mut response = file.answer(name, request.headers());
        let headers = response.headers_mut();
        headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Some(encoding) = encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.word()));
        }
        response
    }

    fn best_form<'f>(
        &'f self,
        name: &str,
        plain: &'f File,
        headers: &HeaderMap,
    ) -> (&'f File, Option<Encoding>) {
        let accepted = headers.get_all(ACCEPT_ENCODING);
        let compressed = Encoding::BEST_FIRST.into_iter().find_map(|encoding| {
            let file = self.0.get(&format!("{name}.{}", encoding.suffix()))?;
            encoding.is_accepted_by(accepted.iter()).then_some((file, Some(encoding)))
        });
        compressed.unwrap_or((plain, None))
    }
}
