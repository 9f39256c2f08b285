//! Keys of the office that never lie in its database.

mod ring;

pub use ring::KeyRing;
