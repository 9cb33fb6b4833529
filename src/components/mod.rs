//! Parts that know MaxScale and serve more than one page.

pub mod charts;
pub mod data_age;
pub mod demo;
pub mod drains;
pub mod lag;
pub mod links;
pub mod loaded;
pub mod object_page;
pub mod object_table;
pub mod object_tabs;
pub mod problems;
pub mod replication;
pub mod restarts;
pub mod search;
pub mod servers_table;
pub mod session_ended;
pub mod sessions;
pub mod sessions_table;
pub mod shell;
pub mod shortcuts;
pub mod sign_in_form;
pub mod state_badge;
pub mod theme;
pub mod time;
pub mod tree;
pub mod user_menu;
