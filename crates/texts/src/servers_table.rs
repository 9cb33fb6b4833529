//! The table of servers by monitor.

texts! { in servers_table;
    by_monitor: "Servers by monitor", "Server nach Monitor";
    leads: "leads its cooperating MaxScales", "führt die kooperierenden MaxScales";
    no_servers: "MaxScale has no servers yet. Add one with: maxctrl create server NAME ADDRESS PORT",
        "MaxScale hat noch keine Server. Hinzufügen mit: maxctrl create server NAME ADDRESS PORT";
    not_monitored: "Not monitored", "Nicht überwacht";
    watches_none: "This monitor watches no servers.", "Dieser Monitor überwacht keine Server.";
}
