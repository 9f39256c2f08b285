//! Units, posts, persons, charges.

pub use daftar_persistence::organisation::{PersonRef, PostRef, UnitRef};
