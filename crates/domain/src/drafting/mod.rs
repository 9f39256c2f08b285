//! Drafts for approval: their text, their form, and between whom each form may pass (rule 10).

mod form;
mod text;

pub use form::{DraftingRefusal, Form, Party, address, permitted};
pub use text::{
    Align, Block, Cell, ListStyle, MOST_BLOCKS, MOST_CHARACTERS, MOST_COLUMNS, MOST_DEPTH, MOST_ROWS, Run, Text,
};
