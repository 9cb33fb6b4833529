//! Signing in, at the start and after the session has ended.

texts! { in sign_in;
    could_not_sign_in: "Could not sign in", "Anmeldung fehlgeschlagen";
    enter_password: "Enter the password.", "Passwort eingeben.";
    enter_user_name: "Enter the user name.", "Benutzernamen eingeben.";
    leave_page: "Leave this page", "Diese Seite verlassen";
    password: "Password", "Passwort";
    remember_me: "Remember me", "Angemeldet bleiben";
    session_has_ended: "Your session has ended", "Ihre Sitzung ist beendet";
    sign_in: "Sign in", "Anmelden";
    sign_in_again: "Sign in again to continue. Nothing you entered is lost.",
        "Melden Sie sich erneut an, um fortzufahren. Ihre Eingaben bleiben erhalten.";
    sign_in_to_maxscale: "Sign in to MaxScale", "Bei MaxScale anmelden";
    user_name: "User name", "Benutzername";
}
