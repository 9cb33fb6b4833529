//! The layers between the cache and MaxScale, told without a browser: which answer of another tab
//! is good enough, what tabs say to each other, and what a change touches.

#[path = "../src/api/transport/message.rs"]
mod message;
#[allow(dead_code, reason = "what is not between the cache and MaxScale is not needed here")]
#[path = "../src/api/resource_kind.rs"]
mod resource_kind;
#[path = "../src/api/transport/shared_answers.rs"]
mod shared_answers;

use maxscale::request::{Request, Verb};
use message::Message;
use resource_kind::ResourceKind;
use shared_answers::{Accept, Lookup, SharedAnswers};

const NOW: f64 = 1_000_000.0;

/// Another tab has read `servers` at `NOW`.
fn shared() -> SharedAnswers<&'static str> {
    let mut answers = SharedAnswers::default();
    answers.keep("servers".to_owned(), "body", NOW);
    answers
}

#[test]
fn who_wants_maxscale_itself_is_given_nothing_else() {
    assert_eq!(shared().find("servers", Accept::MaxScale), Lookup::AskMaxScale);
}

#[test]
fn an_answer_of_this_round_is_good_enough_if_it_is_newer_than_ours() {
    let find = |since, ours| shared().find("servers", Accept::Since { since, ours });
    assert_eq!(find(NOW - 1.0, NOW - 5_000.0), Lookup::Found("body"));
    assert_eq!(find(NOW - 1.0, NOW), Lookup::NothingNew);
    assert_eq!(find(NOW, NOW - 5_000.0), Lookup::AskMaxScale, "it is of the round before");
}

#[test]
fn who_only_takes_over_asks_nobody() {
    let find = |url, ours| shared().find(url, Accept::Shared { ours });
    assert_eq!(find("servers", NOW - 5_000.0), Lookup::Found("body"));
    assert_eq!(find("servers", NOW), Lookup::NothingNew);
    assert_eq!(find("filters", 0.0), Lookup::NothingNew);
}

#[test]
fn the_newest_answers_are_kept() {
    let mut answers = shared();
    answers.keep("servers".to_owned(), "newer", NOW + 1.0);
    for other in 0..15 {
        answers.keep(format!("servers/{other}"), "other", NOW + 2.0);
    }
    let everything = Accept::Shared { ours: 0.0 };
    assert_eq!(answers.find("servers", everything), Lookup::Found("newer"));
    answers.keep("filters".to_owned(), "one more", NOW + 3.0);
    assert_eq!(answers.find("servers", everything), Lookup::NothingNew);
    answers.clear();
    assert_eq!(answers.find("filters", everything), Lookup::NothingNew);
}

#[test]
fn messages_are_read_as_they_were_written() {
    let user = "admin".to_owned();
    let all = [
        Message::Answer { user: user.clone(), url: "v1/servers".to_owned() },
        Message::SignedIn(user),
        Message::SignedOut,
    ];
    for message in all {
        let texts = message.texts().into_iter().map(str::to_owned);
        assert_eq!(Message::from_texts(texts), Some(message));
    }
}

#[test]
fn messages_of_another_version_are_passed_over() {
    for texts in [vec![], vec!["answer", "admin"], vec!["in"], vec!["something", "else"]] {
        let texts = texts.into_iter().map(str::to_owned);
        assert_eq!(Message::from_texts(texts), None);
    }
}

#[test]
fn a_change_touches_what_shows_it() {
    use ResourceKind::{Listeners, Monitors, Servers, Services, Sessions, Users};
    let touched = |verb, path: &str| ResourceKind::touched_by(&[Request::new(verb, path)]);
    for (verb, path, kinds) in [
        (Verb::Put, "servers/x/set", vec![Servers, Monitors, Services, Sessions]),
        (Verb::Put, "monitors/x/stop", vec![Servers, Monitors]),
        (Verb::Post, "maxscale/modules/mariadbmon/switchover", vec![Servers, Monitors, Services]),
        (Verb::Delete, "services/x", vec![Services, Listeners]),
        (Verb::Delete, "sessions/7", vec![Sessions, Servers, Services]),
        (Verb::Post, "users/inet", vec![Users]),
    ] {
        let touched = touched(verb, path);
        assert!(kinds.iter().all(|kind| touched.contains(kind)), "{path}: {touched:?}");
        assert!(touched.len() < ResourceKind::ALL.len(), "{path}: {touched:?}");
    }
    assert_eq!(touched(Verb::Get, "servers"), []);
    assert_eq!(touched(Verb::Post, "unheard/of"), ResourceKind::ALL);
}

#[test]
fn several_changes_touch_each_kind_once() {
    let requests =
        ["servers/x/clear", "servers/x/set", "filters/y"].map(|path| Request::new(Verb::Put, path));
    let mut touched = ResourceKind::touched_by(&requests);
    let all = touched.len();
    touched.dedup();
    assert_eq!(touched.len(), all);
    assert!(touched.contains(&ResourceKind::Filters));
}
