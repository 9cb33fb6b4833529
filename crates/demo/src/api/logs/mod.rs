//! `/maxscale/logs`: what is logged, and the rows (rest-api.md 3.10, recording logs).

mod follow;
mod page;
mod row;
mod timestamp;

pub use follow::{Batch, Follow};

use super::answer::{Answer, Outcome};
use super::document::document;
use super::request::Request;
use crate::world::World;
use crate::world::log::Priority;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use http::header::{
    CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL, UPGRADE,
};
use page::Page;
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};

/// `GET /maxscale/logs`.
pub fn show(world: &World, request: &Request) -> Outcome {
    let names = [
        "log_debug",
        "log_info",
        "log_notice",
        "log_throttling",
        "log_warning",
        "maxlog",
        "ms_timestamp",
        "syslog",
    ];
    let value = |name: &str| (name.to_owned(), world.core.get(name).cloned().unwrap_or_default());
    let parameters: Map<String, Value> = names.map(value).into_iter().collect();
    let on = |priority: &Priority| priority.is_on(&world.core);
    let priorities: Vec<&str> =
        Priority::ALL.iter().filter(|priority| on(priority)).map(|one| one.name()).collect();
    let data = json!({
        "attributes": {
            "log_file": "/var/log/maxscale/maxscale.log",
            "log_priorities": priorities,
            "parameters": parameters,
        },
        "id": "logs",
        "type": "logs",
    });
    document(request, data)
}

/// `GET /maxscale/logs/data`.
pub fn data(world: &World, request: &Request) -> Outcome {
    let page = Page::asked_for(world, request)?;
    let attributes = match page.source {
        Some(source) => {
            let shown = |one| row::with_id(world.version, one);
            let rows: Vec<Value> = page.rows(world).map(shown).collect();
            json!({ "log": rows, "log_source": source })
        }
        None => json!({}),
    };
    let data = json!({ "attributes": attributes, "id": "log_data", "type": "log_data" });
    Ok(Answer::document(json!({ "data": data, "links": page.links(request) })))
}

/// `GET /maxscale/logs/entries`.
pub fn entries(world: &World, request: &Request) -> Outcome {
    let page = Page::asked_for(world, request)?;
    let entry = |source| page.rows(world).map(move |row| row::entry(world.version, row, source));
    let rows: Vec<Value> = page.source.into_iter().flat_map(entry).collect();
    let meta = json!({ "total": rows.len() });
    Ok(Answer::document(json!({ "data": rows, "links": page.links(request), "meta": meta })))
}

/// What a server appends to a client's key to show that it speaks WebSocket (RFC 6455, 1.3).
const PROOF: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// `GET /maxscale/logs/stream`: the rows as they come, over a WebSocket.
pub fn stream(world: &World, request: &Request) -> Outcome {
    let follow = Follow::begin(world, request)?;
    let header = |name| request.headers.get(name).and_then(|value| value.to_str().ok());
    // MaxScale takes exactly this word.
    if header(UPGRADE) != Some("websocket") {
        return Ok(Answer::empty(StatusCode::UPGRADE_REQUIRED).on_sql_thread());
    }
    let key = header(SEC_WEBSOCKET_KEY).unwrap_or_default();
    let proof = STANDARD.encode(Sha1::digest(format!("{key}{PROOF}")));
    let answer = Answer::empty(StatusCode::SWITCHING_PROTOCOLS)
        .with_header(SEC_WEBSOCKET_ACCEPT, &proof)
        .with_header(UPGRADE, "websocket")
        .with_header(CONNECTION, "Upgrade");
    let answer = match header(SEC_WEBSOCKET_PROTOCOL).filter(|protocol| !protocol.is_empty()) {
        Some(protocol) => answer.with_header(SEC_WEBSOCKET_PROTOCOL, protocol),
        None => answer,
    };
    Ok(Answer { stream: Some(follow), ..answer })
}
