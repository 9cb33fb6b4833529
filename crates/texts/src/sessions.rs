//! Sessions wherever they are listed, and what narrows them.

texts! { in sessions;
    all_states: "All states", "Alle Zustände";
    any_idle_time: "Any idle time", "Beliebige Untätigkeit";
    idle_ten_seconds: "Idle 10 s or longer", "Mindestens 10 s untätig";
    idle_a_minute: "Idle 1 min or longer", "Mindestens 1 min untätig";
    idle_ten_minutes: "Idle 10 min or longer", "Mindestens 10 min untätig";
    idle_an_hour: "Idle 1 h or longer", "Mindestens 1 h untätig";
    idle_a_day: "Idle 1 day or longer", "Mindestens 1 Tag untätig";
    filters: "Filter sessions", "Sitzungen filtern";
    filter_by_host: "Filter by host", "Nach Host filtern";
    filter_by_idle_time: "Filter by idle time", "Nach Untätigkeit filtern";
    filter_by_server: "Filter by server", "Nach Server filtern";
    filter_by_service: "Filter by service", "Nach Service filtern";
    filter_by_user: "Filter by user", "Nach Benutzer filtern";
    clear_filters: "Clear filters", "Filter zurücksetzen";
    matching(shown, all): "{shown} of {all}", "{shown} von {all}";

    none: "No sessions.", "Keine Sitzungen.";
    none_matches: "No session matches these filters.", "Keine Sitzung passt zu diesen Filtern.";
    of_this_service: "Sessions of this service", "Sitzungen dieses Services";
    using_this_server: "Sessions using this server", "Sitzungen mit Verbindung zu diesem Server";

    first_of(shown, all): "The first {shown} of {all}:", "Die ersten {shown} von {all}:";
    all_of_this_service: "all sessions of this service", "alle Sitzungen dieses Services";
    cost_of_finding(all, megabytes):
        "MaxScale cannot list the sessions of one server. To find them, all {all} are read, about \
         {megabytes} MB, twice a minute.",
        "MaxScale kann die Sitzungen eines Servers nicht auflisten. Um sie zu finden, werden alle {all} \
         gelesen, etwa {megabytes} MB, zweimal in der Minute.";
    find: "Find the sessions", "Sitzungen suchen";
    too_many_to_read:
        "There are too many sessions to read all: MaxScale finds those of one user or service, and \
         what is sorted is this page.",
        "Es sind zu viele Sitzungen, um alle zu lesen: MaxScale findet die eines Benutzers oder \
         Services, und sortiert wird nur diese Seite.";
}
