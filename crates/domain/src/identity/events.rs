//! What happens to accounts and is worth an auditor's while.

use crate::ledger::{Event, EventKind, Module, SubjectKind};
use crate::office::{PersonId, SessionId};
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
