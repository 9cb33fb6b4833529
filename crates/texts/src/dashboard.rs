//! The dashboard: its lists, and which MaxScale this is.

texts! { in dashboard;
    no_filters: "MaxScale has no filters. Services work without.",
        "MaxScale hat keine Filter. Services laufen auch ohne.";
    no_listeners: "MaxScale has no listeners: no client can connect. \
            Add one with: maxctrl create listener SERVICE NAME PORT",
        "MaxScale hat keine Listener: Kein Client kann sich verbinden. \
            Anlegen mit: maxctrl create listener SERVICE NAME PORT";
    no_monitors: "MaxScale has no monitors: nothing watches the servers. \
            Add one with: maxctrl create monitor NAME MODULE",
        "MaxScale hat keine Monitore: Nichts überwacht die Server. \
            Anlegen mit: maxctrl create monitor NAME MODULE";
    no_services: "MaxScale has no services yet. Add one with: maxctrl create service NAME ROUTER",
        "MaxScale hat noch keine Services. Anlegen mit: maxctrl create service NAME ROUTER";
    on_host(maxscale, host): "{maxscale} on {host}", "{maxscale} auf {host}";
    up_for(maxscale, age): "{maxscale}, up for {age}", "{maxscale}, läuft seit {age}";
    activated: "Activated", "Aktiviert";
    commit: "Commit", "Commit";
    configuration_sync: "Configuration sync", "Konfigurationsabgleich";
    from(sync, origin): "{sync}, from {origin}", "{sync}, von {origin}";
    version(sync, version): "{sync}, version {version}", "{sync}, Version {version}";
}
