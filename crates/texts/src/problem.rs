//! What is not as it should be, and what to do about it.
//!
//! What is so is the rest of a sentence that begins with the object, such as `Server db2`.

texts! { in problem;
    is_down: "is down", "ist nicht erreichbar";
    check_process: "Check the database process, its host and the network.",
        "Datenbankprozess, Host und Netz prüfen.";
    refuses_login: "refuses the login of its monitor", "lehnt die Anmeldung seines Monitors ab";
    check_login: "Check the monitor’s user and password on that server.",
        "Benutzer und Passwort des Monitors auf diesem Server prüfen.";
    cannot_be_resolved: "has a host name that cannot be resolved", "hat einen nicht auflösbaren Hostnamen";
    check_address: "Check its address, and the name service of MaxScale’s host.",
        "Adresse und Namensauflösung auf dem Host von MaxScale prüfen.";
    has_no_role: "runs but has no role, so it gets no traffic",
        "läuft, hat aber keine Rolle und bekommt keine Anfragen";
    look_at_part: "Look at its replication, or at its part in the cluster.",
        "Replikation oder Rolle im Cluster prüfen.";
    unknown_state: "is in an unknown state", "ist in einem unbekannten Zustand";
    look_at_monitor: "Look at what its monitor says of it.", "Prüfen, was sein Monitor meldet.";
    in_maintenance: "is in maintenance", "ist in Wartung";
    return_when_done: "Return it to service when the work is done.",
        "Nach der Arbeit wieder in Betrieb nehmen.";
    in_maintenance_and_down: "is in maintenance, and down", "ist in Wartung und nicht erreichbar";
    start_first: "Start it before you return it to service.", "Erst starten, dann wieder in Betrieb nehmen.";
    is_draining: "is draining", "läuft leer";
    draining_with(count): ["is draining: {count} connection left", "is draining: {count} connections left"],
        ["läuft leer: noch {count} Verbindung", "läuft leer: noch {count} Verbindungen"];
    wait_for_clients: "Wait for its clients, or put it into maintenance with Force closing.",
        "Auf die Clients warten oder mit „Sofort trennen“ in Wartung nehmen.";
    is_drained: "is drained", "ist leergelaufen";
    maintain_or_return: "Put it into maintenance for the work, or return it to service.",
        "Für die Arbeit in Wartung nehmen oder wieder in Betrieb nehmen.";
    low_disk_space: "has low disk space", "hat wenig Plattenplatz";
    free_space: "Free space on its host, or make its disk larger.",
        "Auf seinem Host Platz schaffen oder die Platte vergrößern.";
    not_monitored: "is not monitored", "wird nicht überwacht";
    add_to_monitor: "Add it to a monitor: until then MaxScale cannot know whether it is down.",
        "Einem Monitor hinzufügen: Bis dahin weiß MaxScale nicht, ob er erreichbar ist.";
    does_not_replicate: "does not replicate from its primary now",
        "repliziert gerade nicht von seinem Primary";
    look_at_replication: "Look at its replication: a thread may have stopped, or its primary is gone.",
        "Replikation prüfen: Vielleicht ist ein Thread gestoppt oder der Primary weg.";
    is_behind(lag): "is {lag} behind its primary", "liegt {lag} hinter seinem Primary";
    look_for_load: "Clients read old data from it. Look for load or long transactions.",
        "Clients lesen dort alte Daten. Nach Last oder langen Transaktionen suchen.";

    no_primary: "has no primary: writes fail", "hat keinen Primary: Schreibzugriffe schlagen fehl";
    fail_over: "Bring the primary back, or fail over to a replica.",
        "Den Primary zurückholen oder per Failover auf eine Replica wechseln.";
    monitor_stopped: "is stopped: the states of its servers are frozen, and there is no failover",
        "ist gestoppt: Die Zustände seiner Server sind eingefroren, ein Failover bleibt aus";

    service_stopped: "is stopped: it takes no clients", "ist gestoppt: Er nimmt keine Clients an";
    could_not_start: "could not start", "konnte nicht starten";
    not_started: "has not started yet", "ist noch nicht gestartet";
    no_servers: "has no servers; clients get errors", "hat keine Server; Clients bekommen Fehler";
    give_servers: "Give it servers or a monitor to route to.", "Ihm Server oder einen Monitor als Ziel geben.";
    no_usable_server: "has no usable server; clients get errors",
        "hat keinen nutzbaren Server; Clients bekommen Fehler";
    return_server: "Return a server to service, or bring one back.",
        "Einen Server wieder in Betrieb nehmen oder zurückholen.";
    listener_stopped(address): "is stopped: no client can connect at {address}",
        "ist gestoppt: Unter {address} kann sich kein Client verbinden";
    could_not_listen(address): "could not listen at {address}", "konnte nicht auf {address} lauschen";
    check_port: "The port may be in use, or the certificate may be wrong. Check the MaxScale log.",
        "Vielleicht ist der Port belegt oder das Zertifikat falsch. Im Log von MaxScale nachsehen.";
    does_not_listen: "does not listen yet", "lauscht noch nicht"; in_other_state(word): "is {word}", "ist im Zustand {word}";
    check_log: "Check the MaxScale log.", "Im Log von MaxScale nachsehen.";
    start: "Start it unless it was stopped on purpose.", "Starten, falls nicht absichtlich gestoppt.";
    not_shared(failure): "could not share its configuration: {failure}",
        "konnte seine Konfiguration nicht abgleichen: {failure}";
    change_nothing: "Change nothing until this is solved; the next change elsewhere may undo it.",
        "Nichts ändern, bis das behoben ist; die nächste Änderung anderswo kann es rückgängig machen.";
}
