//! A new credential, as an authenticator presents it.

use super::authenticator_data::{AuthenticatorData, Flags};
use super::client_data::ClientData;
use super::{AssertionRefusal, PublicKey, RelyingParty};
use ciborium::Value;

/// The longest id that a credential may have, by the standard.
const LONGEST_ID: usize = 1023;

/// Bytes that identify the make of an authenticator; they are not asked for, because nobody attests them.
const AAGUID: usize = 16;

/// A credential that an authenticator made for the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCredential {
    /// Its id, which the authenticator chose.
    pub id: Vec<u8>,
    /// Its public key as a COSE key.
    pub public_key: Vec<u8>,
    /// The counter of its signatures; always 0 where the authenticator keeps none.
    pub count: u32,
    /// What the authenticator said about itself.
    pub flags: Flags,
}

/// Verifies a registration that answers `challenge`.
///
/// Who made the authenticator is neither asked nor believed: another person approves a credential before it counts.
pub fn verify_registration(
    challenge: &[u8],
    relying_party: &RelyingParty,
    client_data_json: &[u8],
    attestation_object: &[u8],
) -> Result<NewCredential, AssertionRefusal> {
    ClientData::read(client_data_json)?.must_be("webauthn.create", challenge, relying_party)?;
    let bytes = authenticator_bytes(attestation_object).ok_or(AssertionRefusal::Malformed)?;
    let data = AuthenticatorData::read(&bytes)?;
    data.must_be_for(relying_party)?;
    let attested = data.attested.ok_or(AssertionRefusal::Malformed)?;
    let (id, public_key) = credential(attested).ok_or(AssertionRefusal::Malformed)?;
    PublicKey::from_cose(public_key)?;
    Ok(NewCredential {
        id: id.to_vec(),
        public_key: public_key.to_vec(),
        count: data.count,
        flags: data.flags,
    })
}

fn authenticator_bytes(attestation_object: &[u8]) -> Option<Vec<u8>> {
    let value: Value = ciborium::from_reader(attestation_object).ok()?;
    let entries = value.into_map().ok()?;
    let found = entries.into_iter().find(|(name, _)| name.as_text() == Some("authData"));
    found?.1.into_bytes().ok()
}

/// Id and key of a credential; extensions may follow.
fn credential(attested: &[u8]) -> Option<(&[u8], &[u8])> {
    let rest = attested.get(AAGUID..)?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let (id, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    if id.is_empty() || id.len() > LONGEST_ID {
        return None;
    }
    let mut after = rest;
    let _: Value = ciborium::from_reader(&mut after).ok()?;
    Some((id, rest.get(..rest.len() - after.len())?))
}
