//! Signing: what is shown is what is signed, and what proves it is kept whole.
//!
//! An act that is signed runs twice through the same rules. *Preparing* it writes the statement down and shows it, and
//! changes nothing; *signing* it writes it down again, sees that it is the same to the byte, and keeps the act with its
//! evidence. Where the office's own key signs, both may happen at once.

mod mine;
mod prepare;
mod sign;
mod verified;

pub use mine::{MySignature, SignedFacts, SignedNoteFacts, my_signatures};
pub(crate) use prepare::prepared_with;
pub use prepare::{Prepared, prepared};
pub use sign::{Ready, Signature, bring};
pub(crate) use sign::{Signer, new_stamp, note_stamp, shown};
pub(crate) use verified::Verified;
