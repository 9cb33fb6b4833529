//! The objects of MaxScale by kind, and how many there are of what.

texts! { in objects;
    server: "server", "Server";
    service: "service", "Service";
    listener: "listener", "Listener";
    filter: "filter", "Filter";
    monitor: "monitor", "Monitor";
    session: "session", "Sitzung";
    servers: "Servers", "Server";
    services: "Services", "Services";
    listeners: "Listeners", "Listener";
    filters: "Filters", "Filter";
    monitors: "Monitors", "Monitore";
    sessions: "Sessions", "Sitzungen";
    all_filters: "All filters", "Alle Filter";
    all_listeners: "All listeners", "Alle Listener";
    all_monitors: "All monitors", "Alle Monitore";
    all_services: "All services", "Alle Services";
    count_filters(count): ["{count} filter", "{count} filters"], ["{count} Filter", "{count} Filter"];
    count_listeners(count): ["{count} listener", "{count} listeners"], ["{count} Listener", "{count} Listener"];
    count_monitors(count): ["{count} monitor", "{count} monitors"], ["{count} Monitor", "{count} Monitore"];
    count_servers(count): ["{count} server", "{count} servers"], ["{count} Server", "{count} Server"];
    count_services(count): ["{count} service", "{count} services"], ["{count} Service", "{count} Services"];
    count_sessions(count): ["{count} session", "{count} sessions"], ["{count} Sitzung", "{count} Sitzungen"];
    count_connections(count): ["{count} connection", "{count} connections"], ["{count} Verbindung", "{count} Verbindungen"];
    count_targets(count): ["{count} target", "{count} targets"], ["{count} Ziel", "{count} Ziele"];
    all_servers: "All servers", "Alle Server";
    all_sessions: "All sessions", "Alle Sitzungen";
}
