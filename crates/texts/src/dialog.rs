//! The dialog of a command.

texts! { in dialog;
    force_closing: "Force closing", "Sofort trennen";
    force_closing_hint: "Closes open connections at once; open transactions are lost.",
        "Schließt offene Verbindungen sofort; offene Transaktionen gehen verloren.";
    type_name(name): "This cannot be undone. Type {name} to confirm.",
        "Das lässt sich nicht rückgängig machen. Zur Bestätigung {name} eingeben.";
    server_name: "Server name", "Name des Servers";
    name_not_typed: "Type the server’s name to confirm.",
        "Zur Bestätigung den Namen des Servers eingeben.";
    type_count(count): "Type {count} to confirm.", "Zur Bestätigung {count} eingeben.";
    number_of_servers: "Number of servers", "Anzahl der Server";
    count_not_typed: "Type the number of servers to confirm.",
        "Zur Bestätigung die Anzahl der Server eingeben.";
    object_is_gone(kind): "The {kind} is gone.", "{kind} nicht mehr vorhanden.";
    lists_not_read: "The lists have not been read yet.", "Die Listen sind noch nicht gelesen.";
    all_refused: "MaxScale would refuse it for each of these servers.",
        "MaxScale würde es für jeden dieser Server ablehnen.";

    state_now: "Now:", "Jetzt:";
    of_them(count): "{count} of them", "{count} davon";
    of_them_left_out(count, left_out): "{count} of them, {left_out} left out",
        "{count} davon, {left_out} ausgelassen";
    left_out(why): "Left out. {why}", "Ausgelassen. {why}";
    no_connections: "no connections", "keine Verbindungen";
    some_connections: "connections", "Verbindungen";

    capacity_left: "Capacity left per service", "Verbleibende Kapazität je Service";
    affected_now: "Affected now", "Jetzt betroffen";
    services_not_known: "Services: not known yet", "Services: noch nicht bekannt";
    no_service_uses_it: "No service uses this server.", "Kein Service nutzt diesen Server.";
    open_transaction: "Open transaction", "Offene Transaktion";

    command_line: "Command line", "Befehlszeile";
    curl_command: "curl command", "curl-Befehl";
    maxctrl_command: "maxctrl command", "maxctrl-Befehl";
    switchover_in_terminal: "Switch over from a terminal", "Switchover im Terminal";
    no_replica_can_take_over: "No replica of its monitor can take over now.",
        "Keine Replica seines Monitors kann jetzt übernehmen.";

    close_dialog: "Close dialog", "Dialog schließen";
    in_progress: "In progress. Closing this dialog does not stop it.",
        "Im Gange. Schließen des Dialogs bricht es nicht ab.";
    progress(number, count, name): "Server {number} of {count}: {name} …",
        "Server {number} von {count}: {name} …";
    done_for(command, what): "{command}: done for {what}", "{command}: erledigt für {what}";
    failed_for(failed, what): "{failed} for {what}", "{failed}: {what}";
    failed_for_some(failed, count): "{failed} for {count}", "{failed} bei {count}";
    failed_or_unanswered(failed, count): "{failed} or was not answered for {count}",
        "{failed} oder unbeantwortet bei {count}";
    no_answer_for(command, name): "{command}: no answer for {name}", "{command}: keine Antwort für {name}";
    no_answer: "No answer: it is not known whether MaxScale did it",
        "Keine Antwort: ob MaxScale es getan hat, ist nicht bekannt";
    state_is_read: "The state is being read. This closes once it shows that it was done. \
            If the state does not change, try again.",
        "Der Zustand wird gelesen. Sobald er zeigt, dass es getan ist, schließt sich der Dialog. \
            Ändert sich der Zustand nicht, erneut versuchen.";
    not_known_if_done: "It is not known whether MaxScale did it. \
            Look at the state before you try again.",
        "Ob MaxScale es getan hat, ist nicht bekannt. Vor einem neuen Versuch den Zustand ansehen.";
    undone(what): "{what} is as it was before", "{what}: wieder wie zuvor";
    undo_not_answered(what): "Undo on {what}: no answer", "Rückgängig für {what}: keine Antwort";
    undo_failed(what): "Could not undo on {what}", "{what}: Rückgängig fehlgeschlagen";
}
