//! What pages are called, the ways between them, and what is said where one has nothing to show.

texts! { in pages;
    dashboard: "Dashboard", "Übersicht";
    not_found: "Page not found", "Seite nicht gefunden";
    session(id): "Session {id}", "Sitzung {id}";
    sessions_the_clients: "Sessions, the clients", "Sitzungen der Clients";
    users: "Users", "Benutzer";
    go_to_filters: "Go to the filters", "Zu den Filtern";
    go_to_listeners: "Go to the listeners", "Zu den Listenern";
    go_to_monitors: "Go to the monitors", "Zu den Monitoren";
    go_to_servers: "Go to the servers", "Zu den Servern";
    go_to_services: "Go to the services", "Zu den Services";
    go_to_sessions: "Go to the sessions", "Zu den Sitzungen";
    parts_of(kind): "Parts of this {kind}", "Bereiche: {kind}";
    maybe_deleted: "It may have been deleted or renamed, or the link is not complete.",
        "Vielleicht wurde es gelöscht oder umbenannt, oder der Link ist unvollständig.";
    no_object_named(kind, name): "There is no {kind} named {name}", "{kind} {name} gibt es nicht";
    no_page_at(path): "There is no page at {path}", "Unter {path} gibt es keine Seite";
    maxscale_does_not_answer: "MaxScale does not answer", "MaxScale antwortet nicht";
    no_answer: "No answer", "Keine Antwort";
    trying_again: "Trying again", "Wird erneut versucht";
}
