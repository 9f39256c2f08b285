//! Forms of communication, and between whom each may pass (rule 10).

mod form;

pub use form::{DraftingRefusal, Form, Party, address, permitted};
