//! What the controls of every page say by themselves.

texts! { in ui;
    and_cannot_load(what): "This page is still of the version before, and {what} cannot be loaded.",
        "Diese Seite ist noch von der Version davor. Nicht mehr zu laden: {what}.";
    ascending: "ascending", "aufsteigend";
    copied: "Copied", "Kopiert";
    copy: "Copy", "Kopieren";
    copy_what(what): "Copy {what}", "{what} kopieren";
    could_not_load(what): "{what} could not be loaded", "Laden fehlgeschlagen: {what}";
    descending: "descending", "absteigend";
    dismiss: "Dismiss", "Ausblenden";
    hide_password: "Hide password", "Passwort verbergen";
    loading(what): "Loading {what}", "Wird geladen: {what}";
    main_navigation: "Main", "Hauptnavigation";
    next_page: "Next", "Weiter";
    none_on_page(total): "None on this page, {total} in total", "Keine auf dieser Seite, {total} insgesamt";
    notifications: "Notifications", "Benachrichtigungen";
    part(first, last, total): "{first}–{last} of {total}", "{first}–{last} von {total}";
    previous_page: "Previous", "Zurück";
    selected_to_copy: "Selected: press Ctrl+C to copy", "Markiert: mit Strg+C kopieren";
    show_password: "Show password", "Passwort anzeigen";
    skip_to_content: "Skip to content", "Zum Inhalt springen";
    skip_to_table: "Skip to table", "Zur Tabelle springen";
    sort_by: "Sort by", "Sortieren nach";
    sort_as_well: "With Shift: sort by this as well", "Mit Umschalttaste: zusätzlich hiernach sortieren";
    the_dialog: "the dialog", "der Dialog";
    was_updated: "MaxConsole was updated", "MaxConsole wurde aktualisiert";
    why_not_loaded: "The network, or the server that the console comes from, may be down.",
        "Vielleicht ist das Netz gestört oder der Server, von dem die Konsole kommt, nicht erreichbar.";
}
