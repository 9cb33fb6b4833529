//! Charts and what is told of them.

texts! { in charts;
    load_per_thread: "Load per thread", "Last je Thread";
    thread(number): "Thread {number}", "Thread {number}";

    charts: "Charts", "Diagramme";
    span: "Span of the charts", "Zeitraum der Diagramme";
    ten_minutes: "10 minutes", "10 Minuten";
    an_hour: "1 hour", "1 Stunde";
    a_day: "24 hours", "24 Stunden";
    collecting_since(moment): "Collecting since {moment}", "Daten seit {moment}";

    all_servers(count): "All {count} servers, lowest to highest",
        "Alle {count} Server, tiefster bis höchster Wert";
    all_threads(count): "All {count} threads, lowest to highest",
        "Alle {count} Threads, tiefster bis höchster Wert";
    busiest_thread: "busiest thread", "max. je Thread";
    peak_server(value): "total · peak server {value}", "gesamt · max. je Server {value}";

    draining(server): "{server} draining", "{server} läuft leer";
    drained(server): "{server} drained", "{server} leergelaufen";
    in_maintenance(server): "{server} in maintenance", "{server} in Wartung";
    in_service(server): "{server} in service", "{server} in Betrieb";

    above_the_limit: "Above the limit:", "Über der Grenze:";
    limit: "Limit", "Grenze";
    limit_at(value): "Limit {value}", "Grenze {value}";
    limit_hint: "Draws a line at this value and warns when it is exceeded.",
        "Zeichnet bei diesem Wert eine Linie und warnt, wenn er überschritten wird.";
    limit_wrong: "Type a whole number, or nothing for no limit.",
        "Eine ganze Zahl eingeben, oder nichts für keine Grenze.";

    after_a_gap: "after a gap", "nach einer Lücke";
    as_a_table: "As a table", "Als Tabelle";
    chart: "chart", "Diagramm";
    over_time(title): "{title} over time", "{title} im Zeitverlauf";
    time: "Time", "Zeit";
    up_to(time): "Up to {time}. Reopen to update.", "Bis {time}. Zum Aktualisieren erneut öffnen.";
}
