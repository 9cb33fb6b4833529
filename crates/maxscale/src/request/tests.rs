//! What is sent is what was meant, and what is shown can be typed without telling a secret.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::name::{FilterName, MonitorName, ServerName, ServiceName};
use crate::object::{Kind, Object};

const API: &str = "http://127.0.0.1:8989/v1/";

fn server(name: &str) -> Object {
    ServerName::new(name).into()
}

/// The words of a line, as a POSIX shell reads them.
fn shell_words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut chars) = (vec![], None::<String>, line.chars());
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\n' => words.extend(word.take()),
            '\'' => {
                let open = word.get_or_insert_default();
                open.extend(chars.by_ref().take_while(|c| *c != '\''));
            }
            '\\' => word.get_or_insert_default().extend(chars.next()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[test]
fn a_request_reads_as_one_would_type_it() {
    let request = Request::new(Verb::Put, "servers/it%27s/set")
        .option("state", "maintenance")
        .maxctrl(&["set", "server", "it's", "maintenance"])
        .option("force", "yes");
    assert_eq!(
        request.curl(API, "admin"),
        "curl -u admin -X PUT \
         'http://127.0.0.1:8989/v1/servers/it%27s/set?state=maintenance&force=yes'"
    );
    assert_eq!(
        request.as_maxctrl().as_deref(),
        Some(r"maxctrl set server 'it'\''s' maintenance --force")
    );
    assert_eq!(request.body(), None);
}

#[test]
fn parameters_are_patched_with_their_types() {
    let plain = |value: Value| Parameter::Plain(value);
    let request = Request::alter(
        &server("db1"),
        &[("port", plain(json!(3307))), ("rank", plain(json!("secondary")))],
    );
    assert_eq!((request.verb, request.url().as_str()), (Verb::Patch, "servers/db1"));
    let body = r#"{"data":{"attributes":{"parameters":{"port":3307,"rank":"secondary"}},"id":"db1","type":"servers"}}"#;
    assert_eq!(request.body().as_deref(), Some(body));
    assert_eq!(
        request.curl(API, "admin"),
        format!(
            "curl -u admin -X PATCH -H 'Content-Type: application/json' --data '{body}' \
             {API}servers/db1"
        )
    );
    assert_eq!(
        request.as_maxctrl().as_deref(),
        Some("maxctrl alter server db1 port 3307 rank secondary")
    );
}

#[test]
fn a_secret_is_sent_and_never_shown() {
    let secret = Parameter::Secret(Secret::new("hunter2"));
    let alter = Request::alter(&MonitorName::new("M").into(), &[("a/b", secret)]);
    let create = Request::new(Verb::Post, "users/inet")
        .with_body(json!({"data": {"id": "me", "attributes": {"password": ""}}}))
        .with_secret("/data/attributes/password", Secret::new("hunter2"));
    for request in [&alter, &create] {
        assert!(request.body().unwrap().contains(r#""hunter2""#));
        let maxctrl = request.as_maxctrl().unwrap_or_default();
        for shown in [request.curl(API, "admin"), maxctrl, format!("{request:?}")] {
            assert!(!shown.contains("hunter2"), "{shown}");
        }
        assert!(request.curl(API, "admin").contains(r#":"***""#));
    }
    assert_eq!(alter.as_maxctrl().as_deref(), Some("maxctrl alter monitor M a/b '***'"));
}

#[test]
fn relationships_are_replaced_and_maxctrl_links_the_difference() {
    let service = Object::from(ServiceName::new("S"));
    let (a, b, c) = (server("a"), server("b"), server("c"));
    let request = Request::relate(&service, Kind::Server, &[a.clone(), b.clone()], &[b, c]);
    assert_eq!(
        (request.verb, request.url().as_str()),
        (Verb::Patch, "services/S/relationships/servers")
    );
    assert_eq!(
        request.body().as_deref(),
        Some(r#"{"data":[{"id":"b","type":"servers"},{"id":"c","type":"servers"}]}"#)
    );
    assert_eq!(
        request.as_maxctrl().as_deref(),
        Some("maxctrl unlink service S a\nmaxctrl link service S c")
    );
    let filters = ["F1", "F2"].map(|name| Object::from(FilterName::new(name)));
    let request = Request::relate(&service, Kind::Filter, &[], &filters);
    assert_eq!(request.as_maxctrl().as_deref(), Some("maxctrl alter service-filters S F1 F2"));
    let request = Request::relate(&a, Kind::Service, &[], &[service]);
    assert_eq!(request.as_maxctrl(), None);
}

#[test]
fn module_commands_take_arguments_by_position_or_by_name() {
    let positional = Arguments::Positional(&["my mon", "a&b"]);
    let request = Request::call("mariadbmon", "async-switchover", &positional);
    assert_eq!(request.url(), "maxscale/modules/mariadbmon/async-switchover?my%20mon&a%26b");
    assert_eq!(
        request.as_maxctrl().as_deref(),
        Some("maxctrl call command mariadbmon async-switchover 'my mon' 'a&b'")
    );
    let named = Arguments::Named(&[("monitor", "M"), ("old_primary_maint", "true")]);
    let request = Request::call("mariadbmon", "switchover", &named);
    assert_eq!(
        request.url(),
        "maxscale/modules/mariadbmon/switchover?monitor=M&old_primary_maint=true"
    );
    assert_eq!(
        request.as_maxctrl().as_deref(),
        Some("maxctrl call command mariadbmon switchover monitor=M old_primary_maint=true")
    );
}

proptest! {
    #[test]
    fn a_shell_reads_the_words_back(name in "[^\0]*", value in "[^\0]*") {
        let parameter = Parameter::Plain(Value::from(value.as_str()));
        let request = Request::alter(&server(&name), &[("key", parameter)]);
        let maxctrl = request.as_maxctrl().unwrap();
        let expected = ["maxctrl", "alter", "server", &name, "key", &value];
        prop_assert_eq!(shell_words(&maxctrl), expected);
        let words = shell_words(&request.curl(API, &name));
        let url = format!("{API}{}", request.url());
        let body = request.body().unwrap();
        let json = "Content-Type: application/json";
        let expected =
            ["curl", "-u", &name, "-X", "PATCH", "-H", json, "--data", &body, &url];
        prop_assert_eq!(words, expected);
    }

    #[test]
    fn no_secret_is_shown_whatever_it_is(secret in "[^*\"\\\\]{6,}", name in "[a-z/~]{1,5}") {
        let parameter = Parameter::Secret(Secret::new(secret.as_str()));
        let request = Request::alter(&server("s"), &[(name.as_str(), parameter)]);
        let sent: Value = serde_json::from_str(&request.body().unwrap()).unwrap();
        prop_assert_eq!(&sent["data"]["attributes"]["parameters"][name.as_str()], &secret);
        let plain = Request::alter(&server("s"), &[(&name, Parameter::Plain(Value::from("***")))]);
        prop_assert_eq!(request.curl(API, "u"), plain.curl(API, "u"));
        prop_assert_eq!(request.as_maxctrl(), plain.as_maxctrl());
    }
}
