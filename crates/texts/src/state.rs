//! The states that objects are in.

texts! { in state;
    primary: "Primary", "Primary";
    relay_primary: "Relay primary", "Relay-Primary";
    replica: "Replica", "Replica";
    binlog_relay: "Binlog relay", "Binlog-Relay";
    synced: "Synced", "Synchron";
    draining: "Draining", "Läuft leer";
    draining_primary: "Draining primary", "Primary, läuft leer";
    draining_relay_primary: "Draining relay primary", "Relay-Primary, läuft leer";
    draining_replica: "Draining replica", "Replica, läuft leer";
    draining_binlog_relay: "Draining binlog relay", "Binlog-Relay, läuft leer";
    draining_synced: "Draining synced", "Synchron, läuft leer";
    drained: "Drained", "Leergelaufen";
    drained_primary: "Drained primary", "Primary, leergelaufen";
    drained_relay_primary: "Drained relay primary", "Relay-Primary, leergelaufen";
    drained_replica: "Drained replica", "Replica, leergelaufen";
    drained_binlog_relay: "Drained binlog relay", "Binlog-Relay, leergelaufen";
    drained_synced: "Drained synced", "Synchron, leergelaufen";
    maintenance: "Maintenance", "Wartung";
    maintenance_down: "Maintenance, down", "Wartung, nicht erreichbar";
    no_role: "Running, no role", "Läuft, ohne Rolle";
    auth_error: "Auth error", "Anmeldefehler";
    dns_lookup_fails: "DNS lookup fails", "Name nicht auflösbar";
    down: "Down", "Nicht erreichbar";
    not_known: "State not known", "Zustand nicht bekannt";

    running: "Running", "Läuft";
    started: "Started", "Gestartet";
    stopped: "Stopped", "Gestoppt";
    failed: "Failed", "Fehlgeschlagen";
    allocated: "Allocated", "Angelegt";
    destroyed: "Destroyed", "Entfernt";
    no_usable_server: "No usable server", "Kein nutzbarer Server";
    not_logged_in: "not logged in yet", "noch nicht angemeldet";

    up_to_date: "up to date", "aktuell";
    behind(lag): "{lag} behind", "{lag} Verzug";
    late: "Late", "Verspätet";
    lag_not_known: "lag not known", "Verzug nicht bekannt";
    replication_stopped: "replication is stopped", "Replikation ist gestoppt";
    connecting: "connecting to its source", "verbindet sich mit der Quelle";

    no_configuration_changes: "No configuration changes", "Keine Konfigurationsänderungen";
    configuration_in_sync: "Configuration in sync", "Konfiguration synchron";
    configuration_sync_failed: "Configuration sync failed", "Konfigurationsabgleich fehlgeschlagen";
    no_reason: "MaxScale does not say why", "MaxScale nennt keinen Grund";
}
