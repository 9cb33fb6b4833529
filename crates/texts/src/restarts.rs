//! That MaxScale was restarted.

texts! { in restarts;
    restarted: "MaxScale was restarted", "MaxScale wurde neu gestartet";
    started_at(moment): "It started at {moment}. Sessions and statistics begin anew.",
        "Gestartet: {moment}. Sitzungen und Statistik beginnen von vorn.";
}
