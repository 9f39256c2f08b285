//! What waits for a post, and how long it may.

mod ageing;

pub use ageing::{Ageing, ageing, due_at, office_clock, office_day, overdue, start_of_day};
