//! A browser, a console to look at in it, and the words to say what a person does there.

pub mod axe;
pub mod browser;
pub mod cdp;
pub mod console;
pub mod find;
pub mod folders;
pub mod keyboard;
pub mod measure;
pub mod mutations;
pub mod network;
pub mod node;
pub mod page;
pub mod page_errors;
pub mod remote;
pub mod rest;
pub mod runner;
pub mod until;
pub mod words;

pub use console::TestConsole;
pub use find::Find;
pub use page::Page;
pub use rest::Rest;
pub use until::until;
