//! Words that stand in many places.

texts! { in common;
    and(others, last): "{others} and {last}", "{others} und {last}";
    cancel: "Cancel", "Abbrechen";
    close: "Close", "Schließen";
    from_to(first, last): "{first} to {last}", "{first} bis {last}";
    loading: "Loading", "Wird geladen";
    name: "Name", "Name";
    no: "No", "Nein";
    none: "None", "Keine";
    not_known: "Not known", "Nicht bekannt";
    reload: "Reload", "Neu laden";
    says(who, words): "{who} says: {words}", "{who} meldet: {words}";
    state: "State", "Zustand";
    try_again: "Try again", "Erneut versuchen";
    undo: "Undo", "Rückgängig";
    unknown: "not known", "nicht bekannt";
    yes: "Yes", "Ja";
    and_more(count): "and {count} more", "und {count} weitere";
}
