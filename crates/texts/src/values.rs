//! Values in a word.

texts! { in values;
    no: "no", "nein";
    none: "none", "keine";
    off: "off", "aus";
    percent(number): "{number}%", "{number} %";
    yes: "yes", "ja";
}
