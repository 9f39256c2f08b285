//! What the ledger says of an issued communication, and whether the office keeps it so.

use super::Finding;
use super::draft_facts::Facts;
use super::drafts::Act;
use crate::drafting::{Amends, Issued};
use crate::filing::Author;
use crate::office::Timestamp;
use chrono::NaiveDate;
use std::collections::HashSet;
use uuid::Uuid;

/// An issue, as the office keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptIssue {
    /// Its id.
    pub id: Uuid,
    /// The communication.
    pub communication: Uuid,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub date: NaiveDate,
    /// The number of its text.
    pub text: u32,
    /// The digest of its text.
    pub digest: String,
    /// SHA-256 of the print before its signature, hex.
    pub rendered: String,
    /// The document that went out.
    pub document: Uuid,
    /// SHA-256 of that, hex.
    pub sha256: String,
    /// The earlier issue that it amends.
    pub amends: Option<Amends>,
    /// Who signed.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

impl KeptIssue {
    pub(super) fn place(&self) -> String {
        place(self.id)
    }
}

/// What an entry says of an issue.
pub(super) struct IssueClaim {
    pub(super) act: Act,
    pub(super) text: u32,
    pub(super) id: Uuid,
    number: String,
    date: NaiveDate,
    digest: String,
    rendered: String,
    document: Uuid,
    sha256: String,
    pub(super) amends: Option<Amends>,
    pub(super) seen: bool,
}

impl IssueClaim {
    pub(super) fn of(facts: &Facts, act: Act) -> Option<Self> {
        Some(Self {
            act,
            text: facts.text?,
            id: facts.issue?,
            number: facts.number.clone()?,
            date: facts.date?,
            digest: facts.digest.clone()?,
            rendered: facts.rendered.clone()?,
            document: facts.document?,
            sha256: facts.sha256.clone()?,
            amends: facts.amends,
            seen: false,
        })
    }

    pub(super) fn place(&self) -> String {
        place(self.id)
    }

    /// Whether a communication says the same of its issue.
    pub(super) fn is(&self, kept: &Issued) -> bool {
        self.id == kept.issue.0 && self.number == kept.number && self.act.is_by(kept.by, kept.at)
    }

    /// Compares the issue that the office keeps.
    pub(super) fn compare(&mut self, kept: &KeptIssue) -> Result<(), Finding> {
        let wrong = |problem: String| Finding::new(kept.place(), problem);
        if std::mem::replace(&mut self.seen, true) {
            return Err(wrong("it stands here twice".to_owned()));
        }
        let words = [
            (&self.number, &kept.number),
            (&self.digest, &kept.digest),
            (&self.rendered, &kept.rendered),
            (&self.sha256, &kept.sha256),
        ];
        let ids = (self.id, self.document, self.text, self.date) == (kept.id, kept.document, kept.text, kept.date);
        let same = ids
            && self.amends == kept.amends
            && words.iter().all(|(said, kept)| said == kept)
            && self.act.is_by(kept.by, kept.at);
        if same {
            Ok(())
        } else {
            Err(wrong(format!(
                "it is not what entry {} says: it was changed",
                self.act.at
            )))
        }
    }
}

/// Whether what issues do to earlier ones agrees: each amends another one that the ledger knows, and no issue is ended twice.
pub(super) fn agree<'c>(claims: impl Iterator<Item = &'c IssueClaim> + Clone) -> Result<(), Finding> {
    let known: HashSet<Uuid> = claims.clone().map(|claim| claim.id).collect();
    let mut ended = HashSet::new();
    for claim in claims {
        let Some(amends) = claim.amends else { continue };
        let wrong = |problem: &str| Finding::new(format!("entry {}", claim.act.at), problem.to_owned());
        if amends.issue.0 == claim.id || !known.contains(&amends.issue.0) {
            return Err(wrong("it amends an issue that the ledger does not know"));
        }
        if amends.how.ends() && !ended.insert(amends.issue) {
            return Err(wrong("it ends an issue that another one has ended"));
        }
    }
    Ok(())
}

fn place(id: Uuid) -> String {
    format!("issue {id}")
}
