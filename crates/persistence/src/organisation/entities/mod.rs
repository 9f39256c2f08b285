//! The tables of the organisation, as sea-orm sees them.

pub mod charge;
pub mod person;
pub mod post;
pub mod unit;
