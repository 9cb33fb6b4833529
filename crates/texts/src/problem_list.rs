//! The list of everything that is not as it should be.

texts! { in problem_list;
    all_well: "All servers, services and monitors are well.",
        "Alle Server, Services und Monitore sind in Ordnung.";
    because_of: "Because of", "Ursachen";
    broken: "Broken", "Gestört";
    caution: "Caution", "Achtung";
    count_notices(count): ["{count} notice", "{count} notices"], ["{count} Hinweis", "{count} Hinweise"];
    count_problems(count): ["{count} problem", "{count} problems"], ["{count} Problem", "{count} Probleme"];
    notice: "Notice", "Hinweis";
}
