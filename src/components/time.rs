//! Moments, spans of time and sizes in words.

use js_sys::Date;

/// A moment as the time of day here, with the date when it is not today's.
pub fn moment(at_ms: f64) -> String {
    let date = Date::new(&at_ms.into());
    let today = Date::new_0();
    let time = date.to_locale_time_string("default");
    if date.to_date_string() == today.to_date_string() {
        time.into()
    } else {
        format!(
            "{} {time}",
            String::from(date.to_locale_date_string("default", &js_sys::Object::new()))
        )
    }
}

/// An HTTP date of the API as a moment here; as it came when it is none.
pub fn http_date(text: &str) -> String {
    let at_ms = Date::parse(text);
    if at_ms.is_nan() { text.to_owned() } else { moment(at_ms) }
}

/// A span in its two largest units: `3 d 4 h`, `18 min`, `40 s`.
pub fn span(seconds: u64) -> String {
    const UNITS: [(u64, &str); 4] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")];
    let Some(first) = UNITS.iter().position(|(size, _)| seconds >= *size) else {
        return "0 s".to_owned();
    };
    let mut rest = seconds;
    let parts =
        UNITS.iter().skip(first).take(if first == 2 { 1 } else { 2 }).filter_map(|(size, unit)| {
            let count = rest / size;
            rest %= size;
            (count > 0).then(|| format!("{count} {unit}"))
        });
    parts.collect::<Vec<_>>().join(" ")
}

/// A size in the unit that leaves the fewest digits: `133 kB`.
pub fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match UNITS.into_iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, word)) => format!("{} {word}", (bytes + unit / 2) / unit),
        None => format!("{bytes} B"),
    }
}
