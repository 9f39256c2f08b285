//! What an officer signs, what he signs it with, and what proves it to anybody afterwards (rule 4).
//!
//! An officer signs a [`Statement`]: canonical JSON of the note, or of the act, to the byte. The best signature is one by
//! his passkey, whose challenge is the statement's. Where he has none, the office signs with a key that it keeps for him,
//! unlocked by what he proved just before; the [`Evidence`] says which of the two it was, and never more than is true.

mod evidence;
mod policy;
mod preparation;
mod statement;

pub use evidence::{
    Evidence, PasskeyEvidence, ServerKeyEvidence, SignatureRefusal, SignatureState, holds, signature_state,
};
pub use policy::{LeastProof, Method, SIGNED_KINDS, SigningRefusal, may_unlock, methods};
pub use preparation::Preparation;
pub use statement::{Purpose, Statement};
