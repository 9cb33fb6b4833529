//! Words that stand in many places.

texts! { in common;
    and(others, last): "{others} and {last}", "{others} und {last}";
    cancel: "Cancel", "Abbrechen";
    close: "Close", "Schließen";
    loading: "Loading", "Wird geladen";
    name: "Name", "Name";
    no: "No", "Nein";
    none: "None", "Keine";
    not_known: "Not known", "Nicht bekannt";
    reload: "Reload", "Neu laden";
    state: "State", "Zustand";
    try_again: "Try again", "Erneut versuchen";
    yes: "Yes", "Ja";
}
