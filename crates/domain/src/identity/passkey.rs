//! A passkey in the office: enrolled by its owner, approved by somebody else, used, suspected, revoked.

use super::webauthn::{NewCredential, key_digest};
use super::{IdentityRefusal, RevocationReason, events};
use crate::ledger::Event;
use crate::office::{PasskeyId, PersonId, Timestamp, Version, clean_line, vocabulary};

vocabulary! {
    /// What a passkey is good for.
    PasskeyState {
        /// Enrolled; somebody else has still to look at it. Good for nothing.
        Pending = "pending",
        /// Good for signing in and for signing.
        Approved = "approved",
        /// There may be a copy of it. Good for nothing until it is approved anew.
        Suspected = "suspected",
        /// Good for nothing, for ever.
        Revoked = "revoked",
    }
}

/// The most passkeys that a person has beside those revoked.
const MOST_PASSKEYS: usize = 10;

/// The longest name of a passkey.
pub const LONGEST_PASSKEY_NAME: usize = 100;

/// A passkey, without its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Its id in the office.
    pub id: PasskeyId,
    /// Whose it is.
    pub person: PersonId,
    /// What its owner calls it.
    pub name: String,
    /// SHA-256 of its public key, hex.
    pub key_digest: String,
    /// What it is good for.
    pub state: PasskeyState,
    /// Who approved or revoked it; nobody for one that waits.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// Why it was revoked.
    pub reason: Option<RevocationReason>,
    /// The counter of its last signature.
    pub count: u32,
    /// When it was enrolled.
    pub created_at: Timestamp,
    /// When it last proved something.
    pub last_used_at: Option<Timestamp>,
    /// How often it was changed.
    pub version: Version,
}

/// A name as its owner typed it.
pub fn passkey_name(typed: &str) -> Result<String, IdentityRefusal> {
    clean_line(typed, LONGEST_PASSKEY_NAME).map_err(|_| IdentityRefusal::PasskeyName)
}

impl Passkey {
    /// A passkey that was enrolled just now; it waits for somebody's approval.
    pub fn enrol(
        id: PasskeyId,
        person: PersonId,
        name: &str,
        new: &NewCredential,
        others: usize,
        now: Timestamp,
    ) -> Result<(Self, Event), IdentityRefusal> {
        if others >= MOST_PASSKEYS {
            return Err(IdentityRefusal::TooManyPasskeys);
        }
        let passkey = Self {
            id,
            person,
            name: passkey_name(name)?,
            key_digest: key_digest(&new.public_key),
            state: PasskeyState::Pending,
            decided_by: None,
            decided_at: None,
            reason: None,
            count: new.count,
            created_at: now,
            last_used_at: None,
            version: Version::FIRST,
        };
        let event = events::passkey_enrolled(person, id, &passkey.key_digest);
        Ok((passkey, event))
    }

    /// Another name.
    pub fn rename(self, name: &str) -> Result<(Self, Event), IdentityRefusal> {
        self.must_not_be_revoked()?;
        let name = passkey_name(name)?;
        let event = events::passkey_renamed(self.person, self.id);
        Ok((
            Self {
                name,
                version: self.version.next(),
                ..self
            },
            event,
        ))
    }

    /// Somebody other than its owner approves it: a person alone cannot give himself a key.
    pub fn approve(self, by: PersonId, now: Timestamp) -> Result<(Self, Event), IdentityRefusal> {
        self.must_not_be_revoked()?;
        if by == self.person {
            return Err(IdentityRefusal::OwnPasskey);
        }
        if self.state == PasskeyState::Approved {
            return Err(IdentityRefusal::PasskeyApproved);
        }
        let event = events::passkey_approved(self.person, self.id, &self.key_digest);
        Ok((self.decided(PasskeyState::Approved, Some(by), None, now), event))
    }

    /// Revokes it, for ever.
    pub fn revoke(
        self,
        by: Option<PersonId>,
        reason: RevocationReason,
        now: Timestamp,
    ) -> Result<(Self, Event), IdentityRefusal> {
        self.must_not_be_revoked()?;
        let event = events::passkey_revoked(self.person, self.id, reason);
        Ok((self.decided(PasskeyState::Revoked, by, Some(reason), now), event))
    }

    /// It counted back. The count that it showed is remembered, so that it can be used again if somebody approves it anew.
    pub fn suspect(self, shown: u32, now: Timestamp) -> (Self, Event) {
        let event = events::passkey_suspected(self.person, self.id);
        let suspected = self.decided(PasskeyState::Suspected, None, None, now);
        (
            Self {
                count: shown,
                ..suspected
            },
            event,
        )
    }

