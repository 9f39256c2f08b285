//! Units, posts, persons, charges, delegations.

mod charges;
mod common;
mod delegations;
mod imports;
mod persons;
mod posts;
mod sheets;
mod units;

pub use charges::{appoint, end_charge, list_charges, transfer_charge};
pub(crate) use common::{done, fields};
pub use daftar_persistence::organisation::{
    HeldPost, Holder, PastCharge, PersonLine, PersonRef, PostFilter, PostLine, PostRef, UnitLine, UnitRef,
};
pub use delegations::{
    DelegationDetail, GiveDelegation, end_delegation, get_delegation, give_delegation, list_delegations,
};
pub(crate) use imports::{IMPORT_JOB, run_import};
pub use imports::{Import, get_import, request_import};
pub use persons::{
    PersonChange, create_person, deactivate_person, get_person, list_persons, reactivate_person, update_person,
};
pub use posts::{NewPost, PostChange, abolish_post, create_post, get_post, list_posts, post_timeline, update_post};
pub use sheets::Sheets;
pub use units::{LetterheadChange, NewUnit, UnitChange, close_unit, create_unit, get_unit, list_units, update_unit};
