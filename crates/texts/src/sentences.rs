//! What a command will do, and what else to know of it.

texts! { in sentences;
    maintain_idle(server): "No new queries go to {server}; nothing is connected to it now.",
        "{server} bekommt keine neuen Anfragen; derzeit ist nichts mit ihm verbunden.";
    maintain(server): "No new queries go to {server}. \
            Each of its connections closes at its client’s next request.",
        "{server} bekommt keine neuen Anfragen. \
            Jede seiner Verbindungen wird bei der nächsten Anfrage ihres Clients geschlossen.";
    maintain_split(server): "No new queries go to {server}. \
            Each of its connections closes at its client’s next request; \
            in readwritesplit a running query or an open transaction may finish first.",
        "{server} bekommt keine neuen Anfragen. \
            Jede seiner Verbindungen wird bei der nächsten Anfrage ihres Clients geschlossen; \
            in readwritesplit darf eine laufende Anfrage oder offene Transaktion vorher enden.";
    maintain_primary_split(server): "No new queries go to {server}. \
            readwritesplit lets transactions that are open on it complete, then closes its connections.",
        "{server} bekommt keine neuen Anfragen. \
            readwritesplit lässt offene Transaktionen dort enden und schließt dann die Verbindungen.";
    maintain_handing_over(server): "Another node becomes primary at once, if one is in sync; \
            a transaction open on {server} runs on to its next statement, \
            then its client is disconnected.",
        "Ein anderer Knoten wird sofort Primary, sofern einer synchron ist; \
            eine auf {server} offene Transaktion läuft bis zu ihrer nächsten Anweisung weiter, \
            dann wird ihr Client getrennt.";
    maintain_by_force(connections, server): [
        "No new queries go to {server}, and its one connection is closed at once, \
            open transactions included.",
        "No new queries go to {server}, and all {connections} connections to it are closed at once, \
            open transactions included."
    ], [
        "{server} bekommt keine neuen Anfragen, und seine einzige Verbindung wird sofort geschlossen, \
            auch mit offener Transaktion.",
        "{server} bekommt keine neuen Anfragen, und alle {connections} Verbindungen zu ihm werden \
            sofort geschlossen, auch mit offenen Transaktionen."
    ];
    maintain_all_by_force(server): "No new queries go to {server}, \
            and every connection to it is closed at once, open transactions included.",
        "{server} bekommt keine neuen Anfragen, und jede Verbindung zu ihm wird sofort geschlossen, \
            auch mit offener Transaktion.";

    maintained_idle(server): "{server} is in maintenance already; nothing is connected to it now.",
        "{server} ist bereits in Wartung; derzeit ist nichts mit ihm verbunden.";
    maintained(connections, server): [
        "{server} is in maintenance already and keeps {connections} connection \
            until its client’s next request.",
        "{server} is in maintenance already and keeps {connections} connections \
            until each client’s next request."
    ], [
        "{server} ist bereits in Wartung und behält {connections} Verbindung \
            bis zur nächsten Anfrage ihres Clients.",
        "{server} ist bereits in Wartung und behält {connections} Verbindungen \
            bis zur nächsten Anfrage ihrer Clients."
    ];
    maintained_with_some(server): "{server} is in maintenance already and keeps connections \
            until each client’s next request.",
        "{server} ist bereits in Wartung und behält Verbindungen \
            bis zur nächsten Anfrage ihrer Clients.";
    maintained_by_force(connections, server): [
        "{server} is in maintenance already; its one connection is closed at once, \
            open transactions included.",
        "{server} is in maintenance already; all {connections} connections to it are closed at once, \
            open transactions included."
    ], [
        "{server} ist bereits in Wartung; seine einzige Verbindung wird sofort geschlossen, \
            auch mit offener Transaktion.",
        "{server} ist bereits in Wartung; alle {connections} Verbindungen zu ihm werden \
            sofort geschlossen, auch mit offenen Transaktionen."
    ];
    maintained_all_by_force(server): "{server} is in maintenance already; \
            every connection to it is closed at once, open transactions included.",
        "{server} ist bereits in Wartung; jede Verbindung zu ihm wird sofort geschlossen, \
            auch mit offener Transaktion.";

    maintain_many_idle(servers): "No new queries go to these {servers} servers; \
            nothing is connected to them now.",
        "Diese {servers} Server bekommen keine neuen Anfragen; derzeit ist nichts mit ihnen verbunden.";
    maintain_many(connections, servers): [
        "No new queries go to these {servers} servers. \
            Their {connections} connection closes at its client’s next request; \
            in readwritesplit a running query or an open transaction may finish first.",
        "No new queries go to these {servers} servers. \
            Each of their {connections} connections closes at its client’s next request; \
            in readwritesplit a running query or an open transaction may finish first."
    ], [
        "Diese {servers} Server bekommen keine neuen Anfragen. \
            Ihre {connections} Verbindung wird bei der nächsten Anfrage ihres Clients geschlossen; \
            in readwritesplit darf eine laufende Anfrage oder offene Transaktion vorher enden.",
        "Diese {servers} Server bekommen keine neuen Anfragen. \
            Jede ihrer {connections} Verbindungen wird bei der nächsten Anfrage ihres Clients \
            geschlossen; in readwritesplit darf eine laufende Anfrage oder offene Transaktion vorher \
            enden."
    ];
    maintain_many_with_some(servers): "No new queries go to these {servers} servers. \
            Each of their connections closes at its client’s next request; \
            in readwritesplit a running query or an open transaction may finish first.",
        "Diese {servers} Server bekommen keine neuen Anfragen. \
            Jede ihrer Verbindungen wird bei der nächsten Anfrage ihres Clients geschlossen; \
            in readwritesplit darf eine laufende Anfrage oder offene Transaktion vorher enden.";
    maintain_many_by_force(connections, servers): [
        "No new queries go to these {servers} servers, and {connections} connection is closed \
            at once, open transactions included.",
        "No new queries go to these {servers} servers, and {connections} connections are closed \
            at once, open transactions included."
    ], [
        "Diese {servers} Server bekommen keine neuen Anfragen, und {connections} Verbindung wird \
            sofort geschlossen, auch mit offener Transaktion.",
        "Diese {servers} Server bekommen keine neuen Anfragen, und {connections} Verbindungen werden \
            sofort geschlossen, auch mit offenen Transaktionen."
    ];
    maintain_many_all_by_force(servers): "No new queries go to these {servers} servers, \
            and connections are closed at once, open transactions included.",
        "Diese {servers} Server bekommen keine neuen Anfragen, und Verbindungen werden \
            sofort geschlossen, auch mit offenen Transaktionen.";

    readconnroute: "Sessions of readconnroute services on it end at their next query, \
            open transaction or not.",
        "Sitzungen von readconnroute-Services auf ihm enden bei ihrer nächsten Anfrage, \
            auch mit offener Transaktion.";
    readconnroute_by_force: "Sessions of readconnroute services on it end at once.",
        "Sitzungen von readconnroute-Services auf ihm enden sofort.";
    readwritesplit_by_force: "readwritesplit repeats interrupted reads on another server; \
            interrupted transactions are lost unless the service has transaction_replay.",
        "readwritesplit wiederholt abgebrochene Lesezugriffe auf einem anderen Server; \
            abgebrochene Transaktionen gehen verloren, wenn der Service kein transaction_replay hat.";
    monitor_is_stopped: "Its monitor is stopped: this takes effect at once, without MaxScale’s checks, \
            and the state shown is as old as the stop.",
        "Sein Monitor ist gestoppt: Das wirkt sofort, ohne Prüfung durch MaxScale, \
            und der angezeigte Zustand ist so alt wie der Stopp.";
    no_monitor: "No monitor watches it: this takes effect at once, without MaxScale’s checks.",
        "Kein Monitor überwacht ihn: Das wirkt sofort, ohne Prüfung durch MaxScale.";
    monitor_of_unknown_kind: "Its monitor is of a kind this console does not know; MaxScale may refuse.",
        "Sein Monitor ist von einer Art, die diese Konsole nicht kennt; \
            MaxScale lehnt vielleicht ab.";
    monitor_not_read: "Its monitor could not be read; MaxScale may refuse.",
        "Sein Monitor war nicht zu lesen; MaxScale lehnt vielleicht ab.";
    no_failover_while_down: "It is down. If it was the primary, automatic failover does not start \
            while it is in maintenance.",
        "Er ist nicht erreichbar. War er der Primary, beginnt kein automatischer Failover, \
            solange er in Wartung ist.";
    left_behind: "While it is in maintenance, a switchover or failover leaves it behind \
            with the old primary.",
        "Solange er in Wartung ist, lässt ein Switchover oder Failover ihn beim alten Primary zurück.";
    another_primary: "Another node becomes primary at once, if one is in sync.",
        "Ein anderer Knoten wird sofort Primary, sofern einer synchron ist.";
    no_other_primary: "No other server becomes primary, as no running monitor can choose one: \
            writes fail until there is a primary again.",
        "Kein anderer Server wird Primary, da kein laufender Monitor einen wählen kann: \
            Schreibzugriffe scheitern, bis es wieder einen Primary gibt.";

    drain(server): "{server} gets no new connections.", "{server} bekommt keine neuen Verbindungen.";
    drained_at_once: "It has none now, so it is drained at once.",
        "Derzeit hat er keine und ist damit sofort leergelaufen.";
    open_stay(connections): [
        "The open connection stays until its client disconnects; there is no time limit.",
        "The {connections} open connections stay until clients disconnect; there is no time limit."
    ], [
        "Die offene Verbindung bleibt, bis ihr Client sie trennt; eine Frist gibt es nicht.",
        "Die {connections} offenen Verbindungen bleiben, bis die Clients sie trennen; \
            eine Frist gibt es nicht."
    ];
    some_open_stay: "Open connections stay until clients disconnect; there is no time limit.",
        "Offene Verbindungen bleiben, bis die Clients sie trennen; eine Frist gibt es nicht.";
    drain_many(servers): "These {servers} servers get no new connections.",
        "Diese {servers} Server bekommen keine neuen Verbindungen.";
    none_stay: "No connections stay open until clients disconnect; there is no time limit.",
        "Derzeit ist keine Verbindung offen.";
    all_stay(connections): [
        "{connections} connection stays open until its client disconnects; there is no time limit.",
        "{connections} connections stay open until clients disconnect; there is no time limit."
    ], [
        "{connections} Verbindung bleibt offen, bis ihr Client sie trennt; eine Frist gibt es nicht.",
        "{connections} Verbindungen bleiben offen, bis die Clients sie trennen; \
            eine Frist gibt es nicht."
    ];
    theirs_stay: "Their connections stay open until clients disconnect; there is no time limit.",
        "Ihre Verbindungen bleiben offen, bis die Clients sie trennen; eine Frist gibt es nicht.";

    return_many(servers): "MaxScale routes to these {servers} servers again \
            after their monitor’s next check.",
        "MaxScale leitet nach der nächsten Prüfung ihres Monitors wieder an diese {servers} Server weiter.";
    return_unwatched(server): "MaxScale may route to {server} again at once.",
        "MaxScale darf sofort wieder an {server} weiterleiten.";
    return_with_stopped_monitor(server): "MaxScale may route to {server} again at once; \
            its monitor is stopped, so its state stays as it was at the stop.",
        "MaxScale darf sofort wieder an {server} weiterleiten; \
            sein Monitor ist gestoppt, daher bleibt sein Zustand wie beim Stopp.";
    return_unwatched_down(server): "{server} may be routed to again, but it counts as down, \
            and no monitor watches it to find out.",
        "An {server} darf wieder weitergeleitet werden, doch er gilt als nicht erreichbar, \
            und kein Monitor prüft, ob das noch stimmt.";
    return_down(server): "{server} is down: MaxScale routes to it again once it runs and has a role.",
        "{server} ist nicht erreichbar: MaxScale leitet wieder an ihn weiter, \
            sobald er läuft und eine Rolle hat.";
    return_maintained(server): "MaxScale routes to {server} again after the next monitor check, \
            usually within seconds.",
        "MaxScale leitet nach der nächsten Prüfung des Monitors wieder an {server} weiter, \
            meist binnen Sekunden.";
    return_drained(server): "MaxScale gives {server} new connections again; open ones are not touched.",
        "MaxScale gibt {server} wieder neue Verbindungen; offene bleiben unberührt.";
    takes_role_back: "It may become primary again at once; \
            transactions open on the present primary then end at their next statement.",
        "Er wird vielleicht sofort wieder Primary; \
            auf dem jetzigen Primary offene Transaktionen enden dann bei ihrer nächsten Anweisung.";

    delete_unused(server): "{server} is removed from MaxScale; no monitor or service uses it.",
        "{server} wird aus MaxScale entfernt; kein Monitor oder Service nutzt ihn.";
    delete_linked(server, links): "{server} is unlinked from {links} and removed from MaxScale.",
        "{server} wird von {links} gelöst und aus MaxScale entfernt.";
    lost_to(services): "It is lost to {services} as well.", "Auch für {services} fällt er weg.";

    start_service(service): "{service} takes clients again.", "{service} nimmt wieder Clients an.";
    no_listener: "It has no listener, so none can come yet.",
        "Er hat keinen Listener, daher kann noch keiner kommen.";
    through(listeners): "They come through {listeners}.", "Sie kommen über {listeners}.";
    start_listener(address): "Clients can connect at {address} again.",
        "Clients können sich wieder mit {address} verbinden.";
    start_idle_monitor(monitor): "{monitor} looks at no servers again; \
            what it finds counts from its next tick on.",
        "{monitor} läuft wieder, prüft aber keinen Server.";
    start_monitor(servers, monitor): [
        "{monitor} looks at {servers} server again; what it finds counts from its next tick on.",
        "{monitor} looks at {servers} servers again; what it finds counts from its next tick on."
    ], [
        "{monitor} prüft wieder {servers} Server; was er findet, gilt ab seinem nächsten Durchlauf.",
        "{monitor} prüft wieder {servers} Server; was er findet, gilt ab seinem nächsten Durchlauf."
    ];

    stop_unheard_service(service): "{service} takes no new clients.",
        "{service} nimmt keine neuen Clients an.";
    stop_service(count, service, listeners): [
        "{service} takes no new clients: {listeners} no longer listens.",
        "{service} takes no new clients: {listeners} no longer listen."
    ], [
        "{service} nimmt keine neuen Clients an: {listeners} lauscht nicht mehr.",
        "{service} nimmt keine neuen Clients an: {listeners} lauschen nicht mehr."
    ];
    no_sessions: "It has no sessions now.", "Derzeit hat er keine Sitzungen.";
    sessions_go_on(sessions): [
        "Its {sessions} session goes on until the client leaves.",
        "Its {sessions} sessions go on until the clients leave."
    ], [
        "Seine {sessions} Sitzung läuft weiter, bis der Client geht.",
        "Seine {sessions} Sitzungen laufen weiter, bis die Clients gehen."
    ];
    some_sessions_go_on: "Its sessions go on until the clients leave.",
        "Seine Sitzungen laufen weiter, bis die Clients gehen.";
    sessions_are_closed(sessions): [
        "Its {sessions} session is closed at once, open transactions included.",
        "Its {sessions} sessions are closed at once, open transactions included."
    ], [
        "Seine {sessions} Sitzung wird sofort geschlossen, auch mit offener Transaktion.",
        "Seine {sessions} Sitzungen werden sofort geschlossen, auch mit offenen Transaktionen."
    ];
    some_sessions_are_closed: "Its sessions are closed at once, open transactions included.",
        "Seine Sitzungen werden sofort geschlossen, auch mit offenen Transaktionen.";
    stop_listener(address): "No client can connect at {address} any more. \
            Sessions that came through it go on until the clients leave.",
        "Mit {address} kann sich kein Client mehr verbinden. \
            Sitzungen, die so entstanden sind, laufen weiter, bis die Clients gehen.";
    stop_listener_by_force(address): "No client can connect at {address} any more. \
            Sessions that came through it are closed at once, open transactions included.",
        "Mit {address} kann sich kein Client mehr verbinden. \
            Sitzungen, die so entstanden sind, werden sofort geschlossen, auch mit offenen Transaktionen.";
    stop_idle_monitor(monitor): "{monitor} watches no servers; nothing changes.",
        "{monitor} überwacht keine Server; nichts ändert sich.";
    stop_monitor(servers): [
        "The states of its server stay as they are now: MaxScale does not notice when one goes down \
            or comes back, and routes as if nothing had happened.",
        "The states of its {servers} servers stay as they are now: MaxScale does not notice when one \
            goes down or comes back, and routes as if nothing had happened."
    ], [
        "Der Zustand seines Servers bleibt, wie er jetzt ist: MaxScale bemerkt nicht, wenn er ausfällt \
            oder wiederkommt, und leitet weiter, als wäre nichts geschehen.",
        "Die Zustände seiner {servers} Server bleiben, wie sie jetzt sind: MaxScale bemerkt nicht, \
            wenn einer ausfällt oder wiederkommt, und leitet weiter, als wäre nichts geschehen."
    ];
    no_failover: "There is no failover, and no server becomes primary in another’s place.",
        "Es gibt keinen Failover, und kein Server wird an Stelle eines anderen Primary.";
    no_checks: "Maintenance can be set on any server then, the primary included, \
            without MaxScale’s checks.",
        "Dann lässt sich jeder Server in Wartung nehmen, auch der Primary, \
            ohne Prüfung durch MaxScale.";
    starts_again: "MaxScale forgets this when it restarts, and starts it again.",
        "MaxScale vergisst das bei einem Neustart und startet ihn wieder.";

    reload(services): "MaxScale reads the database users for {services} again, \
            so that new accounts and changed passwords count at once. Its sessions go on.",
        "MaxScale liest die Datenbankbenutzer für {services} neu, \
            damit neue Konten und geänderte Passwörter sofort gelten. Die Sitzungen laufen weiter.";

    kill(client): "{client} is disconnected at once.", "{client} wird sofort getrennt.";
    kill_connected(client, servers): "{client} is disconnected at once, \
            and its connections to {servers} are closed.",
        "{client} wird sofort getrennt; die Verbindungen zu {servers} werden geschlossen.";
    rolled_back: "A transaction that is open is rolled back.",
        "Eine offene Transaktion wird zurückgerollt.";
    transaction_not_told: "MaxScale doesn’t report whether a transaction is open.",
        "MaxScale meldet nicht, ob eine Transaktion offen ist.";
}
