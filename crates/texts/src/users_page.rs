//! The page of those who may sign in to MaxScale.

texts! { in users_page;
    all_users: "All users", "Alle Benutzer";
    forbidden: "Your account may not see the users", "Ihr Konto darf die Benutzer nicht sehen";
    no_users: "MaxScale has no users.", "MaxScale hat keine Benutzer.";
    ask_an_administrator: "Ask an administrator of MaxScale, or sign in with an account that is one.",
        "Fragen Sie einen Administrator von MaxScale, oder melden Sie sich mit einem Administratorkonto an.";
    who_they_are: "They sign in to MaxScale itself. The users of the databases are not among them.",
        "Sie melden sich bei MaxScale selbst an. Die Benutzer der Datenbanken gehören nicht dazu.";
}
