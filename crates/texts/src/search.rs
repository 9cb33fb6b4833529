//! The search everywhere.

texts! { in search;
    action: "Action", "Aktion";
    page: "Page", "Seite";
    button: "Search…", "Suchen…";
    field: "Search", "Suche";

    hint: "Search names, addresses or states, or type an action: “maintain db2”.",
        "Nach Namen, Adressen oder Zuständen suchen oder eine Aktion eingeben: „wartung db2“.";
    loading: "Loading…", "Wird geladen…";
    narrow_down(shown, all): "Showing {shown} of {all}. Keep typing to narrow down.",
        "{shown} von {all} Treffern. Weitertippen grenzt ein.";
    no_results(text): "No results for “{text}”.", "Keine Treffer für „{text}“.";
    results(count): ["{count} result.", "{count} results."], ["{count} Treffer.", "{count} Treffer."];
    unread(things, why): "The {things} could not be read: {why}",
        "{things} konnten nicht gelesen werden: {why}";
}
