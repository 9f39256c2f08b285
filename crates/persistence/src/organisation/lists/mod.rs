//! Lists of units, posts, persons and charges, with everything that their pages show.

mod persons;
mod posts;
mod units;

pub use persons::{HeldPost, PastCharge, PersonLine};
pub use posts::{Holder, PostFilter, PostLine};
pub use units::UnitLine;
