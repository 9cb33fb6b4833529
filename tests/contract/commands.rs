//! The console's commands agree with what a real MaxScale answered, and are those of maxctrl.

use std::collections::BTreeMap;

use maxscale::account::Account;
use maxscale::command::{Command, Input, Refusal, Subject, Values};
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::object::Kind;
use maxscale::resource::FromResource;
use maxscale::server::Server;
use maxscale::server_context::Topology;
use maxscale::service::Service;
use maxscale::session::Session;
use maxscale::{collection, single};
use serde_json::Value;

use crate::recording::{Action, Exchange, Recording, recordings};

const VERSIONS: [&str; 3] = ["23.08", "24.02", "24.08"];

/// All objects as a conversation told of them last.
#[derive(Clone, Default)]
struct World {
    servers: BTreeMap<String, Server>,
    services: BTreeMap<String, Service>,
    listeners: BTreeMap<String, Listener>,
    monitors: BTreeMap<String, Monitor>,
    sessions: BTreeMap<String, Session>,
}

impl World {
    fn update(&mut self, exchange: &Exchange) {
        let is_whole = exchange.method == "GET" && !exchange.path.contains("fields");
        if !is_whole || exchange.answer.status != 200 {
            return;
        }
        let path = exchange.path.trim_start_matches("/v1/").split('?').next().unwrap();
        let body = &exchange.answer.body;
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["servers"] | ["servers", _] => read(body, &mut self.servers),
            ["services"] | ["services", _] => read(body, &mut self.services),
            ["listeners"] | ["listeners", _] => read(body, &mut self.listeners),
            ["monitors"] | ["monitors", _] => read(body, &mut self.monitors),
            ["sessions"] | ["sessions", _] => read(body, &mut self.sessions),
            _ => {}
        }
    }

    fn subjects(&self) -> Vec<Subject> {
        let monitors: Vec<Monitor> = self.monitors.values().cloned().collect();
        let topology = Topology { monitors: Some(&monitors), ..Topology::default() };
        let servers = self.servers.values().map(|one| Subject::server(one, topology));
        let services = self.services.values().cloned().map(Subject::Service);
        let listeners = self.listeners.values().cloned().map(Subject::Listener);
        let monitors = self.monitors.values().cloned().map(Subject::Monitor);
        let sessions = self.sessions.values().cloned().map(Subject::Session);
        servers.chain(services).chain(listeners).chain(monitors).chain(sessions).collect()
    }
}

fn read<T: FromResource>(body: &Value, into: &mut BTreeMap<String, T>) {
    let text = body.to_string();
    let (ids, all): (Vec<&Value>, Vec<T>) = match &body["data"] {
        Value::Array(data) => {
            into.clear();
            (data.iter().map(|one| &one["id"]).collect(), collection(&text).unwrap())
        }
        data => (vec![&data["id"]], vec![single(&text).unwrap()]),
    };
    into.extend(ids.into_iter().map(|id| id.as_str().unwrap().to_owned()).zip(all));
}

/// What can be entered for a command, in every way.
fn entered(command: Command, kind: Kind) -> Vec<Values> {
    let inputs = (command.details().inputs)(kind);
    let with = |values: Vec<Values>, input: &Input| match input {
        Input::Checkbox { name, .. } => {
            let both =
                |values: Values| [false, true].map(|tick| values.clone().with_tick(name, tick));
            values.into_iter().flat_map(both).collect()
        }
        Input::TypedName { .. } => values,
    };
    inputs.iter().fold(vec![Values::default()], with)
}

