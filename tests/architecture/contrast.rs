//! Rule: text can be read in every theme: 4.5:1 on what it stands on, and 7:1 in high contrast.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};
use std::collections::HashMap;

const TOKENS: &str = "style/tokens.css";
const SURFACES: [&str; 5] = ["page", "surface", "surface-raised", "surface-sunken", "hover"];
/// Words of these colours stand on any surface.
const ON_SURFACES: [&str; 10] = [
    "text",
    "text-quiet",
    "accent",
    "accent-strong",
    "good",
    "info",
    "caution",
    "bad",
    "muted",
    "special",
];
/// What shows where a control ends, or that it has the focus.
const EDGES: [&str; 2] = ["edge", "focus"];
/// Words, and the one colour they stand on.
const PAIRS: [(&str, &str); 11] = [
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-danger", "danger"),
    ("on-danger", "danger-strong"),
    ("page", "text"),
    ("good", "good-tint"),
    ("info", "info-tint"),
    ("caution", "caution-tint"),
    ("bad", "bad-tint"),
    ("muted", "muted-tint"),
    ("special", "special-tint"),
];

/// The colours of a theme by the names of their tokens, once light and once dark.
type Colours = HashMap<String, [String; 2]>;

/// What a theme promises: how much words and edges stand out from what they are on.
struct Promise {
    theme: &'static str,
    begins: &'static str,
    text: f64,
    edge: f64,
}

const PROMISES: [Promise; 3] = [
    Promise { theme: "usual", begins: ":root {", text: 4.5, edge: 3.0 },
    Promise { theme: "contrast", begins: ":root[data-theme=\"contrast\"] {", text: 7.0, edge: 4.5 },
    Promise {
        theme: "prefers-contrast",
        begins: "@media (prefers-contrast: more) {",
        text: 7.0,
        edge: 4.5,
    },
];

#[test]
fn every_theme_has_enough_contrast() {
    let sheet = tokens();
    let findings = PROMISES.iter().flat_map(|promise| {
        let weak = too_weak(&colours(&sheet.text, promise.begins), promise);
        weak.into_iter().map(|what| Finding::file(TOKENS, format!("{}: {what}", promise.theme)))
    });
    assert_kept("Words stand out from what they are on, and edges too:", findings.collect());
}

#[test]
fn high_contrast_is_the_same_however_it_is_asked_for() {
    let sheet = tokens();
    let [_, chosen, preferred] = PROMISES.map(|promise| lines(&sheet.text, promise.begins));
    assert_eq!(chosen, preferred);
}

fn tokens() -> File {
    files().into_iter().find(|file| file.path == TOKENS).expect("the tokens")
}

/// The declarations from the line that begins with `begins` to the next brace.
fn lines(sheet: &str, begins: &str) -> Vec<String> {
    let after = sheet.lines().skip_while(|line| !line.starts_with(begins)).skip(1);
    let own = after.map(str::trim).take_while(|line| *line != "}");
    own.filter(|line| line.starts_with("--")).map(str::to_owned).collect()
}

fn colours(sheet: &str, begins: &str) -> Colours {
    let colour = |line: &String| {
        let (name, value) = line.strip_prefix("--")?.split_once(':')?;
        let (light, dark) = value.trim().strip_prefix("light-dark(")?.split_once(", ")?;
        let dark = dark.strip_suffix(");")?;
        light.starts_with('#').then(|| (name.to_owned(), [light.to_owned(), dark.to_owned()]))
    };
    lines(sheet, begins).iter().filter_map(colour).collect()
}

fn too_weak(colours: &Colours, promise: &Promise) -> Vec<String> {
    let everywhere = |names: &[&'static str], least: f64| {
        let all = names.iter().flat_map(|name| SURFACES.map(|surface| (*name, surface, least)));
        all.collect::<Vec<_>>()
    };
    let pairs = PAIRS.iter().map(|(front, back)| (*front, *back, promise.text));
    let all = everywhere(&ON_SURFACES, promise.text).into_iter();
    let all = all.chain(everywhere(&EDGES, promise.edge)).chain(pairs);
    all.filter_map(|(front, back, least)| weak_pair(colours, front, back, least)).collect()
}

fn weak_pair(colours: &Colours, front: &str, back: &str, least: f64) -> Option<String> {
    let (Some(fronts), Some(backs)) = (colours.get(front), colours.get(back)) else {
        return Some(format!("no colour {front} or none {back}"));
    };
    let ratio = |at: usize| contrast(&fronts[at], &backs[at]);
    let worst = ratio(0).min(ratio(1));
    (worst < least).then(|| format!("{front} on {back} is {worst:.2}:1, not {least}:1"))
}

/// How much two colours differ, from 1 to 21 (WCAG 2.2, contrast ratio).
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = u8::from_str_radix(&colour[at..at + 2], 16).expect("#rrggbb");
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn a_weak_pair_is_found() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
    assert!((contrast("#767676", "#ffffff") - 4.54).abs() < 0.01);
    let sheet = ":root {\n    --text: light-dark(#000000, #777777);\n    --page: light-dark(#ffffff, #000000);\n}\n";
    let colours = colours(sheet, ":root {");
    assert_eq!(weak_pair(&colours, "text", "page", 4.5), None);
    let weak = weak_pair(&colours, "text", "page", 7.0).unwrap();
    assert_eq!(weak, "text on page is 4.69:1, not 7:1");
    assert!(weak_pair(&colours, "text", "hover", 7.0).unwrap().contains("none hover"));
}
