//! Key-encryption keys: they seal the secrets that the database keeps, and never lie in it.

use super::KeyRefusal;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{EncryptionKeyId, vocabulary};
use serde_json::{Value, json};

vocabulary! {
    /// Where a key-encryption key lies.
    KeyKind {
        /// In a file that only the server reads.
        File = "file",
        /// In a token or HSM, which does not give it out.
        Pkcs11 = "pkcs11",
    }
}

fn event(kind: EventKind, key: EncryptionKeyId, content: Value) -> Event {
    Event::new(Module::Keys, kind, SubjectKind::EncryptionKey, key.0, content)
}

/// From now on `key` seals; what `previous` keys sealed is sealed anew.
pub fn key_rotated(key: EncryptionKeyId, lies_in: KeyKind, previous: &[EncryptionKeyId]) -> Event {
    let content = json!({ "kind": lies_in, "previous": previous });
    event(EventKind::KeyEncryptionKeyRotated, key, content)
}

/// Takes a key out of use for good; `seals` secrets of the database need it. Without it they would be lost, so there
/// must be none; and the `current` key will be needed by the next one.
pub fn retire_key(key: EncryptionKeyId, current: EncryptionKeyId, seals: u64) -> Result<Event, KeyRefusal> {
    if key == current {
        return Err(KeyRefusal::KeyCurrent);
    }
    if seals > 0 {
        return Err(KeyRefusal::KeyInUse);
    }
    Ok(event(EventKind::KeyEncryptionKeyRetired, key, json!({})))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_key_is_retired_when_nothing_needs_it() {
        let (old, current) = (EncryptionKeyId(Uuid::from_u128(1)), EncryptionKeyId(Uuid::from_u128(2)));
        assert_eq!(retire_key(current, current, 0), Err(KeyRefusal::KeyCurrent));
        assert_eq!(retire_key(old, current, 1), Err(KeyRefusal::KeyInUse));
        assert_eq!(retire_key(old, current, 0).unwrap().subject, old.0);
    }
}
