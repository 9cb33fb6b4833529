//! The card that tells whom a server follows and who follows it.

texts! { in replication_card;
    and_more(count): ["and {count} more", "and {count} more"],
        ["und {count} weiterer", "und {count} weitere"];
    followed_by: "Followed by", "Ihm folgen";
    follows: "Follows", "Folgt";
    follows_none: "It follows no server, and none follows it.",
        "Er folgt keinem Server, und keiner folgt ihm.";
    gtid_received: "GTID received", "Empfangene GTID";
    last_error: "Last error", "Letzter Fehler";
    no_monitor_watches_it: "No monitor watches it.", "Kein Monitor überwacht ihn.";
    reading: "Reading …", "Wird gelesen …";
    replication: "Replication", "Replikation";
    thread_connects: "is connecting", "verbindet sich";
    thread_is_stopped: "is stopped", "ist gestoppt";
    thread_runs: "runs", "läuft";
    threads: "Threads", "Threads";
    threads_of(io, sql): "I/O {io}, SQL {sql}", "I/O {io}, SQL {sql}";
}
