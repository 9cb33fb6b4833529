//! How far a drain has come.

texts! { in drains;
    connections_end: "Connections end as clients disconnect; nothing is cut off.",
        "Verbindungen enden, sobald Clients sich trennen; keine wird abgebrochen.";
    drained: "Drained: nothing is connected", "Leergelaufen: keine Verbindungen mehr";
    is_drained(server): "{server} is drained", "{server} ist leergelaufen";
    left(count): ["Draining: {count} connection left", "Draining: {count} connections left"],
        ["Läuft leer: noch {count} Verbindung", "Läuft leer: noch {count} Verbindungen"];
    left_of(left, most): "Draining: {left} of {most} connections left",
        "Läuft leer: noch {left} von {most} Verbindungen";
    left_of_since(left, most, age): "Draining: {left} of {most} connections left, for {age}",
        "Läuft leer: noch {left} von {most} Verbindungen, seit {age}";
    maintain_now: "Maintain now that it is empty", "Leer: jetzt in Wartung nehmen";
}
