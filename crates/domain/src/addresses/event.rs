//! What the ledger keeps of a change in the address book: ids and counts; names and addresses are words.

use crate::ledger::{Event, EventKind, Module, SubjectKind};
use serde_json::Value;
use uuid::Uuid;

/// An event of this capability.
pub(super) fn event(kind: EventKind, subject_kind: SubjectKind, subject: Uuid, content: Value) -> Event {
    Event::new(Module::Addresses, kind, subject_kind, subject, content)
}
