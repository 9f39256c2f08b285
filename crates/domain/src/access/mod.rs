//! Who may do what: one pure function decides for the whole office.
//!
//! permit = the acting post holds the charge now ∧ role ∧ visible ∧ custody where the action needs
//! it ∧ not recused. What may not be seen does not exist (404); what may be seen and not done is refused (403).

mod decide;
mod officer;

pub use decide::{AccessRefusal, Action, Denial, Permit, Standing, decide};
pub use officer::{Officer, Role, Roles, Side};
