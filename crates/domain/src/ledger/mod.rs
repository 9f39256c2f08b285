//! The ledger's language: what an official act leaves behind, and how its digest is made.

pub mod audit;
mod canonical;
mod checkpoint;
mod event;
mod facts;
mod kind;
mod signed_note;
pub mod tree;
mod verification;
pub mod witness;

pub use canonical::{canonical_json, digest_hex, sha256_hex};
pub use checkpoint::{Checkpoint, NotACheckpoint, TrustedKeys, Untrusted};
pub use event::{Actor, Entry, Event, Module, Numbered, Salt, VERSION};
pub use facts::Facts;
pub use kind::{EventKind, SubjectKind};
pub use signed_note::{KeyUse, NoteError, SignatureLine, Signed, SignedNote, SignerKey, VerifierKey};
pub use verification::{VerificationState, is_due};
pub use witness::WitnessProblem;
