//! What is loaded by itself, and what is said while it is not here.

texts! { in parts;
    the_actions: "the actions", "die Aktionen";
    the_filter: "the filter", "der Filter";
    the_filters: "the filters", "die Filter";
    the_form: "the form", "das Formular";
    the_listener: "the listener", "der Listener";
    the_listeners: "the listeners", "die Listener";
    the_monitor: "the monitor", "der Monitor";
    the_monitors: "the monitors", "die Monitore";
    the_overview: "the overview", "der Überblick";
    the_page: "the page", "die Seite";
    the_replication: "the replication", "die Replikation";
    the_server: "the server", "der Server";
    the_servers: "the servers", "die Server";
    the_service: "the service", "der Service";
    the_services: "the services", "die Services";
    the_session: "the session", "die Sitzung";
    the_sessions: "the sessions", "die Sitzungen";
    the_users: "the users", "die Benutzer";
    could_not_load(what): "Could not load {what}", "Nicht geladen: {what}";
    could_not_refresh(what, moment): "Could not refresh {what}; what is shown is from {moment}",
        "Nicht aktualisiert: {what}; der gezeigte Stand ist von {moment}";
    the_charts: "the charts", "die Diagramme";
    the_search: "the search", "die Suche";
    the_messages: "the messages", "die Meldungen";
    the_shortcuts: "the shortcuts", "die Tastenkürzel";
    the_panel: "the panel", "das Bedienfeld";
    the_pages: "the pages of the table", "die Seiten der Tabelle";
    the_tools: "the tools of the table", "die Werkzeuge der Tabelle";
}
