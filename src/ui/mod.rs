//! The primitives of every page: they know how a control looks and behaves, and nothing of MaxScale.
//!
//! Each module has its rules in `style/<module>.css`. Props that may change are signals; a plain
//! value is accepted too. Words for people come from the caller, but for those of `texts::ui`.

mod anchor;
pub mod badge;
pub mod button;
pub mod combobox;
pub mod copy;
pub mod dialog;
pub mod disclosure;
pub mod download;
pub mod empty;
pub mod facts;
pub mod field;
pub mod focus;
pub mod hover_card;
pub mod icon;
mod id;
pub mod keys;
pub mod lazy;
pub mod live;
pub mod locale;
pub mod menu;
pub mod notice;
mod overflow;
pub mod pager;
mod roving;
pub mod section;
pub mod shell;
pub mod skeleton;
pub mod spinner;
pub mod table;
pub mod tabs;
pub mod toast;
pub mod tone;