    /// It proved something.
    #[must_use]
    pub fn used(self, count: u32, now: Timestamp) -> Self {
        Self {
            count,
            last_used_at: Some(now),
            ..self
        }
    }

    fn decided(
        self,
        state: PasskeyState,
        by: Option<PersonId>,
        reason: Option<RevocationReason>,
        now: Timestamp,
    ) -> Self {
        Self {
            state,
            decided_by: by,
            decided_at: Some(now),
            reason,
            version: self.version.next(),
            ..self
        }
    }

    fn must_not_be_revoked(&self) -> Result<(), IdentityRefusal> {
        if self.state == PasskeyState::Revoked {
            Err(IdentityRefusal::PasskeyRevoked)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::webauthn::Flags;
    use super::*;
    use crate::ledger::sha256_hex;
    use chrono::DateTime;
    use proptest::prelude::*;
    use uuid::Uuid;

    const OWNER: PersonId = PersonId(Uuid::from_u128(1));
    const OTHER: PersonId = PersonId(Uuid::from_u128(2));

    fn now() -> Timestamp {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn credential() -> NewCredential {
        NewCredential {
            id: vec![1],
            public_key: vec![2, 3],
            count: 5,
            flags: Flags(0),
        }
    }

    fn pending() -> Passkey {
        Passkey::enrol(
            PasskeyId(Uuid::from_u128(9)),
            OWNER,
            " My  key ",
            &credential(),
            0,
            now(),
        )
        .unwrap()
        .0
    }

    #[test]
    fn nobody_approves_his_own() {
        assert_eq!(pending().name, "My key");
        assert_eq!(
            pending().approve(OWNER, now()).unwrap_err(),
            IdentityRefusal::OwnPasskey
        );
        let (approved, event) = pending().approve(OTHER, now()).unwrap();
        assert_eq!(event.content["public_key_sha256"], sha256_hex("\u{2}\u{3}"));
        assert_eq!(
            (approved.state, approved.decided_by),
            (PasskeyState::Approved, Some(OTHER))
        );
        assert_eq!(
            approved.approve(OTHER, now()).unwrap_err(),
            IdentityRefusal::PasskeyApproved
        );
    }

    #[test]
    fn a_suspected_one_can_be_approved_anew_and_counts_on_from_what_it_showed() {
        let (approved, _) = pending().approve(OTHER, now()).unwrap();
        let (suspected, _) = approved.suspect(3, now());
        assert_eq!((suspected.state, suspected.count), (PasskeyState::Suspected, 3));
        let (anew, _) = suspected.approve(OTHER, now()).unwrap();
        assert_eq!((anew.state, anew.count), (PasskeyState::Approved, 3));
    }

    #[test]
    fn there_is_an_end_to_them_and_to_their_names() {
        let enrol =
            |name: &str, others| Passkey::enrol(PasskeyId(Uuid::nil()), OWNER, name, &credential(), others, now());
        assert_eq!(
            enrol("Key", MOST_PASSKEYS).unwrap_err(),
            IdentityRefusal::TooManyPasskeys
        );
        for name in ["", "  ", &"x".repeat(101), "a\u{202E}b"] {
            assert_eq!(enrol(name, 0).unwrap_err(), IdentityRefusal::PasskeyName, "{name}");
        }
    }

    proptest! {
        /// Whatever happens to it, a passkey is good only after somebody else approved it, and never after it was revoked.
        #[test]
        fn only_others_make_it_good_and_nothing_does_once_revoked(steps in prop::collection::vec(0_u8..6, 0..30)) {
            let mut passkey = pending();
            let (mut vouched, mut revoked) = (false, false);
            for step in steps {
                let done = match step {
                    0 => passkey.clone().approve(OWNER, now()),
                    1 => passkey.clone().approve(OTHER, now()),
                    2 => passkey.clone().revoke(Some(OTHER), RevocationReason::Lost, now()),
                    3 => passkey.clone().rename("Another"),
                    4 if passkey.state == PasskeyState::Approved => Ok(passkey.clone().suspect(1, now())),
                    _ => continue,
                };
                if let Ok((next, event)) = done {
                    prop_assert_eq!(event.subject, OWNER.0);
                    prop_assert!(next.version > passkey.version);
                    vouched = (vouched || step == 1) && step != 4;
                    revoked |= step == 2;
                    passkey = next;
                }
                prop_assert_eq!(passkey.state == PasskeyState::Approved, vouched && !revoked);
                prop_assert_eq!(passkey.state == PasskeyState::Revoked, revoked);
            }
        }
    }
}