/// The command that sends this request, with what it would have said beforehand.
fn forecast(world: &World, exchange: &Exchange) -> Option<(Command, Option<Refusal>)> {
    let account = match exchange.answer.status {
        401 | 403 => Account::Basic,
        _ => Account::Admin,
    };
    let url = exchange.path.trim_start_matches("/v1/");
    for subject in world.subjects() {
        let kind = subject.object().kind();
        for command in Command::offered(kind) {
            for values in entered(command, kind) {
                let requests = (command.details().requests)(&subject, &values);
                let is_it = requests
                    .iter()
                    .any(|one| one.verb.word() == exchange.method && one.url() == url);
                if is_it {
                    return Some((command, command.refusal(&subject, &values, &account)));
                }
            }
        }
    }
    None
}

/// The objects at the start of a conversation of this version.
fn at_start(all: &[Recording]) -> World {
    let mut world = World::default();
    let idle = all.iter().find(|recording| recording.name == "resources-idle").unwrap();
    for step in &idle.steps {
        if let Action::Exchange(exchange) = &step.action {
            world.update(exchange);
        }
    }
    world
}

#[test]
fn what_maxscale_refused_is_refused_beforehand_and_nothing_else() {
    let (mut agreed, mut refused) = (0, 0);
    for version in VERSIONS {
        let all = recordings(version);
        let start = at_start(&all);
        for recording in &all {
            let mut world = start.clone();
            for step in &recording.steps {
                let Action::Exchange(exchange) = &step.action else { continue };
                if let Some((command, refusal)) = forecast(&world, exchange) {
                    let is_refused = refusal.is_some_and(Refusal::is_from_maxscale);
                    let what = format!(
                        "{version} {} {:?}: {command:?} {} is {} and was forecast {refusal:?}",
                        recording.name, step.note, exchange.path, exchange.answer.status
                    );
                    match exchange.answer.status {
                        200..300 => assert!(!is_refused, "{what}"),
                        400 | 401 | 403 => assert!(is_refused, "{what}"),
                        // It had gone.
                        404 => continue,
                        _ => panic!("{what}"),
                    }
                    agreed += 1;
                    refused += usize::from(is_refused);
                }
                world.update(exchange);
            }
        }
    }
    assert!(agreed > 50 && refused > 10, "{agreed} were compared, {refused} of them refusals");
}

/// The commands of maxctrl, each with its arguments and what the reference says of its options.
fn maxctrl() -> Vec<(Vec<String>, usize, String)> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/reference/maxctrl.md");
    let text = std::fs::read_to_string(file).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let row = |(command, options): (&str, &str)| {
        let (arguments, words): (Vec<&str>, Vec<&str>) =
            command.split(' ').partition(|word| word.starts_with(['<', '[']));
        (words.into_iter().map(str::to_owned).collect(), arguments.len(), options.to_owned())
    };
    rows.map(row).collect()
}

#[test]
fn each_line_for_maxctrl_is_a_command_of_maxctrl() {
    let (known, mut compared) = (maxctrl(), 0);
    let start = at_start(&recordings("24.02"));
    for subject in start.subjects() {
        let kind = subject.object().kind();
        for command in Command::offered(kind) {
            for values in entered(command, kind) {
                let details = command.details();
                let requests = (details.requests)(&subject, &values).into_iter();
                for request in requests.chain((details.undo)(&subject, &values)) {
                    let line = request.as_maxctrl().unwrap();
                    assert!(is_known(&line, &known), "{line}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 50, "{compared}");
    assert!(!is_known("maxctrl kill session 22", &known));
    assert!(!is_known("maxctrl start service RW --force", &known));
    assert!(is_known("maxctrl set server db1 maintenance --force", &known));
}

/// The names of the recorded world need no quotation marks.
fn is_known(line: &str, known: &[(Vec<String>, usize, String)]) -> bool {
    let (options, words): (Vec<&str>, Vec<&str>) =
        line.split(' ').skip(1).partition(|word| word.starts_with("--"));
    known.iter().any(|(command, arguments, of_options)| {
        words.starts_with(&command.iter().map(String::as_str).collect::<Vec<_>>())
            && words.len() == command.len() + arguments
            && options.iter().all(|option| of_options.contains(option))
    })
}
