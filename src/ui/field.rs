//! Form fields: a control with its label, its hint and its error in words.

mod checkbox;
mod frame;
mod password;
mod search;
mod select;
mod select_field;
mod text;

pub use checkbox::Checkbox;
pub use password::PasswordField;
pub use search::SearchField;
pub use select::Select;
pub use select_field::SelectField;
pub use text::TextField;
