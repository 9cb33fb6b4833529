//! What can be done to an object: on buttons, in menus and titles, and that it was done or not.

texts! { in commands;
    maintain: "Maintain", "In Wartung nehmen";
    drain: "Drain", "Leerlaufen lassen";
    return_to_service: "Return to service", "Wieder in Betrieb nehmen";
    delete: "Delete", "Löschen";
    start: "Start", "Starten";
    stop: "Stop", "Stoppen";
    kill: "Kill", "Beenden";

    maintain_what(what): "Maintain {what}", "{what} in Wartung nehmen";
    drain_what(what): "Drain {what}", "{what} leerlaufen lassen";
    return_what(what): "Return {what} to service", "{what} wieder in Betrieb nehmen";
    delete_what(what): "Delete {what}", "{what} löschen";
    start_what(what): "Start {what}", "{what} starten";
    stop_what(what): "Stop {what}", "{what} stoppen";
    reload_what(what): "Reload {what}", "{what} neu laden";
    kill_what(what): "Kill {what}", "{what} beenden";

    maintained(server): "{server} is in maintenance", "{server} ist in Wartung";
    maintained_by_force(server): "{server} is in maintenance and its connections were closed",
        "{server} ist in Wartung, und seine Verbindungen wurden geschlossen";
    draining(server): "{server} is draining", "{server} läuft leer";
    returned(server): "{server} was returned to service", "{server} wurde wieder in Betrieb genommen";
    deleted(server): "{server} was deleted", "{server} wurde gelöscht";
    started(what): "{what} was started", "{what} wurde gestartet";
    stopped(what): "{what} was stopped", "{what} wurde gestoppt";
    stopped_by_force(what): "{what} was stopped and its sessions were closed",
        "{what} wurde gestoppt, und seine Sitzungen wurden geschlossen";
    reloaded(service): "The database users for {service} were read again",
        "Die Datenbankbenutzer für {service} wurden neu gelesen";
    killed(what): "{what} was killed", "{what} wurde beendet";

    cannot_maintain(what): "Can’t put {what} into maintenance",
        "{what} kann nicht in Wartung genommen werden";
    cannot_drain(what): "Can’t drain {what}", "{what} kann nicht leerlaufen";
    cannot_return(what): "Can’t return {what} to service",
        "{what} kann nicht wieder in Betrieb genommen werden";
    cannot_delete(what): "Can’t delete {what}", "{what} kann nicht gelöscht werden";
    cannot_start(what): "Can’t start {what}", "{what} kann nicht gestartet werden";
    cannot_stop(what): "Can’t stop {what}", "{what} kann nicht gestoppt werden";
    cannot_reload(what): "Can’t reload the database users for {what}",
        "Die Datenbankbenutzer für {what} können nicht neu gelesen werden";
    cannot_kill(what): "Can’t kill {what}", "{what} kann nicht beendet werden";

    maintain_failed: "Maintenance failed", "Wartung fehlgeschlagen";
    drain_failed: "Drain failed", "Leerlaufen fehlgeschlagen";
    return_failed: "Return to service failed", "Wiederinbetriebnahme fehlgeschlagen";
    delete_failed: "Delete failed", "Löschen fehlgeschlagen";
    start_failed: "Start failed", "Starten fehlgeschlagen";
    stop_failed: "Stop failed", "Stoppen fehlgeschlagen";
    reload_failed: "Reload failed", "Neuladen fehlgeschlagen";
    kill_failed: "Kill failed", "Beenden fehlgeschlagen";

    server_actions: "Server actions", "Aktionen für diesen Server";
    monitor_actions: "Monitor actions", "Aktionen für diesen Monitor";
    service_actions: "Service actions", "Aktionen für diesen Service";
    listener_actions: "Listener actions", "Aktionen für diesen Listener";
    filter_actions: "Filter actions", "Aktionen für diesen Filter";
    session_actions: "Session actions", "Aktionen für diese Sitzung";
    actions_for(name): "Actions for {name}", "Aktionen für {name}";
}
