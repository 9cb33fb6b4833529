//! The page of a server.

texts! { in server_page;
    details: "Details", "Details";
    down_since: "Down since", "Nicht erreichbar seit";
    in_this_role_since: "In this role since", "In dieser Rolle seit";
    last_seen: "(last seen)", "(zuletzt gesehen)";
    maxscale_status: "MaxScale status", "MaxScale-Status";
    read_only: "Read-only", "Nur lesend";
    replicates_from: "Replicates from", "Repliziert von";
    replication_does_not_run(source): "Replication from {source} does not run",
        "Replikation von {source} läuft nicht";
    uptime: "Uptime", "Laufzeit";
    monitor_and_services: "Monitor and services", "Monitor und Services";
    no_monitor_watches_it: "No monitor watches it; MaxScale does not know its state.",
        "Kein Monitor überwacht ihn; MaxScale kennt seinen Zustand nicht.";
    no_service_uses_it: "No service uses it.", "Kein Service nutzt ihn.";
    monitor_is_stopped: "Its monitor is stopped", "Sein Monitor ist gestoppt";
    state_is_old: "The state shown here is as old as the stop. Only connections and statistics are current.",
        "Der gezeigte Zustand stammt vom Zeitpunkt des Stopps. Nur Verbindungen und Statistik sind aktuell.";
    monitor_diagnostics: "Monitor diagnostics", "Diagnose des Monitors";
    no_running_monitor: "None: no running monitor watches this server.",
        "Keine: Kein laufender Monitor überwacht diesen Server.";
    reads: "Reads", "Lesezugriffe";
    response_times: "Response times", "Antwortzeiten";
    up_to: "Up to", "Bis";
    writes: "Writes", "Schreibzugriffe";
}
