//! Rows of the filing tables.

pub mod draft_note;
pub mod file;
pub mod head;
pub mod movement;
pub mod note;
pub mod paper;
