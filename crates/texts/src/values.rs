//! Values in a word.

texts! { in values;
    ago(span): "{span} ago", "vor {span}";
    no: "no", "nein";
    none: "none", "keine";
    off: "off", "aus";
    percent(number): "{number}%", "{number} %";
    yes: "yes", "ja";
}
