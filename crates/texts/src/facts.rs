//! The facts of an object on its page: their labels, and the headings above them.

texts! { in facts;
    all_attributes: "All attributes", "Alle Attribute";
    diagnostics: "Diagnostics", "Diagnose";
    overview: "Overview", "Überblick";
    parameters: "Parameters", "Parameter";
    statistics: "Statistics", "Statistik";
    active_operations: "Active operations", "Aktive Operationen";
    address: "Address", "Adresse";
    client: "Client", "Client";
    connected: "Connected", "Verbunden seit";
    current_operation: "Current operation", "Laufender Vorgang";
    failed_logins: "Failed logins", "Fehlgeschlagene Anmeldungen";
    idle: "Idle", "Untätig";
    interval: "Interval", "Intervall";
    maxscale_says(state): "MaxScale says: {state}", "MaxScale meldet: {state}";
    memory: "Memory", "Speicher";
    module: "Module", "Modul";
    primary: "Primary", "Primary";
    protocol: "Protocol", "Protokoll";
    reads_routed: "Reads routed", "Weitergeleitete Lesezugriffe";
    router: "Router", "Router";
    total_sessions: "Total sessions", "Sitzungen insgesamt";
    writes_routed: "Writes routed", "Weitergeleitete Schreibzugriffe";
}
