//! What one types finds what one means, best first.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use maxscale::collection;
use maxscale::name::ServerName;

fn index() -> Index {
    let servers = r#"{"data":[
        {"id":"shop-db1","attributes":{"state":"Master, Running","version_string":"10.11.6-MariaDB",
            "parameters":{"address":"10.0.0.1","port":3306}},
            "relationships":{"monitors":{"data":[{"id":"Shop"}]}}},
        {"id":"shop-db2","attributes":{"state":"Slave, Running","gtid_current_pos":"0-3001-77",
            "parameters":{"address":"10.0.0.2","port":3307}},
            "relationships":{"monitors":{"data":[{"id":"Shop"}]}}},
        {"id":"db2","attributes":{"state":"Maintenance, Running"}},
        {"id":"mydb2x","attributes":{"state":"Down"}}]}"#;
    let monitors =
        r#"{"data":[{"id":"Shop","attributes":{"state":"Running","module":"mariadbmon"}}]}"#;
    let services = r#"{"data":[{"id":"RW-Split","attributes":{"state":"Started",
        "router":"readwritesplit"}}]}"#;
    let sessions = r#"{"data":[{"id":"22","attributes":{"user":"app","remote":"10.9.9.9"}}]}"#;
    Index::of(Lists {
        servers: Arc::new(collection(servers).unwrap()),
        monitors: Arc::new(collection(monitors).unwrap()),
        services: Arc::new(collection(services).unwrap()),
        sessions: Arc::new(collection(sessions).unwrap()),
        ..Lists::default()
    })
}

fn others() -> Vec<Vec<String>> {
    [["Servers"], ["Refresh now"]].map(|names| names.map(str::to_owned).to_vec()).to_vec()
}

/// What is found, each by its words; disabled commands in brackets.
fn found(text: &str) -> Vec<String> {
    let words = |hit: Hit| match hit {
        Hit::Object { object, .. } => object.name().to_owned(),
        Hit::Command(hit) if hit.disabled => format!("({})", hit.words),
        Hit::Command(hit) => hit.words,
        Hit::Other(at) => others()[at][0].clone(),
    };
    let found = index().find(text, &others(), &Account::Admin);
    assert_eq!(found.more, 0);
    found.hits.into_iter().map(words).collect()
}

