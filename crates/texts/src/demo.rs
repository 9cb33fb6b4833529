//! The panel of a demonstration, which changes a simulated MaxScale.

texts! { in demo;
    add_load: "Add load", "Last hinzufügen";
    add_transactions: "Add transactions", "Transaktionen hinzufügen";
    advance: "Advance 10 s", "10 s vorstellen";
    break_replication: "Break replication", "Replikation unterbrechen";
    clients_hold_transaction(service): "5 clients hold a transaction of 60 seconds over {service}",
        "5 Clients halten über {service} 60 Sekunden lang eine Transaktion offen";
    clients_run_query(service): "10 clients run a query of 60 seconds over {service}",
        "10 Clients führen über {service} eine Anfrage von 60 Sekunden aus";
    demo: "Demo", "Demo";
    did_not_succeed(what): "{what} did not succeed", "„{what}“ ist nicht gelungen";
    end_lag: "End the lag", "Verzug beenden";
    fail_next_request: "Fail the next request", "Nächste Anfrage scheitern lassen";
    freeze: "Freeze", "Anhalten";
    is_behind(server): "{server} is 30 seconds behind", "{server} hat 30 Sekunden Verzug";
    kill: "Kill", "Abschießen";
    lag: "Lag 30 s", "30 s Verzug";
    may_catch_up(server): "{server} may catch up", "{server} darf aufholen";
    next_request_will_fail: "The next request to MaxScale will fail",
        "Die nächste Anfrage an MaxScale wird scheitern";
    no_answer: "The back door does not answer", "Die Hintertür antwortet nicht";
    repair_replication: "Repair replication", "Replikation wiederherstellen";
    replication_goes_on(server): "The replication of {server} goes on",
        "Die Replikation von {server} läuft weiter";
    replication_is_broken(server): "The replication of {server} is broken",
        "Die Replikation von {server} ist unterbrochen";
    restart_maxscale: "Restart MaxScale", "MaxScale neu starten";
    run: "Run", "Laufen lassen";
    time_goes_on: "Time goes on", "Die Zeit läuft weiter";
    time_has_passed: "10 seconds have passed", "10 Sekunden sind vergangen";
    time_stands_still: "Time stands still", "Die Zeit steht still";
    was_killed(server): "{server} was killed", "{server} wurde abgeschossen";
    was_restarted: "MaxScale was restarted, and all sessions have ended",
        "MaxScale wurde neu gestartet, alle Sitzungen sind beendet";
    was_started(server): "{server} was started", "{server} wurde gestartet";
}
