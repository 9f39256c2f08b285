//! Passkeys as the standard has them (`WebAuthn` level 3), as far as an office needs it: enrolment without attestation,
//! and assertions with user verification. All of it is pure: challenges come in from outside.
//!
//! A challenge need not be random. An officer signs a note with his passkey by an assertion whose challenge is the digest
//! of the note.

mod assertion;
mod authenticator_data;
mod client_data;
mod public_key;
mod registration;
mod relying_party;

pub use assertion::{Assertion, AssertionRefusal, Verified, verify_assertion};
pub use authenticator_data::Flags;
pub use client_data::named_challenge;
pub use public_key::{ALGORITHMS, PublicKey, key_digest};
pub use registration::{NewCredential, verify_registration};
pub use relying_party::{PasskeysImpossible, RelyingParty, relying_party};
