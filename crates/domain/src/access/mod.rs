//! Who may do what: one pure function decides for the whole office.
//!
//! permit = the acting post holds the charge now ∧ role ∧ visible ∧ custody where the action needs
//! it ∧ not recused; of an assistant, what is open to assistants besides. What may not be seen does not exist (404);
//! what may be seen and not done is refused (403).

mod decide;
mod officer;

pub use decide::{AccessRefusal, Action, Denial, Permit, Standing, decide};
pub use officer::{Assisting, Capacity, Officer, Role, Roles, Side, officers_of, only_post};
