//! The program itself: what it prints, and how it ends.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use http::StatusCode;

use crate::support::{bundle, get, send};

fn maxconsole(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maxconsole"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn fails(arguments: &[&str]) -> String {
    let Output { status, stderr, .. } = maxconsole(arguments).output().unwrap();
    assert!(!status.success());
    String::from_utf8(stderr).unwrap()
}

/// The lines that the program prints until it serves, and from then on.
fn lines(child: &mut Child) -> impl Iterator<Item = String> + use<> {
    BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap)
}

fn terminate(child: &mut Child) {
    let killed = Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(killed.success());
}

#[tokio::test]
async fn the_demo_tells_its_address_and_accounts_and_stops_when_told() {
    let files = bundle();
    let directory = files.path().to_str().unwrap();
    let mut child =
        maxconsole(&["demo", "--listen", "127.0.0.1:0", "--bundle", directory]).spawn().unwrap();
    let mut lines = lines(&mut child);
    let first = lines.next().unwrap();
    let address = first.strip_prefix("The console is at http://").unwrap().trim_end_matches('/');
    assert_eq!(send(address.parse().unwrap(), get("/")).await.status, StatusCode::OK);

    terminate(&mut child);
    let rest: Vec<String> = lines.collect();
    for words in ["simulated", "user admin, password mariadb", "user viewer, password viewer"] {
        assert!(rest.iter().any(|line| line.contains(words)), "{words}");
    }
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_version_that_is_not_simulated_is_refused() {
    let words = fails(&["demo", "--maxscale-version", "22.08"]);
    assert!(words.contains("there is no version \"22.08\" here, but 23.08, 24.02"), "{words}");
}

#[test]
fn a_password_in_the_address_is_not_repeated() {
    let words = fails(&["serve", "--maxscale", "http://admin:secret@127.0.0.1:8989"]);
    assert!(words.contains("leave user and password out") && !words.contains("secret"), "{words}");
}

#[test]
fn a_certificate_needs_its_key() {
    let words = fails(&["serve", "--maxscale", "http://127.0.0.1:8989", "--tls-cert", "c.pem"]);
    assert!(words.contains("--tls-key"), "{words}");
}

#[tokio::test]
async fn the_demo_is_put_under_the_conditions_asked_for() {
    let files = bundle();
    let directory = files.path().to_str().unwrap();
    let arguments =
        "demo --listen 127.0.0.1:0 --speed 60 --latency 5ms --chaos 7 --seed 3 --back-door";
    let mut arguments: Vec<&str> = arguments.split(' ').collect();
    arguments.extend(["--bundle", directory]);
    let mut child = maxconsole(&arguments).spawn().unwrap();
    let mut lines = lines(&mut child);
    let first = lines.next().unwrap();
    let address = first.strip_prefix("The console is at http://").unwrap().trim_end_matches('/');
    let seen = send(address.parse().unwrap(), get("/_demo")).await;
    for fact in ["\"speed\":60.0", "\"latency\":5", "\"chaos\":7", "\"seed\":3"] {
        assert!(seen.text().contains(fact), "{fact}: {}", seen.text());
    }
    terminate(&mut child);
    assert!(lines.any(|line| line.contains("back door is open")));
    assert!(child.wait().unwrap().success());
}

#[test]
fn conditions_that_make_no_sense_are_refused_in_words() {
    for (arguments, words) in [
        (["demo", "--speed", "0"], "give 0.01 to 1000"),
        (["demo", "--latency", "fast"], "write it like 150ms or 2s"),
        (["demo", "--chaos", "101"], "101 is not in 0..=100"),
    ] {
        let said = fails(&arguments);
        assert!(said.contains(words), "{said}");
    }
}
