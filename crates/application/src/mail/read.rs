//! Mail as it is shown.

use crate::office::{Error, Office, Work, permit};
use bytes::Bytes;
use daftar_documents::{Digest, MediaType};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::ledger::{Event, EventKind, Module, SubjectKind};
use daftar_domain::mail::{Mail, MailStateWord};
use daftar_domain::office::{DocumentId, MailId};
use daftar_persistence::Cursor;
use daftar_persistence::correspondence::NewDocument;
use daftar_persistence::mail::{MailFilter, MailLine, PaperRow};
use futures_util::Stream;
use serde_json::json;
use std::io;
use std::ops::Range;

/// A page of a registry's mail.
#[derive(Debug, Clone)]
pub struct MailPage {
    /// The mails, the newest first.
    pub items: Vec<MailLine>,
    /// Where the next page starts, if there is one.
    pub next: Option<Cursor>,
    /// How many wait in all.
    pub waiting: i64,
}

/// A mail with what came along.
#[derive(Debug, Clone)]
pub struct MailView {
    /// The mail.
    pub mail: Mail,
    /// What is shown of it.
    pub line: MailLine,
    /// What came along.
    pub papers: Vec<PaperRow>,
    /// The number of the letter of this office that it answers, as its head says.
    pub answers_number: Option<String>,
}

/// The bytes of a mail or of a paper that came with it.
pub struct MailBytes {
    /// What a browser saves it as.
    pub file_name: String,
    /// What it is.
    pub media_type: String,
    /// How many bytes.
    pub size: u64,
    /// SHA-256 of them, hex.
    pub sha256: String,
    digest: Digest,
    office: Office,
}

impl MailBytes {
    /// The bytes in `range`, as they are read.
    ///
    /// # Errors
    /// Those of the disk.
    pub async fn read(&self, range: Range<u64>) -> Result<impl Stream<Item = io::Result<Bytes>> + Send + use<>, Error> {
        let stream = self.office.blobs().read(self.digest, range).await;
        stream.map_err(|error| Error::Internal(error.to_string()))
    }
}

/// The mail of the officer's registry.
///
/// # Errors
/// The post is no registry; [`Error::Cursor`].
pub async fn mails(
    office: &Office,
    officer: &Officer,
    state: Option<MailStateWord>,
    cursor: Option<&Cursor>,
    limit: u64,
) -> Result<MailPage, Error> {
    let permitted = permit(officer, Action::ReadDiary, Standing::GENERAL, None);
    office.logged(officer, permitted).await?;
    let after = cursor.map(Cursor::unpack).transpose()?;
    let filter = MailFilter {
        registry: officer.unit,
        state,
    };
    let page = office.database().mails().list(filter, after, limit).await?;
    Ok(MailPage {
        items: page.items,
        next: page.next,
        waiting: office.database().mails().waiting(officer.unit).await?,
    })
}

/// One mail.
///
/// # Errors
/// [`Error::NotFound`] where the officer's registry has no such mail.
pub async fn mail(office: &Office, officer: &Officer, id: MailId) -> Result<MailView, Error> {
    let mail = seen(office, officer, id).await?;
    let line = office.database().mails().line(id).await?;
    let line = line.ok_or(Error::NotFound)?;
    let answers: Vec<String> = line
        .answers
        .iter()
        .flat_map(|ids| ids.lines())
        .map(str::to_owned)
        .collect();
    Ok(MailView {
        mail,
        answers_number: office.database().dispatches().number_of_mail(&answers).await?,
        line,
        papers: office.database().mails().papers(id).await?,
    })
}

/// A mail, byte for byte as it came in.
///
/// # Errors
/// As [`mail`].
pub async fn mail_original(office: &Office, officer: &Officer, id: MailId) -> Result<MailBytes, Error> {
    let mail = seen(office, officer, id).await?;
    let (name, media_type) = (format!("{id}.eml"), "message/rfc822".to_owned());
    bytes(office, &mail.sha256, name, media_type).await
}

/// A paper that came along with a mail.
///
/// # Errors
/// As [`mail`]; [`Error::NotFound`] also for a paper that the office does not take.
pub async fn mail_paper(office: &Office, officer: &Officer, id: MailId, ordinal: i32) -> Result<MailBytes, Error> {
    seen(office, officer, id).await?;
    let papers = office.database().mails().papers(id).await?;
    let paper = papers.into_iter().find(|paper| paper.ordinal == ordinal);
    let paper = paper.ok_or(Error::NotFound)?;
    let (Some(sha256), Some(media_type)) = (paper.sha256, paper.media_type) else {
        return Err(Error::NotFound);
    };
    bytes(office, &sha256, paper.file_name, media_type).await
}

async fn bytes(office: &Office, sha256: &str, file_name: String, media_type: String) -> Result<MailBytes, Error> {
    let digest: Digest = sha256
        .parse()
        .map_err(|_| Error::Internal("a mail's digest".to_owned()))?;
    let size = office.blobs().size(digest).await;
    let size = size.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(MailBytes {
        file_name,
        media_type,
        size: size.ok_or_else(|| Error::Internal(format!("blob {digest} is missing")))?,
        sha256: sha256.to_owned(),
        digest,
        office: office.clone(),
    })
}

/// A mail that the officer's registry has.
async fn seen(office: &Office, officer: &Officer, id: MailId) -> Result<Mail, Error> {
    let found = office.database().mails().find(id).await?;
    let standing = found
        .as_ref()
        .map_or(Standing::default(), |mail| mail.standing(officer));
    let permitted = permit(officer, Action::ReadDiary, standing, Some(id.0));
    office.logged(officer, permitted).await?;
    found.ok_or(Error::NotFound)
}

/// Makes documents of the papers of a mail: the officer who diarises it brings them.
pub(super) async fn papers_as_documents(
    work: &Work<'_>,
    officer: &Officer,
    id: MailId,
) -> Result<Vec<DocumentId>, Error> {
    let mut documents = Vec::new();
    for paper in work.tx.mails().papers(id).await? {
        let (Some(sha256), Some(media_type), Some(preview)) = (&paper.sha256, &paper.media_type, &paper.preview) else {
            continue;
        };
        let media_type = MediaType::parse(media_type);
        let media_type = media_type.ok_or_else(|| Error::Internal(format!("the type of a paper of {id}")))?;
        let document: DocumentId = work.new_id();
        let new = NewDocument {
            id: document,
            digest: sha256,
            size: paper.size,
            media_type: media_type.as_str(),
            file_name: &paper.file_name,
            pages: paper.pages,
            preview,
            uploaded_at: work.now,
        };
        work.tx.documents().insert(&new, officer).await?;
        let content = json!({ "sha256": sha256, "size": paper.size, "media_type": media_type.as_str(), "mail": id });
        let (module, kind) = (Module::Correspondence, EventKind::DocumentUploaded);
        work.record(&Event::new(module, kind, SubjectKind::Document, document.0, content))
            .await?;
        documents.push(document);
    }
    Ok(documents)
}
