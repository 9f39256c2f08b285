//! What an entry says of a communication, as far as a checker needs it.

use super::{Body, is_digest};
use crate::drafting::Amends;
use crate::ledger::EventKind;
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

/// The acts on a communication.
pub(super) const KINDS: &[EventKind] = &[
    EventKind::CommunicationOpened,
    EventKind::CommunicationRevised,
    EventKind::CommunicationRemarked,
    EventKind::SuggestionDecided,
    EventKind::CommunicationVetted,
    EventKind::CommunicationApproved,
    EventKind::CommunicationIssued,
    EventKind::CommunicationWithdrawn,
];

/// A text and its digest.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed {
    pub(super) text: u32,
    pub(super) digest: String,
}

/// What an entry says of a communication.
#[derive(Deserialize)]
pub(super) struct Facts {
    pub(super) communication: String,
    pub(super) text: Option<u32>,
    pub(super) digest: Option<String>,
    pub(super) before: Option<Sealed>,
    pub(super) voids: Option<u32>,
    pub(super) ordinal: Option<u32>,
    pub(super) number: Option<String>,
    pub(super) issue: Option<Uuid>,
    pub(super) document: Option<Uuid>,
    pub(super) date: Option<NaiveDate>,
    pub(super) rendered: Option<String>,
    pub(super) sha256: Option<String>,
    pub(super) amends: Option<Amends>,
}

/// The texts of drafts whose digests the body of an entry has.
pub fn texts_of(body: &str) -> Vec<(Uuid, u32)> {
    // Most entries of a million speak of no draft, and need not be read.
    if !body.contains("\"communication\":") {
        return Vec::new();
    }
    let body: Option<Body> = serde_json::from_str(body).ok();
    let body = body.filter(|body| KINDS.iter().any(|kind| kind.as_str() == body.kind));
    let facts = body.and_then(|body| Facts::deserialize(&body.content).ok());
    let Some(facts) = facts else { return Vec::new() };
    let Ok(id) = facts.communication.parse() else {
        return Vec::new();
    };
    let own = facts.text.filter(|_| facts.digest.is_some());
    let before = facts.before.map(|before| before.text);
    own.into_iter().chain(before).map(|text| (id, text)).collect()
}

impl Facts {
    /// Whether it says what an act of this kind has to say.
    pub(super) fn is_of(&self, kind: EventKind) -> bool {
        let number = |number: Option<u32>| number.is_some_and(|number| number > 0);
        let spelled = |digest: &String| is_digest(digest);
        let before = |sealed: &Sealed| {
            let next = sealed.text.checked_add(1);
            sealed.text > 0 && is_digest(&sealed.digest) && next == self.text
        };
        let voids = self.voids.is_none_or(|voids| voids > 0);
        match kind {
            EventKind::CommunicationOpened => true,
            EventKind::CommunicationRevised => voids && self.before.as_ref().is_some_and(before),
            EventKind::SuggestionDecided => voids && number(self.text) && self.before.as_ref().is_none_or(before),
            EventKind::CommunicationIssued => {
                let digests = [&self.digest, &self.rendered, &self.sha256];
                let named = self.number.as_ref().is_some_and(|number| !number.is_empty()) && self.issue.is_some();
                let digested = digests.into_iter().all(|digest| digest.as_ref().is_some_and(spelled));
                number(self.ordinal) && number(self.text) && named && digested
            }
            EventKind::CommunicationApproved => {
                number(self.ordinal) && number(self.text) && self.digest.as_ref().is_some_and(spelled)
            }
            _ => number(self.text) && self.digest.as_ref().is_some_and(spelled),
        }
    }
}
