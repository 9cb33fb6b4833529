//! Times as people here write them.

use js_sys::{Date, Object, Reflect};

/// A time of day, to the second.
pub fn time_of_day(at_ms: f64) -> String {
    Date::new(&at_ms.into()).to_locale_time_string("default").into()
}

/// A time of day, to the minute.
pub(super) fn hour_and_minute(at_ms: f64) -> String {
    let options = Object::new();
    for part in ["hour", "minute"] {
        // An object of one's own takes any property.
        let _ = Reflect::set(&options, &part.into(), &"2-digit".into());
    }
    Date::new(&at_ms.into()).to_locale_time_string_with_options("default", &options).into()
}
