//! How fresh the data is, and how often it is read.

texts! { in data_age;
    every_minutes(count): ["Every minute", "Every {count} minutes"], ["Jede Minute", "Alle {count} Minuten"];
    every_seconds(count): ["Every second", "Every {count} seconds"], ["Jede Sekunde", "Alle {count} Sekunden"];
    is_old(age): "Data is {age} old", "Die Daten sind {age} alt";
    live: "Live", "Live";
    no_data: "No data yet", "Noch keine Daten";
    paused: "Paused", "Angehalten";
    refresh(interval): "Refresh: {interval}", "Aktualisierung: {interval}";
}
