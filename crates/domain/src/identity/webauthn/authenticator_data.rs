//! What the authenticator says about itself and its user.

use super::{AssertionRefusal, RelyingParty};
use sha2::{Digest as _, Sha256};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const ATTESTED: u8 = 0x40;

/// What an authenticator said about itself and its user, in the standard's bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flags(pub u8);

impl Flags {
    /// Somebody touched it.
    pub const fn present(self) -> bool {
        self.0 & PRESENT != 0
    }

    /// He unlocked it: by finger, face or PIN.
    pub const fn verified(self) -> bool {
        self.0 & VERIFIED != 0
    }

    /// The key may leave the device, for another device of the same person.
    pub const fn backup_eligible(self) -> bool {
        self.0 & BACKUP_ELIGIBLE != 0
    }

    /// It has.
    pub const fn backed_up(self) -> bool {
        self.0 & BACKED_UP != 0
    }
}

/// The parts of authenticator data.
#[derive(Debug)]
pub(super) struct AuthenticatorData<'a> {
    rp_id_hash: &'a [u8; 32],
    pub(super) flags: Flags,
    pub(super) count: u32,
    /// What follows a new credential: its id, its key.
    pub(super) attested: Option<&'a [u8]>,
}

impl<'a> AuthenticatorData<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, AssertionRefusal> {
        let (rp_id_hash, rest) = bytes.split_first_chunk::<32>().ok_or(AssertionRefusal::Malformed)?;
        let (flags, rest) = rest.split_first().ok_or(AssertionRefusal::Malformed)?;
        let (count, rest) = rest.split_first_chunk::<4>().ok_or(AssertionRefusal::Malformed)?;
        Ok(Self {
            rp_id_hash,
            flags: Flags(*flags),
            count: u32::from_be_bytes(*count),
            attested: (flags & ATTESTED != 0).then_some(rest),
        })
    }

    /// Refuses what was made for another office, or without its user having unlocked it.
    pub(super) fn must_be_for(&self, relying_party: &RelyingParty) -> Result<(), AssertionRefusal> {
        if self.rp_id_hash[..] != Sha256::digest(relying_party.id.as_bytes())[..] {
            return Err(AssertionRefusal::OtherRelyingParty);
        }
        if !self.flags.present() {
            return Err(AssertionRefusal::NotPresent);
        }
        if !self.flags.verified() {
            return Err(AssertionRefusal::NotVerified);
        }
        Ok(())
    }
}
