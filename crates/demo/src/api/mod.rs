//! The REST API over the world: one exchange after the other (rest-api.md 1–5).

pub mod answer;
mod auth;
mod body;
mod classifier;
mod commands;
mod condition;
mod create;
mod debug;
mod document;
mod fields;
mod filter;
mod filter_diagnostics;
mod filters;
mod json_error;
mod json_path;
mod key_order;
mod last_modified;
mod links;
mod listeners;
mod listing;
mod log_messages;
pub mod logs;
mod maxscale;
mod memory;
mod modules;
mod monitors;
mod objects;
mod page;
pub mod request;
pub mod response;
mod roles;
mod routes;
mod server_info;
mod servers;
mod service_statistics;
mod services;
mod sessions;
mod sharing;
pub mod sql;
mod status;
mod threads;
mod time;
mod users;

use crate::access::accounts::Accounts;
use crate::access::credentials::Credentials;
use crate::access::roles::Permission;
use crate::access::token::Signer;
use crate::access::{Caller, Denial, identify};
use crate::sql::connections::Connections;
use crate::world::World;
use crate::world::log::Priority;
use answer::{Answer, Outcome, Refusal};
use http::header::{HeaderName, WWW_AUTHENTICATE};
use http::{Response, StatusCode};
use last_modified::LastModified;
use request::{Request, Verb};
use sql::Step;
use sql::background::Background;
use std::sync::Arc;
use std::time::SystemTime;

/// The API with all that it needs between two requests.
pub struct Api {
    /// The world that it tells of.
    pub world: World,
    /// The accounts.
    pub accounts: Accounts,
    /// Who signs tokens.
    pub signer: Signer,
    /// The SQL connections.
    pub sql: Arc<Connections>,
    /// When the simulation began.
    pub began: SystemTime,
    last_modified: LastModified,
}

/// What a request leads to.
pub enum Reply {
    /// A response.
    Done(Response<Vec<u8>>),
    /// Work beside the API, and a response then.
    Background(Box<Background>),
}

impl Api {
    /// An API over a world.
    #[must_use]
    pub fn new(
        mut world: World,
        accounts: Accounts,
        signer: Signer,
        sql: Arc<Connections>,
        began: SystemTime,
    ) -> Self {
        world.remember_file();
        Self { world, accounts, signer, sql, began, last_modified: LastModified::default() }
    }

    /// The response to a request that nothing is done about, for trouble that was asked for.
    #[must_use]
    pub fn failure(status: u16) -> Response<Vec<u8>> {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response::raw(
            status,
            match status {
                StatusCode::SERVICE_UNAVAILABLE => "MaxScale is shutting down",
                StatusCode::UNAUTHORIZED => "Access denied",
                StatusCode::FORBIDDEN => "Administrative access required",
                _ => "This request was made to fail.",
            },
        )
    }

    /// One exchange.
    pub fn handle(&mut self, request: &http::Request<Vec<u8>>) -> Reply {
        let headers = request.headers().clone();
        let mut taken = Request::new(self.world.version, request.method(), request.uri(), headers);
        match self.answer(&mut taken, request.body()) {
            Step::Answer(outcome) => {
                let answer = outcome.unwrap_or_else(Answer::from);
                Reply::Done(self.respond(&taken, answer))
            }
            Step::Background(task) => {
                Reply::Background(Box::new(Background { request: taken, task }))
            }
        }
    }

    /// The response to a request that was answered.
    pub fn respond(&mut self, request: &Request, answer: Answer) -> Response<Vec<u8>> {
        let modified =
            self.last_modified.note(request, answer.status, self.world.started, self.world.now);
        response::build(request, answer, modified)
    }

    fn answer(&mut self, request: &mut Request, body: &[u8]) -> Step {
        if let Some(answer) = self.turn_away(request, body) {
            return Step::Answer(Ok(answer));
        }
        let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
        match (request.verb, path.as_slice()) {
            (Verb::Options | Verb::Unknown, _) => Step::Answer(self.route(request)),
            (_, ["sql", ..]) => sql::route(self, request),
            (Verb::Post, ["maxscale", "tls", "reload"]) => Step::Answer(Ok(self.reload_tls())),
            (Verb::Get, ["maxscale", "debug", "server_diagnostics"]) => {
                Step::Answer(debug::diagnostics(&self.world, &self.sql, request))
            }
            _ => Step::Answer(self.route(request)),
        }
    }

    /// `POST /maxscale/tls/reload`: the key that signs tokens is a new one too.
    fn reload_tls(&mut self) -> Answer {
        self.signer = Signer::new();
        let text = "TLS certificates successfully reloaded.".to_owned();
        self.world.note(Priority::Notice, text);
        Answer::done()
    }

    /// The answer to a request that no resource has to see.
    fn turn_away(&mut self, request: &mut Request, body: &[u8]) -> Option<Answer> {
        let version = request.version;
        let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
        match path.as_slice() {
            ["auth"] if request.query.is_on("logout") => return Some(auth::sign_out(version)),
            ["auth"] => return Some(self.sign_in(request)),
            ["logout"] if version.has_roles() => return Some(auth::sign_out(version)),
            ["login"] if version.has_roles() => return Some(auth::ask(request)),
            _ => {}
        }
        let is_about_oneself = version.has_roles() && path == ["whoami"];
        let caller = match self.admit(request) {
            Ok(caller) => caller,
            Err(denial) => return Some(denied(denial, request)),
        };
        if is_about_oneself && request.verb == Verb::Get {
            let now = self.world.now;
            return Some(auth::who_am_i(&self.accounts, &self.signer, request, &caller, now));
        }
        if let Err(problem) = request.read_body(body) {
            return Some(Answer::raw(StatusCode::BAD_REQUEST, &problem));
        }
        None
    }

