//! What waits to be signed, and what was signed with what.

mod preparations;
mod rules;
mod signatures;

use crate::database::repository;

repository! {
    /// Preparations and signatures.
    Signing, signing
}

pub use rules::SignerRow;
pub use signatures::{NewSignature, SignatureOf, SignatureRow};
