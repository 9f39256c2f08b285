//! What happens to accounts and is worth an auditor's while.

use crate::ledger::{Event, Module};
use crate::office::{PersonId, SessionId};
use serde_json::{Value, json};

fn event(kind: &'static str, person: PersonId, content: Value) -> Event {
    Event {
        module: Module::Identity,
        kind,
        subject_kind: "person",
        subject: person.0,
        content,
    }
}

/// A person chose a new password; every other session of his ended with it.
pub fn password_changed(person: PersonId) -> Event {
    event("password_changed", person, json!({}))
}

/// A set-up link was issued for a person.
pub fn set_up_link_issued(person: PersonId) -> Event {
    event("set_up_link_issued", person, json!({}))
}

/// A person chose a password through a set-up link.
pub fn set_up_link_used(person: PersonId) -> Event {
    event("set_up_link_used", person, json!({}))
}

/// All sessions of a person were ended.
pub fn sessions_ended(person: PersonId) -> Event {
    event("sessions_ended", person, json!({}))
}

/// A spent refresh token came back, and its session was ended.
pub fn refresh_token_reused(person: PersonId, session: SessionId) -> Event {
    event("refresh_token_reused", person, json!({ "session": session }))
}