    fn sign_in(&mut self, request: &Request) -> Answer {
        let now = self.world.now;
        let longest = self.world.longest_login();
        let answer = auth::sign_in(&mut self.accounts, &self.signer, request, now, longest);
        let credentials = Credentials::from_authorization(&request.headers);
        if answer.status.is_success() {
            self.log_login(request, &credentials);
        } else {
            self.log_failed_login(request, &credentials);
        }
        answer
    }

    /// Lets a request in, or not, and says so in the log.
    fn admit(&mut self, request: &Request) -> Result<Caller, Denial> {
        let credentials = Credentials::of(request.version, &request.headers);
        let caller = identify(&mut self.accounts, &self.signer, &credentials, self.world.now);
        let caller = caller.inspect_err(|_| self.log_failed_login(request, &credentials))?;
        let allowed = caller.require(&self.accounts.roles, needed(request));
        allowed.inspect_err(|_| self.log_forbidden(request, &caller.user))?;
        self.log_login(request, &credentials);
        Ok(caller)
    }

    /// Lets a resource answer; a refused request changes nothing, however far it got. The copy to
    /// go back to shares what is not changed.
    fn route(&mut self, request: &Request) -> Outcome {
        if request.verb.only_reads() {
            return routes::route(&mut self.world, &mut self.accounts, request);
        }
        let deletion_message = log_messages::deletion_message(&self.world, request);
        let before = (self.world.clone(), self.accounts.clone());
        let outcome = self.change(request);
        let warnings = self.world.take_warnings().join(";");
        let with_warnings = |answer: Answer| match warnings.as_str() {
            "" => answer,
            text => answer.with_header(HeaderName::from_static("mxs-warning"), text),
        };
        let answer = match outcome {
            Ok(answer) => {
                let answer = with_warnings(answer);
                self.log_change(request, &answer, deletion_message);
                answer
            }
            Err(mut refusal) => {
                (self.world, self.accounts) = before;
                self.throttle(request, &mut refusal);
                with_warnings(refusal.into())
            }
        };
        Ok(answer)
    }

    /// Takes the words out of a refusal that came too often: MaxScale takes them from its log. What
    /// is not there, and what a state forbids, it says by itself.
    fn throttle(&mut self, request: &Request, refusal: &mut Refusal) {
        let says_itself = refusal.status != StatusCode::BAD_REQUEST
            || request.path.last().is_some_and(|part| part == "set" || part == "clear");
        if !says_itself {
            refusal.details.retain(|detail| self.world.lets_message_pass(detail));
        }
    }

    /// Lets a resource change something. A path that is not there comes first, then a body that
    /// is, then a change that cannot be shared.
    fn change(&mut self, request: &Request) -> Outcome {
        let users = self.accounts.fingerprint();
        let is_shared = sharing::takes_part(request) && !request.query.is_off("sync");
        let shared = if is_shared { self.world.begin_shared_change(&users) } else { Ok(()) };
        let cluster = self.world.sync_cluster().map(str::to_owned).filter(|_| is_shared);
        let outcome = routes::route(&mut self.world, &mut self.accounts, request);
        if outcome.as_ref().is_err_and(|refusal| refusal.status == StatusCode::NOT_FOUND) {
            return outcome;
        }
        if sharing::needs_body(request) {
            request.body()?;
        }
        if let Err(problem) = shared {
            self.world.take_warnings();
            return Err(problem.into());
        }
        let answer = outcome?;
        let users = self.accounts.fingerprint();
        self.world.share_change(cluster.as_deref(), &users);
        if !is_shared && sharing::takes_part(request) {
            self.world.keep_change_local(&users);
        }
        Ok(answer)
    }
}

/// The permissions of which one is needed for a request (rest-api.md 2.3, maxscale-25.md 6.2).
fn needed(request: &Request) -> &'static [Permission] {
    let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
    let (has_roles, reads) = (request.version.has_roles(), request.verb.only_reads());
    match path.as_slice() {
        ["sql", ..] => &[Permission::Sql],
        ["whoami"] if has_roles => {
            &[Permission::View, Permission::Sql, Permission::Edit, Permission::Admin]
        }
        ["users" | "roles", ..] if has_roles => &[Permission::Admin],
        ["maxscale"] | ["servers" | "services" | "listeners", ..] if reads => {
            &[Permission::View, Permission::Sql]
        }
        _ if reads => &[Permission::View],
        _ => &[Permission::Edit],
    }
}

fn denied(denial: Denial, request: &Request) -> Answer {
    match denial {
        Denial::Forbidden => Answer::raw(StatusCode::FORBIDDEN, "Administrative access required"),
        Denial::Unknown { offer } => {
            let answer = Answer::raw(StatusCode::UNAUTHORIZED, "Access denied");
            let by_script = HeaderName::from_static("x-requested-with");
            let is_script = request
                .headers
                .get(by_script)
                .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"XMLHttpRequest"));
            if offer && !is_script {
                answer.with_header(WWW_AUTHENTICATE, "Basic realm=\"maxscale\"")
            } else {
                answer
            }
        }
    }
}
