//! Numbers and times as people write them here.

use std::cell::{OnceCell, RefCell};

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use texts::{Language, NumberFormat};

thread_local! {
    static LOCALE: OnceCell<String> = const { OnceCell::new() };
    /// Formats of numbers, by the most digits behind the point.
    static FORMATS: RefCell<Vec<(u8, Function)>> = const { RefCell::new(Vec::new()) };
}

/// Lets texts write numbers as the browser does in the language that is spoken.
pub fn write_numbers_as_here() {
    texts::format_numbers(NumberFormat {
        whole: |count| formatted(&JsValue::from(count), 0),
        decimal: |value, digits| formatted(&JsValue::from(value), digits),
    });
}

/// A time of day, to the second.
pub fn time_of_day(at_ms: f64) -> String {
    Date::new(&at_ms.into()).to_locale_time_string(&locale()).into()
}

/// A time of day, to the minute.
pub fn hour_and_minute(at_ms: f64) -> String {
    let options = Object::new();
    for part in ["hour", "minute"] {
        // An object of one's own takes any property.
        let _ = Reflect::set(&options, &part.into(), &"2-digit".into());
    }
    Date::new(&at_ms.into()).to_locale_time_string_with_options(&locale(), &options).into()
}

/// A time of day, with the date when it is not today's.
pub fn moment(at_ms: f64) -> String {
    let date = Date::new(&at_ms.into());
    let time = time_of_day(at_ms);
    if date.to_date_string() == Date::new_0().to_date_string() {
        return time;
    }
    let day = date.to_locale_date_string(&locale(), &Object::new());
    format!("{} {time}", String::from(day))
}

/// What the browser calls the language that is spoken, with its region where it has one.
fn locale() -> String {
    LOCALE.with(|locale| locale.get_or_init(locale_of_browser).clone())
}

fn locale_of_browser() -> String {
    let spoken = texts::spoken();
    let preferred = window().navigator().languages();
    let mut tags = preferred.iter().filter_map(|tag| tag.as_string());
    let here = tags.find(|tag| Language::of_tag(tag) == Some(spoken));
    here.unwrap_or_else(|| spoken.tag().to_owned())
}

fn formatted(number: &JsValue, digits: u8) -> String {
    let written = number_format(digits).call1(&JsValue::UNDEFINED, number);
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

fn number_format(digits: u8) -> Function {
    FORMATS.with_borrow_mut(|formats| {
        if let Some((_, format)) = formats.iter().find(|(known, _)| *known == digits) {
            return format.clone();
        }
        let options = Object::new();
        let _ = Reflect::set(&options, &"maximumFractionDigits".into(), &digits.into());
        let format = Intl::NumberFormat::new(&Array::of1(&locale().into()), &options).format();
        formats.push((digits, format.clone()));
        format
    })
}
