//! What stands in, above and below a table of objects.

texts! { in tables;
    // What the rows are, within a sentence.
    servers: "servers", "Server";
    services: "services", "Services";
    listeners: "listeners", "Listener";
    filters: "filters", "Filter";
    monitors: "monitors", "Monitore";
    sessions: "sessions", "Sitzungen";
    users: "users", "Benutzer";
    rows: "rows", "Zeilen";

    // No row is left by the filter.
    no_server_matches(filter): "No server matches “{filter}”.", "Kein Server passt zu „{filter}“.";
    no_service_matches(filter): "No service matches “{filter}”.", "Kein Service passt zu „{filter}“.";
    no_listener_matches(filter): "No listener matches “{filter}”.", "Kein Listener passt zu „{filter}“.";
    no_filter_matches(filter): "No filter matches “{filter}”.", "Kein Filter passt zu „{filter}“.";
    no_monitor_matches(filter): "No monitor matches “{filter}”.", "Kein Monitor passt zu „{filter}“.";
    no_session_matches(filter): "No session matches “{filter}”.", "Keine Sitzung passt zu „{filter}“.";
    no_user_matches(filter): "No user matches “{filter}”.", "Kein Benutzer passt zu „{filter}“.";
    no_row_matches(filter): "No row matches “{filter}”.", "Keine Zeile passt zu „{filter}“.";

    // What narrows them.
    filter_filters: "Filter filters", "Filter filtern";
    filter_listeners: "Filter listeners", "Listener filtern";
    filter_monitors: "Filter monitors", "Monitore filtern";
    filter_servers: "Filter servers", "Server filtern";
    filter_services: "Filter services", "Services filtern";
    filter_by_state: "Filter by state", "Nach Zustand filtern";
    filter_users: "Filter users", "Benutzer filtern";

    actions: "Actions", "Aktionen";
    columns: "Columns", "Spalten";
    export: "Export", "Exportieren";
    export_csv: "CSV, for spreadsheets", "CSV für Tabellenkalkulationen";
    export_json: "JSON, for programs", "JSON für Programme";
    matching(shown, all, things): "{shown} of {all} {things}", "{things}: {shown} von {all}";
    pages_of(things): "Pages of {things}", "Seiten der {things}";
    size_of_pages(things): "{things} a page", "{things} je Seite";
    so_many_a_page(size): "{size} a page", "{size} je Seite";

    clear_selection: "Clear", "Auswahl aufheben";
    select(name): "Select {name}", "{name} auswählen";
    select_all(things): "Select all {things} that match", "Alle passenden {things} auswählen";
    selected: "Selected", "Auswahl";
    so_many_selected(count): "{count} selected", "{count} ausgewählt";
    so_many_selected_some_hidden(count, hidden): "{count} selected, {hidden} of them not shown",
        "{count} ausgewählt, davon {hidden} nicht angezeigt";
}
