//! All texts of the console, in each of its languages.
//!
//! A text is a function of the module of its area: `texts::common::cancel()`. Beside its English
//! stands its German. A third language is a further column of the macro `texts!`, and a line in
//! [`Language`].

mod fill;
mod language;
#[macro_use]
mod macros;
mod numbers;
#[cfg(feature = "pseudo")]
mod pseudo;

pub use fill::{capitalised, listed};
#[cfg(feature = "pseudo")]
pub use language::pseudo;
pub use language::{Language, Translation, german, in_english, speak, spoken};
pub use numbers::{NumberFormat, decimal, format_numbers, number};

areas! {
    /// The accounts of MaxScale.
    account,
    /// What goes wrong between the console and MaxScale.
    api,
    /// Charts and what is told of them.
    charts,
    /// What can be done to an object: on buttons, in menus and titles, and that it was done or not.
    commands,
    /// Words that stand in many places.
    common,
    /// What can be done to the console itself.
    console,
    /// How fresh the data is, and how often it is read.
    data_age,
    /// The panel of a demonstration, which changes a simulated MaxScale.
    demo,
    /// The dialog of a command.
    dialog,
    /// What a service is left with when servers leave.
    impact,
    /// The headings of columns, and words in their cells.
    listing,
    /// The objects of MaxScale by kind, and how many there are of what.
    objects,
    /// What is not as it should be, and what to do about it.
    problem,
    /// Why a command cannot be done now.
    refusals,
    /// The search everywhere.
    search,
    /// What a command will do, and what else to know of it.
    sentences,
    /// The table of servers by monitor.
    servers_table,
    /// Sessions wherever they are listed, and what narrows them.
    sessions,
    /// The frame around every page: navigation, version, messages and the menu of the user.
    shell,
    /// The keyboard's shortcuts.
    shortcuts,
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
}
