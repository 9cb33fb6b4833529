//! The keyboard's shortcuts.

texts! { in shortcuts;
    add_sort_column: "Add a sort column", "Sortierspalte hinzufügen";
    ctrl_k: "Ctrl K", "Strg K";
    everywhere: "Everywhere", "Überall";
    from_moment_to_moment: "From moment to moment", "Von Zeitpunkt zu Zeitpunkt";
    go_to: "Go to", "Gehe zu";
    home_end: "Home End", "Pos1 Ende";
    in_charts: "In charts", "In Diagrammen";
    in_tables: "In tables", "In Tabellen";
    move_between_rows: "Move between rows", "Von Zeile zu Zeile";
    on_server_page: "On a server page (opens a dialog)", "Auf der Seite eines Servers (öffnet einen Dialog)";
    refreshing_goes_on: "Refreshing goes on", "Die Aktualisierung läuft weiter";
    refreshing_is_paused: "Refreshing is paused", "Die Aktualisierung ist angehalten";
    shift_click: "Shift Click", "Umschalt Klick";
    then: "then", "dann";
    to_first_or_last_row: "To the first row, to the last", "Zur ersten Zeile, zur letzten";
    use_single_keys: "Use single keys as shortcuts", "Einzelne Tasten als Tastenkürzel verwenden";
    without_single_keys: "Without them Ctrl K still opens the search.",
        "Auch ohne sie öffnet Strg K die Suche.";
}
