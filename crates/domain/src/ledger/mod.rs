//! The ledger's language: what an official act leaves behind, and how its digest is made.

mod canonical;
mod event;
mod kind;

pub use canonical::{canonical_json, digest, digest_hex};
pub use event::{Actor, Entry, Event, Module};
pub use kind::{EventKind, SubjectKind};
