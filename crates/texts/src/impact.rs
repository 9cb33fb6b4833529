//! What a service is left with when servers leave.

texts! { in impact;
    nothing_already: "has no usable server already", "hat schon jetzt keinen nutzbaren Server";
    nothing: "will have no usable server", "hat dann keinen nutzbaren Server";
    no_primary: "will have no primary: writes fail", "hat dann keinen Primary: Schreibzugriffe schlagen fehl";
    primary_stands_in: "only the primary is left to stand in", "nur der Primary kann noch einspringen";
    servers(count): ["{count} usable server left", "{count} usable servers left"],
        ["noch {count} nutzbarer Server", "noch {count} nutzbare Server"];
    lose_last_server(count, services): [
        "{services} loses its last usable server: clients get errors.",
        "{services} lose their last usable server: clients get errors."
    ], [
        "{services} verliert den letzten nutzbaren Server: Clients bekommen Fehler.",
        "{services} verlieren den letzten nutzbaren Server: Clients bekommen Fehler."
    ];
    lose_primary(count, services): [
        "{services} loses its primary: writes fail.",
        "{services} lose their primary: writes fail."
    ], [
        "{services} verliert den Primary: Schreibzugriffe schlagen fehl.",
        "{services} verlieren den Primary: Schreibzugriffe schlagen fehl."
    ];
}
