//! What goes wrong between the console and MaxScale.

texts! { in api;
    unreachable: "MaxScale cannot be reached. Check that MaxScale is running and your network connection.",
        "MaxScale ist nicht erreichbar. Prüfen, ob MaxScale läuft und die Netzverbindung steht.";
    timed_out: "MaxScale did not answer in time. It may be busy with a long operation; look at the state \
        before you try again.",
        "MaxScale hat nicht rechtzeitig geantwortet. Vielleicht dauert dort etwas lange; vor einem neuen \
        Versuch den Zustand prüfen.";
    signed_out: "Your session has ended. Sign in again; nothing you entered is lost.",
        "Die Sitzung ist abgelaufen. Neu anmelden; keine Eingabe geht verloren.";
    forbidden: "This account, or this host, may not change anything.",
        "Dieses Konto oder dieser Host darf nichts ändern.";
    gone: "It does not exist any more.", "Das gibt es nicht mehr.";
    refused(status): "MaxScale refused with status {status} and gave no reason.",
        "MaxScale hat mit Status {status} abgelehnt und keinen Grund genannt.";
    unreadable(reason): "MaxScale’s answer could not be understood: {reason}.",
        "Die Antwort von MaxScale ist nicht lesbar: {reason}.";
    nothing_new: "Nothing new is known.", "Nichts Neues bekannt.";

    not_json(error): "the answer is not JSON: {error}", "sie ist kein JSON: {error}";
    no_object: "the answer has no object under “data”", "sie hat kein Objekt unter „data“";
    no_list: "the answer has no list under “data”", "sie hat keine Liste unter „data“";
    another_type: "it is of another type", "sie ist von anderem Typ";
    no_user: "it is no user", "sie nennt keinen Benutzer";

    wrong_credentials: "Wrong user name or password.", "Benutzername oder Passwort ist falsch.";
    needs_https: "MaxScale takes passwords over HTTPS only. Reach it by https://, or set \
        admin_secure_gui=false in its configuration.",
        "MaxScale nimmt Passwörter nur über HTTPS an. MaxScale über https:// aufrufen oder in seiner \
        Konfiguration admin_secure_gui=false setzen.";

    killed(name): "{name} (killed)", "{name} (beendet)";
    replication_broken(name): "{name} (replication broken)", "{name} (Replikation gestört)";
    no_simulation: "The simulation cannot be reached.", "Die Simulation ist nicht erreichbar.";
}
