//! Removing a server from MaxScale's configuration.

use super::input::TYPED_NAME;
use super::primary::succession;
use super::{Danger, Details, Entry, Subject, Symbol, Values, is_gone, named, nothing};
use crate::impact::Impact;
use crate::object::Kind;
use crate::request::{Request, Verb};
use crate::server::Server;
use texts::{commands, listed, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "delete",
    label: commands::delete,
    title: |what| commands::delete_what(what),
    symbol: Symbol::Trash,
    kinds: &[Kind::Server],
    shortcut: None,
    bulk: false,
    danger: |_| Danger::High,
    refusal: |_, _| None,
};

pub(super) static DETAILS: Details = Details {
    inputs: |_| &[TYPED_NAME],
    sentence,
    notes: |subject, _| subject.as_server().and_then(succession).into_iter().collect(),
    tells_impact: true,
    requests,
    undo: nothing,
    done: |server, _| commands::deleted(server.name()),
    is_done: is_gone,
    cannot: |what| commands::cannot_delete(what),
    failed: commands::delete_failed,
    leaves_page: true,
};

/// What a monitor or a service uses is unlinked from it by force.
fn requests(subject: &Subject, _: &Values) -> Vec<Request> {
    let object = subject.object();
    let linked = subject.as_server().is_some_and(|context| {
        context.server.monitor.is_some() || !context.server.services.is_empty()
    });
    let request =
        Request::new(Verb::Delete, object.path()).maxctrl(&["destroy", "server", object.name()]);
    vec![if linked { request.option("force", "yes") } else { request }]
}

fn sentence(subjects: &[Subject], _: &Values, impact: Option<&Impact>) -> String {
    match subjects {
        [Subject::Server(context)] => sentence_for_one(&context.server, impact),
        _ => String::new(),
    }
}

/// Services that reach the server through its monitor are not unlinked from
/// it, but lose it with the monitor (recording lifecycle).
fn sentence_for_one(server: &Server, impact: Option<&Impact>) -> String {
    let name = &server.name;
    let services = || impact.into_iter().flat_map(|impact| &impact.services);
    let unlinked =
        services().filter(|one| one.names_it).map(|one| named(&one.service.clone().into()));
    let monitor = server.monitor.iter().map(|monitor| named(&monitor.clone().into()));
    let first = match listed(&monitor.chain(unlinked).collect::<Vec<_>>()) {
        None => sentences::delete_unused(name),
        Some(links) => sentences::delete_linked(name, links),
    };
    let others =
        services().filter(|one| !one.names_it).map(|one| named(&one.service.clone().into()));
    match listed(&others.collect::<Vec<_>>()) {
        None => first,
        Some(others) => format!("{first} {}", sentences::lost_to(others)),
    }
}
