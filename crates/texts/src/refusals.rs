//! Why a command cannot be done now.

texts! { in refusals;
    read_only_account: "Read-only account. Sign in as an administrator.",
        "Konto nur lesend. Als Administrator anmelden.";
    primary_needs_switchover: "MaxScale does not allow this on the current primary, even when forced. \
            Switch over to a replica first.",
        "MaxScale lässt das beim aktuellen Primary nicht zu, auch nicht erzwungen. \
            Zuerst einen Switchover auf eine Replica ausführen.";
    primary_cannot_drain: "MaxScale does not drain the primary of this cluster. \
            Put it into maintenance instead.",
        "MaxScale lässt den Primary dieses Clusters nicht leerlaufen. Stattdessen in Wartung nehmen.";
    already_in_maintenance: "Already in maintenance. \
            Tick “Force closing” to close what is still connected.",
        "Bereits in Wartung. „Sofort trennen“ ankreuzen, um zu schließen, was noch verbunden ist.";
    already_draining: "Already draining.", "Läuft bereits leer.";
    hidden_by_maintenance: "In maintenance, so it gets no new connections already.",
        "In Wartung und damit schon ohne neue Verbindungen.";
    in_service: "Already in service.", "Bereits in Betrieb.";
    already_running: "Already running.", "Läuft bereits.";
    already_stopped: "Already stopped.", "Bereits gestoppt.";
}
