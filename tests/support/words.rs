//! Words on the page that are of neither the catalogue of texts nor MaxScale's data.

use super::page::Page;
use super::rest::Rest;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Each text, and what is read aloud or shown on hover, with the element that has it. What is typed
/// into a terminal, and keys, are the same in any language.
const TEXTS: &str = "(() => {
    const code = 'code, pre, kbd, .mono, noscript';
    const found = [['title', document.title]];
    const place = element => `${element.tagName.toLowerCase()}.${element.className}`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE) {
            if (!node.parentElement.closest(code)) found.push([place(node.parentElement), node.data]);
            continue;
        }
        for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'])
            if (node.hasAttribute(name)) found.push([`${place(node)}[${name}]`, node.getAttribute(name)]);
    }
    return found;
})()";

/// Names of the console and of languages, units of time and size, and halves of the day.
const SYMBOLS: [&str; 11] =
    ["MaxConsole", "English", "Deutsch", "AM", "PM", "GB", "MB", "kB", "kbit", "min", "ms"];

/// All that MaxScale may be quoted with.
const ENDPOINTS: [&str; 10] = [
    "maxscale",
    "servers",
    "services",
    "listeners",
    "filters",
    "monitors",
    "sessions",
    "users/inet",
    "maxscale/threads",
    "maxscale/modules",
];

/// The words of MaxScale's answers, of which a page may show any.
pub struct DataWords(BTreeSet<String>);

impl DataWords {
    /// Those of all that MaxScale tells now.
    pub async fn read(rest: &Rest) -> Self {
        let mut words: BTreeSet<String> = SYMBOLS.map(str::to_owned).into();
        for endpoint in ENDPOINTS {
            let (_, document) = rest.ask("GET", &format!("/v1/{endpoint}"), &Value::Null).await;
            collect(&document, &mut words);
        }
        Self(words)
    }

    /// Fails on words in usual letters that MaxScale does not have.
    ///
    /// # Panics
    /// With each text that has some, and where it stands.
    pub async fn check(&self, page: &Page, state: &str) {
        let texts = page.script(TEXTS).await;
        let texts = texts.as_array().expect("a list of texts");
        let strange = texts.iter().filter(|found| {
            let text = found[1].as_str().unwrap_or_default();
            in_words(text).any(|word| !self.0.contains(word))
        });
        let strange: Vec<&Value> = strange.collect();
        assert_eq!(json!(strange), json!([]), "texts outside the catalogue: {state}");
    }
}

fn in_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| word.len() > 1)
}

fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => words.extend(in_words(text).map(str::to_owned)),
        Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            words.extend(in_words(name).map(str::to_owned));
            collect(value, words);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
