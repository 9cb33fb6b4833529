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
    count_servers(count): ["{count} server", "{count} servers"], ["{count} Server", "{count} Server"];
    count_services(count): ["{count} service", "{count} services"], ["{count} Service", "{count} Services"];
    count_sessions(count): ["{count} session", "{count} sessions"], ["{count} Sitzung", "{count} Sitzungen"];
    count_connections(count): ["{count} connection", "{count} connections"], ["{count} Verbindung", "{count} Verbindungen"];
}
