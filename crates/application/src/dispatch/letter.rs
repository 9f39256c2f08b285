//! An issued letter, read once for all its addressees inside.

use crate::certificates;
use crate::office::{Error, Office};
use daftar_documents::Digest;
use daftar_documents::pades::inspect;
use daftar_documents::pki::Trust;
use daftar_domain::certificates::AuthorityKind;
use daftar_domain::correspondence::{DiaryDraft, Mode};
use daftar_domain::desk::office_day;
use daftar_domain::dispatch::{DispatchRole, Failure, Proof};
use daftar_domain::drafting::Content;
use daftar_domain::office::{DocumentId, IssueId, Language};
use daftar_persistence::dispatch::{IssuedLetter, NewProof};
use futures_util::TryStreamExt as _;

/// The longest name, and the longest list of enclosures, that a diary takes.
const NAME: usize = 200;
const ENCLOSURES: usize = 1000;

/// A letter that is to be delivered.
pub(super) struct Letter {
    pub(super) issued: IssuedLetter,
    pub(super) content: Content,
    /// What its signature is worth; a failure where it is not the document that was issued.
    pub(super) proof: Result<NewProof, Failure>,
    sender_name: String,
    sender_office: String,
    /// The number of the issue that it answers, where it answers one.
    answers: Option<String>,
}

impl Letter {
    /// Reads a letter, and looks at its signature.
    pub(super) async fn read(office: &Office, issue: IssueId) -> Result<Self, Error> {
        let missing = |what: &str| Error::Internal(format!("issue {issue} has no {what}"));
        let database = office.database();
        let issued = database.dispatches().letter(issue).await?;
        let issued = issued.ok_or_else(|| missing("row"))?;
        let wording = database.drafting().text(issued.communication, issued.text).await?;
        let content = wording.ok_or_else(|| missing("text"))?.content;
        let signatory = database.organisation().post_ref(issued.signed_by).await?;
        let signatory = signatory.ok_or_else(|| missing("signatory"))?;
        let answers = match content.in_reply_to {
            Some(receipt) => database.dispatches().arrival(receipt).await?,
            None => None,
        };
        let (name, unit) = match language(&content) {
            Language::English => (&signatory.title_en, &signatory.unit.name_en),
            Language::Urdu => (&signatory.title_ur, &signatory.unit.name_ur),
        };
        Ok(Self {
            sender_name: cut(name, NAME),
            sender_office: cut(unit, NAME),
            answers: answers.map(|arrival| arrival.number),
            proof: proof(office, &issued).await?,
            content,
            issued,
        })
    }

    /// What the diary of whoever gets it says of it.
    pub(super) fn entry(&self, role: DispatchRole, now: daftar_domain::office::Timestamp) -> DiaryDraft {
        let today = office_day(now);
        let content = &self.content;
        let written_to = role == DispatchRole::To;
        let titles: Vec<&str> = content
            .enclosures
            .iter()
            .map(|enclosure| enclosure.title.as_str())
            .collect();
        DiaryDraft {
            received_on: today,
            mode: Mode::Office,
            sender_name: self.sender_name.clone(),
            sender_office: Some(self.sender_office.clone()),
            sender_address: None,
            reference_number: Some(self.issued.number.clone()),
            reference_date: Some(self.issued.date),
            subject: content.title().to_owned(),
            language: language(content),
            classification: content.classification,
            priority: content.priority,
            due_on: content.reply_due_on.filter(|due| written_to && *due >= today),
            enclosures: Some(cut(&titles.join("\n"), ENCLOSURES)),
            in_reply_to_number: self.answers.clone().filter(|_| written_to),
        }
    }

    /// The signed document and what goes along, in order and each once.
    pub(super) fn documents(&self) -> Vec<DocumentId> {
        let enclosed = self.content.enclosures.iter().map(|enclosure| enclosure.document);
        let mut documents = vec![self.issued.document];
        for document in enclosed {
            if !documents.contains(&document) {
                documents.push(document);
            }
        }
        documents
    }
}

/// The language that a diary says of it: the first one where it is written in both.
fn language(content: &Content) -> Language {
    if content.languages.english() {
        Language::English
    } else {
        Language::Urdu
    }
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// What the signature under a document is worth to somebody who trusts the office's root of today.
async fn proof(office: &Office, issued: &IssuedLetter) -> Result<Result<NewProof, Failure>, Error> {
    let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
    let digest: Digest = issued.sha256.parse().map_err(|error| internal(&error))?;
    let blobs = office.blobs();
    let Some(size) = blobs.size(digest).await.map_err(|error| internal(&error))? else {
        return Ok(Err(Failure::Damaged));
    };
    let chunks = blobs.read(digest, 0..size).await.map_err(|error| internal(&error))?;
    let chunks: Vec<_> = chunks.try_collect().await.map_err(|error| internal(&error))?;
    let bytes = chunks.concat();
    let root = certificates::certificate(office, AuthorityKind::Root).await?;
    let root = root.ok_or_else(|| Error::Internal("the office has no root".to_owned()))?;
    let found = inspect(&bytes, &root).unwrap_or_default().into_iter().next();
    let found = found.filter(|found| found.covers_whole_document && found.intact && Digest::of(&bytes) == digest);
    Ok(found.ok_or(Failure::Damaged).map(|found| NewProof {
        proof: match found.trust {
            Trust::Trusted => Proof::Unchanged,
            Trust::Unknown | Trust::NotValidThen | Trust::Revoked | Trust::Unlisted => Proof::Untrusted,
        },
        signer: found.signer.common_name().unwrap_or_default(),
        signed_at: found.signed_at,
    }))
}
