//! What happens to accounts and is worth an auditor's while.

use super::RevocationReason;
use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{PasskeyId, PersonId, SessionId};
use serde_json::{Value, json};

fn event(kind: EventKind, person: PersonId, content: Value) -> Event {
    Event::new(Module::Identity, kind, SubjectKind::Person, person.0, content)
}

/// A person chose a new password; every other session of his ended with it.
pub fn password_changed(person: PersonId) -> Event {
    event(EventKind::PasswordChanged, person, json!({}))
}

/// A set-up link was issued for a person.
pub fn set_up_link_issued(person: PersonId) -> Event {
    event(EventKind::SetUpLinkIssued, person, json!({}))
}

/// A person chose a password through a set-up link.
pub fn set_up_link_used(person: PersonId) -> Event {
    event(EventKind::SetUpLinkUsed, person, json!({}))
}

/// All sessions of a person were ended.
pub fn sessions_ended(person: PersonId) -> Event {
    event(EventKind::SessionsEnded, person, json!({}))
}

/// A spent refresh token came back, and its session was ended.
pub fn refresh_token_reused(person: PersonId, session: SessionId) -> Event {
    event(EventKind::RefreshTokenReused, person, json!({ "session": session }))
}

/// A person confirmed the codes of his phone.
pub fn totp_enrolled(person: PersonId) -> Event {
    event(EventKind::TotpEnrolled, person, json!({}))
}

/// A person removed the codes of his phone.
pub fn totp_removed(person: PersonId) -> Event {
    event(EventKind::TotpRemoved, person, json!({}))
}

/// A person got new codes on paper.
pub fn recovery_codes_renewed(person: PersonId) -> Event {
    event(EventKind::RecoveryCodesRenewed, person, json!({}))
}

/// A code on paper was used; so many are left.
pub fn recovery_code_used(person: PersonId, left: u64) -> Event {
    event(EventKind::RecoveryCodeUsed, person, json!({ "left": left }))
}

/// All second factors of a person were removed by an administrator.
pub fn factors_reset(person: PersonId, reason: RevocationReason) -> Event {
    event(EventKind::FactorsReset, person, json!({ "reason": reason }))
}

/// What the ledger keeps of a new passkey: whoever checks a signature later finds here whose key it was. COSE keys may be
/// long, so it is the digest.
pub(super) fn passkey_enrolled(person: PersonId, passkey: PasskeyId, key_digest: &str) -> Event {
    let content = json!({ "passkey": passkey, "public_key_sha256": key_digest });
    event(EventKind::PasskeyEnrolled, person, content)
}

/// The key is named once more: it is what somebody has approved.
pub(super) fn passkey_approved(person: PersonId, passkey: PasskeyId, key_digest: &str) -> Event {
    let content = json!({ "passkey": passkey, "public_key_sha256": key_digest });
    event(EventKind::PasskeyApproved, person, content)
}

pub(super) fn passkey_renamed(person: PersonId, passkey: PasskeyId) -> Event {
    event(EventKind::PasskeyRenamed, person, json!({ "passkey": passkey }))
}

pub(super) fn passkey_suspected(person: PersonId, passkey: PasskeyId) -> Event {
    event(EventKind::PasskeySuspected, person, json!({ "passkey": passkey }))
}

pub(super) fn passkey_revoked(person: PersonId, passkey: PasskeyId, reason: RevocationReason) -> Event {
    let content = json!({ "passkey": passkey, "reason": reason });
    event(EventKind::PasskeyRevoked, person, content)
}

/// What is told to a person about his account, whoever did it.
pub const NOTICE_KINDS: &[EventKind] = &[
    EventKind::PasswordChanged,
    EventKind::SetUpLinkIssued,
    EventKind::SetUpLinkUsed,
    EventKind::RefreshTokenReused,
    EventKind::TotpEnrolled,
    EventKind::TotpRemoved,
    EventKind::RecoveryCodesRenewed,
    EventKind::RecoveryCodeUsed,
    EventKind::PasskeyEnrolled,
    EventKind::PasskeyApproved,
    EventKind::PasskeyRevoked,
    EventKind::PasskeyRenamed,
    EventKind::PasskeySuspected,
    EventKind::FactorsReset,
];
