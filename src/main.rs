//! Starts the console in the browser.

mod api;
mod app;
mod charts;
mod commands;
mod components;
mod pages;
mod query;
mod route;
mod state;
mod ui;

fn main() {
    app::start();
}
