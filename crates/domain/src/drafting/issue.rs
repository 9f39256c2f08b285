//! Issuing: an approved communication gets its number and its officer's signature, and never changes again (rule 1).

use super::communication::{Communication, Drafted, Stage, author};
use super::{Amends, DraftingRefusal, Form};
use crate::access::Officer;
use crate::filing::Author;
use crate::ledger::{EventKind, Numbered};
use crate::office::{CommunicationId, DocumentId, FileId, IssueId, PrintedCode, Timestamp};
use crate::signing::{Purpose, Statement};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// The number of an issued communication: that of its file, and its place among what was issued on the file. Persistence
/// allots it in the transaction that issues, so that the series of a file has no gaps (rule 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueNumber {
    /// The file's number.
    pub file: String,
    /// The place in the file's series, from 1.
    pub serial: i64,
}

impl IssueNumber {
    /// The name of a file's series.
    pub fn series(file: FileId) -> String {
        format!("issue/{file}")
    }

    /// The number's place in its series, for the ledger.
    pub fn numbered(&self, file: FileId) -> Numbered {
        Numbered {
            series: Self::series(file),
            serial: self.serial,
        }
    }
}

impl fmt::Display for IssueNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.file, self.serial)
    }
}

/// The letters of tokens in addresses.
const TOKEN_BYTES: usize = 16;

/// What is printed on a communication so that anybody can ask the office about it. Both come from 128 random bits that
/// nobody outside knows, and tell nothing of each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationMarks {
    /// In the address behind the square code: 128 bits, hex.
    pub token: String,
    /// What a reader types beside the number: ten letters, in two groups.
    pub code: String,
}

impl VerificationMarks {
    /// The marks of what was prepared under a nonce.
    pub fn of(nonce: &str) -> Self {
        let derived = |tag: &str| -> [u8; 32] { Sha256::digest(format!("{tag}\0{nonce}")).into() };
        let (token, code) = (derived("daftar.verify-token/v1"), derived("daftar.verify-code/v1"));
        Self {
            token: hex::encode(&token[..TOKEN_BYTES]),
            code: PrintedCode::of(code).to_string(),
        }
    }
}

/// What is about to be issued, as it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Its number.
    pub number: IssueNumber,
    /// The day that stands on it.
    pub date: NaiveDate,
    /// SHA-256 of its bytes before the signature, hex.
    pub rendered: String,
    /// How many pages it has.
    pub pages: usize,
    /// What lets anybody ask about it.
    pub marks: VerificationMarks,
}

/// An issued communication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its id.
    pub id: IssueId,
    /// The communication.
    pub communication: CommunicationId,
    /// The file.
    pub file: FileId,
    /// What was printed.
    pub printed: Printed,
    /// Its form.
    pub form: Form,
    /// The number of the text.
    pub text: i32,
    /// The digest of the text.
    pub digest: String,
    /// The signed document.
    pub document: DocumentId,
    /// SHA-256 of the signed document, hex.
    pub sha256: String,
    /// The earlier issue that it amends.
    pub amends: Option<Amends>,
    /// Who signed.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// That a communication was issued, as it knows it itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The issue.
    pub issue: IssueId,
    /// Its number.
    pub number: String,
    /// Who signed.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

impl Communication {
    /// Refuses what cannot be signed and issued now by this officer.
    ///
    /// # Errors
    /// `draft-not-approved`, also after an edit; `draft-not-signatory` where somebody else is to sign.
    pub fn must_be_issuable(&self, by: &Officer) -> Result<(), DraftingRefusal> {
        self.must_be_open()?;
        let Stage::Approved(approval) = &self.stage else {
            return Err(DraftingRefusal::NotApproved);
        };
        // Whoever changed a text behind the office's back has changed what was approved.
        if approval.text != self.wording.number || approval.digest != self.wording.digest(self.id) {
            return Err(DraftingRefusal::NotApproved);
        }
        if self.wording.content.signatory == Some(by.post) {
            Ok(())
        } else {
            Err(DraftingRefusal::NotSignatory)
        }
    }

    /// What the officer signs when he issues it: which text, under which number and date, as which bytes.
    pub fn issue_statement(&self, printed: &Printed, by: &Officer, nonce: &str, at: Timestamp) -> Statement {
        let act = json!({
            "v": 1,
            "nonce": nonce,
            "act": EventKind::CommunicationIssued,
            "file": self.file,
            "communication": self.id,
            "ordinal": self.acts + 1,
            "text": self.wording.number,
            "digest": self.wording.digest(self.id),
            "form": self.wording.content.form,
            "classification": self.wording.content.classification,
            "number": printed.number.to_string(),
            "date": printed.date,
            "rendered": printed.rendered,
            "amends": self.wording.content.amends,
            "post": by.post,
            "person": by.person,
            "charge": by.charge,
            "at": at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        });
        Statement::of(Purpose::Act, &act)
    }

    /// Issues it: from here on nothing about it changes.
    ///
    /// # Errors
    /// As [`Communication::must_be_issuable`].
    pub fn issue(
        mut self,
        id: IssueId,
        printed: Printed,
        document: (DocumentId, String),
        by: &Officer,
        now: Timestamp,
    ) -> Result<(Drafted, Issue), DraftingRefusal> {
        self.must_be_issuable(by)?;
        let (document, sha256) = document;
        let issue = Issue {
            id,
            communication: self.id,
            file: self.file,
            form: self.wording.content.form,
            text: self.wording.number,
            digest: self.wording.digest(self.id),
            document,
            sha256,
            amends: self.wording.content.amends,
            by: author(by),
            at: now,
            printed,
        };
        self.acts += 1;
        self.version = self.version.next();
        let mut facts = json!({
            "ordinal": self.acts,
            "text": issue.text,
            "digest": issue.digest,
            "form": issue.form,
            "issue": issue.id,
            "number": issue.printed.number.to_string(),
            "numbered": issue.printed.number.numbered(self.file),
            "date": issue.printed.date,
            "rendered": issue.printed.rendered,
            "document": issue.document,
            "sha256": issue.sha256,
        });
        if let Some(amends) = issue.amends {
            facts["amends"] = json!(amends);
        }
        let event = self.event(EventKind::CommunicationIssued, facts);
        self.stage = Stage::Issued(Issued {
            issue: issue.id,
            number: issue.printed.number.to_string(),
            by: issue.by,
            at: now,
        });
        let drafted = Drafted {
            communication: self,
            event: Some(event),
        };
        Ok((drafted, issue))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_of_their_nonce_alone_and_tell_nothing_of_each_other() {
        let marks = VerificationMarks::of("00ff");
        assert_eq!(marks, VerificationMarks::of("00ff"));
        assert_ne!(marks, VerificationMarks::of("00fe"));
        assert_eq!((marks.token.len(), marks.code.len()), (32, 11));
        assert!(
            marks
                .code
                .bytes()
                .all(|letter| letter == b'-' || letter.is_ascii_alphanumeric())
        );
    }

    #[test]
    fn a_number_is_that_of_its_file_and_a_serial() {
        let file = FileId(uuid::Uuid::nil());
        let number = IssueNumber {
            file: "F.8-2/2026-BUD".to_owned(),
            serial: 14,
        };
        assert_eq!(number.to_string(), "F.8-2/2026-BUD/14");
        let numbered = number.numbered(file);
        assert_eq!((numbered.series, numbered.serial), (format!("issue/{file}"), 14));
    }
}
