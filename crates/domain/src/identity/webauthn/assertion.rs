//! An assertion: the proof that somebody holds a passkey, unlocked it, and was asked for just this.

use super::authenticator_data::{AuthenticatorData, Flags};
use super::client_data::ClientData;
use super::{PublicKey, RelyingParty};
use crate::office::refusals;
use sha2::{Digest as _, Sha256};

refusals! {
    /// Why an answer of an authenticator proves nothing.
    AssertionRefusal {
        /// It is not what the standard describes.
        Malformed => "passkey-malformed", Invalid;
        /// The key is of an algorithm that the office does not know.
        KeyUnsupported => "passkey-key-unsupported", Invalid;
        /// It was made for another purpose: an enrolment is no assertion.
        OtherType => "passkey-other-type", Invalid;
        /// It answers another challenge.
        OtherChallenge => "passkey-other-challenge", Invalid;
        /// It was asked for by a page from elsewhere.
        OtherOrigin => "passkey-other-origin", Invalid;
        /// It was asked for inside a page from elsewhere.
        CrossOrigin => "passkey-cross-origin", Invalid;
        /// It was made for another host.
        OtherRelyingParty => "passkey-other-host", Invalid;
        /// Nobody touched the authenticator.
        NotPresent => "passkey-not-present", Invalid;
        /// Nobody unlocked the authenticator.
        NotVerified => "passkey-not-verified", Invalid;
        /// The key did not sign it.
        SignatureWrong => "passkey-signature-wrong", Invalid;
        /// The authenticator has counted less than it had before: there may be a copy of it.
        CounterBack => "passkey-counter-back", Invalid;
    }
}

/// What an authenticator answered.
#[derive(Debug, Clone, Copy)]
pub struct Assertion<'a> {
    /// What the authenticator said, with flags and counter.
    pub authenticator_data: &'a [u8],
    /// What the browser said.
    pub client_data_json: &'a [u8],
    /// The signature over both.
    pub signature: &'a [u8],
}

/// What a good assertion leaves behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// The counter to be remembered.
    pub count: u32,
    /// What the authenticator said about itself.
    pub flags: Flags,
}

/// Verifies that the holder of `public_key` answered `challenge`, for this office, after unlocking his authenticator.
///
/// The counter is looked at last: only the key itself can bring it under suspicion.
pub fn verify_assertion(
    public_key: &PublicKey,
    challenge: &[u8],
    relying_party: &RelyingParty,
    assertion: &Assertion<'_>,
    previous_count: u32,
) -> Result<Verified, AssertionRefusal> {
    ClientData::read(assertion.client_data_json)?.must_be("webauthn.get", challenge, relying_party)?;
    let data = AuthenticatorData::read(assertion.authenticator_data)?;
    data.must_be_for(relying_party)?;
    let digest = Sha256::digest(assertion.client_data_json);
    let signed = [assertion.authenticator_data, digest.as_slice()].concat();
    if !public_key.verifies(&signed, assertion.signature) {
        return Err(AssertionRefusal::SignatureWrong);
    }
    let counts = data.count != 0 || previous_count != 0;
    if counts && data.count <= previous_count {
        return Err(AssertionRefusal::CounterBack);
    }
    Ok(Verified {
        count: data.count,
        flags: data.flags,
    })
}
