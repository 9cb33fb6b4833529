//! Form fields: a control with its label, its hint and its error in words.

mod checkbox;
mod frame;
mod password;
mod search;
mod select;
mod text;

pub use checkbox::Checkbox;
pub use password::PasswordField;
pub use search::SearchField;
pub use select::Select;
pub use text::TextField;
