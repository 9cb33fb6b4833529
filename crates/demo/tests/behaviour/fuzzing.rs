//! What the fuzz targets try for hours, for a moment: any bytes get an answer, in time.

use maxconsole_demo::fuzzing;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// No input may take longer, even on a busy machine.
const IN_TIME: Duration = Duration::from_secs(5);

/// Pieces that mean something somewhere, among bytes that mean nothing.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "{\"data\":{",
        "\"id\":",
        "\"type\":\"servers\"",
        "\"attributes\":{",
        "\"parameters\":{",
        "}}",
        "[[",
        "]]",
        "page[size]=",
        "page[cursor]=-1",
        "fields[servers]=",
        "filter=",
        "and(",
        "eq(",
        "/attributes/state",
        "\"x\"",
        "&",
        ",",
        "0",
        "1e999",
        "-1",
        "99999999999999999999",
        "null",
        "priority=",
        "error",
        "%00",
        "load ",
        "RW-Split-Router ",
        "transactions ",
        "lag server2 ",
        "kill server1\n",
        "clock advance 86400\n",
        "speed NaN\n",
        "fail-next ",
        "\u{1F480}",
        "Basic ",
        "\"relationships\":{\"servers\":{\"data\":[",
        "SELECT 1; -- ",
        "'",
        "`",
        "/*",
    ];
    let piece = prop::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec());
    let noise = prop::collection::vec(any::<u8>(), 0..8);
    let parts = prop::collection::vec(prop_oneof![3 => piece, 1 => noise], 0..12);
    (any::<u8>(), any::<u8>(), parts)
        .prop_map(|(first, second, parts)| [vec![first, second], parts.concat()].concat())
}

fn answers(input: &[u8], entry: impl AsyncFnOnce(&[u8]) -> Option<u16>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let began = Instant::now();
    let status = runtime.block_on(entry(input));
    assert!(status.is_none_or(|status| (100..600).contains(&status)), "{status:?}");
    assert!(began.elapsed() < IN_TIME, "{:?}", began.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn queries(input in bytes()) { answers(&input, fuzzing::query); }

    #[test]
    fn filters(input in bytes()) { answers(&input, fuzzing::filter); }

    #[test]
    fn bodies(input in bytes()) { answers(&input, fuzzing::body); }

    #[test]
    fn paths(input in bytes()) { answers(&input, fuzzing::path); }

    #[test]
    fn credentials(input in bytes()) { answers(&input, fuzzing::credentials); }

    #[test]
    fn statements(input in bytes()) { answers(&input, fuzzing::sql); }

    #[test]
    fn streams(input in bytes()) { answers(&input, fuzzing::stream); }

    #[test]
    fn words(input in bytes()) { answers(&input, fuzzing::words); }
}

#[tokio::test]
async fn the_entries_lead_to_what_they_are_for() {
    assert_eq!(fuzzing::query(b"\0\0fields%5Bservers%5D=state").await, Some(200));
    assert_eq!(fuzzing::filter(b"\x01\"Slave, Running\"").await, Some(200));
    assert_eq!(
        fuzzing::body(b"\x12{\"data\":{\"attributes\":{\"parameters\":{}}}}").await,
        Some(204)
    );
    assert_eq!(fuzzing::path(b"\0v1/servers").await, Some(200));
    assert_eq!(fuzzing::credentials(b"\x03admin:mariadb").await, Some(200));
    assert_eq!(fuzzing::stream(b"page%5Bcursor%5D=0\0websocket\0key").await, Some(101));
    assert_eq!(fuzzing::sql(b"SELECT 1").await, Some(201));
    assert_eq!(fuzzing::words(b"kill server1\nclock advance 2").await, Some(204));
}
