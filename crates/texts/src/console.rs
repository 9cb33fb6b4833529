//! What can be done to the console itself.

texts! { in console;
    search_everywhere: "Search everywhere", "Überall suchen";
    shortcuts: "Keyboard shortcuts", "Tastenkürzel";
    this_list: "This list", "Diese Liste";
    refresh: "Refresh now", "Jetzt aktualisieren";
    reading_again: "Reading again", "Wird neu gelesen";
    pause: "Pause refreshing", "Aktualisierung anhalten";
    resume: "Resume refreshing", "Aktualisierung fortsetzen";
    pause_or_resume: "Pause refreshing, or resume", "Aktualisierung anhalten oder fortsetzen";
    theme(name): "Theme: {name}", "Farbschema: {name}";
    language(name): "Language: {name}", "Sprache: {name}";
    sign_out: "Sign out", "Abmelden";
}
