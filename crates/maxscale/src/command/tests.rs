//! The table of commands, and the rules of those that are in it.

mod batch;
mod refusals;
mod requests;
mod sentences;

use super::fixtures::{listener, monitor, monitored, service, session};
use super::*;

/// An object of each kind that something can be done to.
fn subjects() -> [Subject; 5] {
    let server = monitored("Slave, Running", 3, super::fixtures::MARIADB, "readwritesplit");
    [server, service(2, "Started"), listener("Running"), monitor("Running"), session()]
}

#[test]
fn each_command_has_a_word_and_a_key_of_its_own() {
    for (at, command) in Command::ALL.iter().enumerate() {
        assert_eq!(Command::find(command.key()), Some(*command));
        let others = Command::ALL.iter().skip(at + 1);
        assert!(others.clone().all(|other| other.key() != command.key()), "{command:?}");
        let shortcut = command.shortcut();
        assert!(shortcut.is_none() || others.clone().all(|other| other.shortcut() != shortcut));
    }
    assert_eq!(Command::find("nothing"), None);
}

#[test]
fn each_command_is_whole_for_each_kind_it_is_offered_for() {
    for subject in subjects() {
        let object = subject.object();
        for command in Command::offered(object.kind()) {
            let (details, values) = (command.details(), Values::default());
            let one = std::slice::from_ref(&subject);
            assert!(!(details.sentence)(one, &values, None).is_empty(), "{command:?} {object:?}");
            assert!(!(details.requests)(&subject, &values).is_empty());
            assert!((details.done)(&object, &values).contains(object.name()));
            let title = command.title(&object);
            assert!(title.starts_with(command.label().split(' ').next().unwrap()));
            assert!(title.contains(object.name()) && !title.contains("{}"));
        }
    }
}

#[test]
fn titles_name_the_kind_unless_it_is_a_server() {
    let [server, service, ..] = subjects().map(|subject| subject.object());
    assert_eq!(Command::ReturnToService.title(&server), "Return db2 to service");
    assert_eq!(Command::Stop.title(&service), "Stop service RW");
    assert_eq!(Command::Maintain.label_in_menu(Kind::Server), "Maintain");
    assert_eq!(Command::Stop.label_in_menu(Kind::Listener), "Stop listener");
    assert_eq!(Command::Maintain.title_of_many(1), "Maintain 1 server");
    assert_eq!(Command::ReturnToService.title_of_many(3), "Return 3 servers to service");
}

#[test]
fn only_what_ends_or_destroys_is_dangerous() {
    let forced = Values::default().with_tick("force", true);
    let plain = Values::default();
    let high = |values: &Values| {
        let all = Command::ALL.iter().copied();
        all.filter(|command| command.danger(values) == Danger::High).collect::<Vec<_>>()
    };
    assert_eq!(high(&plain), [Command::Delete, Command::Kill]);
    assert_eq!(high(&forced), [Command::Maintain, Command::Delete, Command::Stop, Command::Kill]);
}

#[test]
fn a_name_must_be_typed_as_it_is() {
    let [server, ..] = subjects().map(|subject| subject.object());
    let [input] = (Command::Delete.details().inputs)(Kind::Server) else { panic!("one input") };
    let typed = |text: &str| Values::default().with_text("typed", text);
    assert_eq!(
        input.obstacle(&server, &typed("db")).as_deref(),
        Some("Type the server’s name to confirm.")
    );
    assert_eq!(input.obstacle(&server, &typed("db2")), None);
}
