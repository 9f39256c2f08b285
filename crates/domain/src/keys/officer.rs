//! The key that the office keeps for an officer, to sign with when he has confirmed it with his second factor.

use super::KeyRefusal;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{PersonId, SigningKeyId, Timestamp};
use serde_json::{Value, json};

/// An officer's key pair, without its secret half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerKey {
    /// Its id.
    pub id: SigningKeyId,
    /// Whose it is.
    pub person: PersonId,
    /// The uncompressed point on P-256, hex.
    pub public_key: String,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub retired_at: Option<Timestamp>,
}

impl OfficerKey {
    /// What the ledger keeps of a new key: whoever checks a signature later finds here whose key it was.
    pub fn made(&self) -> Event {
        let content = json!({ "key": self.id, "public_key": self.public_key });
        self.event(EventKind::SigningKeyMade, content)
    }

    /// Refuses a key that signs no more.
    pub fn must_be_current(&self) -> Result<(), KeyRefusal> {
        match self.retired_at {
            Some(_) => Err(KeyRefusal::SigningKeyRetired),
            None => Ok(()),
        }
    }

    /// The key signs no more; what it has signed stays signed.
    pub fn retire(self, now: Timestamp) -> Result<(Self, Event), KeyRefusal> {
        self.must_be_current()?;
        let event = self.event(EventKind::SigningKeyRetired, json!({ "key": self.id }));
        let retired = Self {
            retired_at: Some(now),
            ..self
        };
        Ok((retired, event))
    }

    fn event(&self, kind: EventKind, content: Value) -> Event {
        Event::new(Module::Keys, kind, SubjectKind::Person, self.person.0, content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_key_is_retired_once_and_signs_no_more() {
        let now = Timestamp::from_timestamp(1_790_000_000, 0).unwrap();
        let key = OfficerKey {
            id: SigningKeyId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            public_key: "04".to_owned(),
            created_at: now,
            retired_at: None,
        };
        assert_eq!(key.must_be_current(), Ok(()));
        let (key, event) = key.retire(now).unwrap();
        assert_eq!((event.subject, key.retired_at), (key.person.0, Some(now)));
        assert_eq!(key.must_be_current(), Err(KeyRefusal::SigningKeyRetired));
        assert_eq!(key.retire(now).unwrap_err(), KeyRefusal::SigningKeyRetired);
    }
}
