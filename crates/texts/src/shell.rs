//! The frame around every page: navigation, version, messages and the menu of the user.

texts! { in shell;
    could_not_sign_out: "Could not sign out", "Abmelden fehlgeschlagen";
    messages: "Messages", "Meldungen";
    no_messages: "No messages", "Keine Meldungen";
    out_of_date: "Data may be out of date", "Die Daten sind vielleicht veraltet";
    retrying: "Retrying.", "Es wird weiter versucht.";
    simulated(version): "This is a simulated MaxScale {version}: nothing here touches a real server.",
        "Dies ist ein simuliertes MaxScale {version}: Nichts hier betrifft einen echten Server.";
    tested_with(versions): "Tested with MaxScale {versions}.", "Getestet mit MaxScale {versions}.";
    tested_with_others(versions): "Tested with MaxScale {versions}, not with this version.",
        "Getestet mit MaxScale {versions}, nicht mit dieser Version.";
    user_menu(name): "{name}: user menu", "{name}: Benutzermenü";
    version(version): "MaxScale {version}.", "MaxScale {version}.";
}
