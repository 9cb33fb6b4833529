//! Short messages about what has happened.

texts! { in toasts;
    drained(name): "{name} is drained: nothing is connected", "{name} ist leergelaufen: keine Verbindung mehr";
    signed_in_elsewhere(name): "Signed in as {name}, as in another tab",
        "Angemeldet als {name}, wie in einem anderen Tab";
    one_session: "All tabs of this browser share one session.",
        "Alle Tabs dieses Browsers teilen sich eine Sitzung.";
}