fn detail(text: &str) -> String {
    let found = index().find(text, &[], &Account::Admin);
    match found.hits.first() {
        Some(Hit::Object { detail, .. }) => detail.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_better_name_comes_first() {
    let all = found("db2");
    let objects: Vec<&String> = all.iter().filter(|one| !one.contains(' ')).collect();
    assert_eq!(objects, ["db2", "shop-db2", "mydb2x"]);
    assert_eq!(
        found("shop"),
        ["Shop", "(Start monitor Shop)", "Stop monitor Shop", "shop-db1", "shop-db2"]
    );
    assert_eq!(found("nothing of this"), [""; 0]);
    assert_eq!(found("  "), [""; 0]);
}

#[test]
fn an_exact_match_lists_its_actions() {
    assert_eq!(
        found("DB2")[..5],
        ["db2", "Maintain db2", "(Drain db2)", "Return db2 to service", "Delete db2"]
    );
    assert_eq!(
        found("readwrite"),
        [
            "RW-Split",
            "(Start service RW-Split)",
            "Stop service RW-Split",
            "Reload service RW-Split"
        ]
    );
    assert_eq!(found("22"), ["22", "Kill session 22"]);
}

#[test]
fn words_come_in_any_order() {
    for text in ["maintain shop-db2", "shop-db2 maintain", "mai shop 2", "Maintain 10.0.0.2"] {
        assert_eq!(found(text), ["Maintain shop-db2"], "{text}");
    }
    assert_eq!(found("return db2")[0], "Return db2 to service");
    assert_eq!(found("stop service rw"), ["Stop service RW-Split"]);
    assert_eq!(
        found("rw split"),
        [
            "RW-Split",
            "(Start service RW-Split)",
            "Stop service RW-Split",
            "Reload service RW-Split"
        ]
    );
}

#[test]
fn addresses_and_attributes_match_and_are_shown() {
    assert_eq!(found("3307")[0], "shop-db2");
    assert_eq!(detail("3307"), "10.0.0.2:3307 · Replica");
    assert_eq!(detail("0-3001"), "10.0.0.2:3307 · Replica · 0-3001-77");
    assert_eq!(detail("10.11.6"), "10.0.0.1:3306 · Primary · 10.11.6-MariaDB");
    assert_eq!(found("master")[0], "shop-db1");
    assert_eq!(found("primary")[0], "shop-db1");
    assert_eq!(found("app@10.9")[0], "22");
    assert_eq!(found("mariadbmon")[0], "Shop");
}

#[test]
fn pages_and_commands_are_found_by_their_words() {
    assert_eq!(found("servers")[0], "Servers");
    assert_eq!(found("now refresh"), ["Refresh now"]);
}

#[test]
fn a_reason_is_told_and_only_what_has_no_more_to_say_is_disabled() {
    let command =
        |text: &str, account: &Account| match index().find(text, &[], account).hits.first() {
            Some(Hit::Command(hit)) => hit.clone(),
            other => panic!("{other:?}"),
        };
    let primary = command("maintain shop-db1", &Account::Admin);
    assert!(!primary.disabled && primary.reason.contains("Switch over"), "{primary:?}");
    let served = command("return shop-db2", &Account::Admin);
    assert!(served.disabled && served.reason == "Already in service.", "{served:?}");
    assert!(command("maintain shop-db2", &Account::Basic).disabled);
    assert_eq!(command("stop service", &Account::Admin).command, Command::Stop);
}

#[test]
fn a_thousand_are_counted_and_fifty_shown() {
    let server = |n: usize| format!(r#"{{"id":"s{n}","attributes":{{"state":"Slave, Running"}}}}"#);
    let all: Vec<String> = (0..1_000).map(server).collect();
    let servers = collection(&format!(r#"{{"data":[{}]}}"#, all.join(","))).unwrap();
    let index = Index::of(Lists { servers: Arc::new(servers), ..Lists::default() });
    let found = index.find("drain", &[], &Account::Admin);
    assert_eq!((found.hits.len(), found.more), (SHOWN, 950));
    let one = Object::from(ServerName::new("s999"));
    assert!(index.look_up(&one).is_some() && index.find("s999", &[], &Account::Admin).more == 0);
}

#[test]
fn words_of_the_language_shown_are_found_beside_the_english_ones() {
    texts::speak(Some(texts::german()));
    assert_eq!(found("sitzung"), ["22", &Command::Kill.title(&session())]);
    assert_eq!(found("session")[0], "22");
    assert_eq!(found("master")[0], "shop-db1");
    let maintain = Command::Maintain.title(&ServerName::new("shop-db2").into());
    assert_eq!(found("maintain shop-db2"), [maintain.as_str()]);
    assert_eq!(found(&maintain.to_uppercase())[0], maintain);
    let verb = Command::Maintain.label().split(' ').find(|word| word.len() > 3).unwrap();
    assert!(found(&format!("shop-db2 {verb}")).contains(&maintain), "{verb}");
    let names = [vec!["Übersicht".to_owned(), "Dashboard".to_owned()]];
    for text in ["ÜBERS", "dash"] {
        let found = index().find(text, &names, &Account::Admin);
        assert_eq!(found.hits, [Hit::Other(0)], "{text}");
    }
    texts::speak(None);
}

fn session() -> Object {
    Object::Session(maxscale::name::SessionId::new("22"))
}

#[test]
fn commands_are_found_by_german_and_english_words_in_german() {
    texts::speak(Some(texts::german()));
    for text in ["wartung shop-db2", "In Wartung nehmen shop-db2", "maintain shop-db2"] {
        assert_eq!(found(text), ["shop-db2 in Wartung nehmen"], "{text}");
    }
    assert_eq!(found("löschen shop-db2"), ["shop-db2 löschen"]);
    assert_eq!(found("stop service rw"), ["Service RW-Split stoppen"]);
    texts::speak(None);
}
