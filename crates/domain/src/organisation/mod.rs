//! Units, posts, persons, charges and delegations: who sits where, and what may be changed about it.

mod charge;
mod delegation;
mod event;
mod fields;
mod import;
mod letterhead;
mod person;
mod post;
mod refusal;
mod tree;
mod unit;

pub use charge::{Charge, ChargeKind, Handover, Taking, appoint, end_charge, transfer_charge};
pub use delegation::{Delegation, DelegationState, Giving, LONGEST_DELEGATION, give_delegation};
pub use fields::TextRefusal;
pub use import::{Existing, ImportRefusal, Plan, Record, RowError, Rows, Sheet, Step, Table, plan_import, read_rows};
pub use letterhead::Letterhead;
pub use person::{Person, PersonFields};
pub use post::{Bound, Post, PostFields, PostUse};
pub use refusal::OrganisationRefusal;
pub use tree::Above;
pub use unit::{Unit, UnitFields, UnitKind, UnitUse};
