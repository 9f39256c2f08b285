//! Units, posts, persons, charges.

mod refs;

pub use refs::{PersonRef, PostRef, UnitRef};
