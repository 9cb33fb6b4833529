//! All texts of the console, in each of its languages.
//!
//! A text is a function of the module of its area: `texts::common::cancel()`. Beside its English
//! stands its German. A third language is a further column of the macro `texts!`, and a line in
//! [`Language`].

mod fill;
mod language;
mod letters;
#[macro_use]
mod macros;
mod numbers;
#[cfg(feature = "pseudo")]
mod pseudo;

pub use fill::listed;
#[cfg(feature = "pseudo")]
pub use language::pseudo;
pub use language::{Language, Translation, german, in_english, speak, spoken};
pub use letters::{capitalised, lowered};
pub use numbers::{NumberFormat, decimal, format_numbers, number};

/// A text that takes nothing, as tables hold it.
pub type Text = fn() -> &'static str;

areas! {
    /// The accounts of MaxScale.
    account,
    /// What goes wrong between the console and MaxScale.
    api,
    /// What objects have: the labels of facts and of tabs on their pages, and the headings of columns.
    attributes,
    /// Charts and what is told of them.
    charts,
    /// What can be done to an object: on buttons, in menus and titles, and that it was done or not.
    commands,
    /// Words that stand in many places.
    common,
    /// What can be done to the console itself.
    console,
    /// The dashboard: its lists, and which MaxScale this is.
    dashboard,
    /// How fresh the data is, and how often it is read.
    data_age,
    /// The panel of a demonstration, which changes a simulated MaxScale.
    demo,
    /// The dialog of a command.
    dialog,
    /// How far a drain has come.
    drains,
    /// What a service is left with when servers leave.
    impact,
    /// The objects of MaxScale by kind, and how many there are of what.
    objects,
    /// What pages are called, the ways between them, and where one has nothing to show.
    pages,
    /// What is loaded by itself, and what is said while it is not here.
    parts,
    /// What is not as it should be, and what to do about it.
    problem,
    /// The list of everything that is not as it should be.
    problem_list,
    /// Why a command cannot be done now.
    refusals,
    /// The card that tells whom a server follows and who follows it.
    replication_card,
    /// That MaxScale was restarted.
    restarts,
    /// The search everywhere.
    search,
    /// What a command will do, and what else to know of it.
    sentences,
    /// The page of a server.
    server_page,
    /// The table of servers by monitor.
    servers_table,
    /// The page of a service.
    service_page,
    /// Sessions wherever they are listed, and what narrows them.
    sessions,
    /// The frame around every page: navigation, version, messages and the menu of the user.
    shell,
    /// The keyboard's shortcuts.
    shortcuts,
    /// Signing in, at the start and after the session has ended.
    sign_in,
    /// The states that objects are in.
    state,
    /// What stands in, above and below a table of objects.
    tables,
    /// The colours of the console.
    theme,
    /// Short messages about what has happened.
    toasts,
    /// What the controls of every page say by themselves.
    ui,
    /// The page of those who may sign in to MaxScale.
    users_page,
    /// Values in a word.
    values,
}
