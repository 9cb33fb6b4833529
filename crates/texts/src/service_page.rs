//! The page of a service.

texts! { in service_page;
    no_usable_server: "No usable server: clients get errors",
        "Kein nutzbarer Server: Clients erhalten Fehler";
    queries_average: "Queries per session, average", "Anfragen pro Sitzung, Mittel";
    queries_highest: "Queries per session, highest", "Anfragen pro Sitzung, Maximum";
    replays_transactions: "Replays interrupted transactions",
        "Spielt unterbrochene Transaktionen erneut ab";
    session_activity_average: "Session activity, average", "Sitzungsaktivität, Mittel";
    session_activity_highest: "Session activity, highest", "Sitzungsaktivität, Maximum";
    through_the_monitor: "Through the monitor", "Über den Monitor";
}
