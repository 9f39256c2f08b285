//! The job that makes an export.

use super::archive::{self, MOST_BYTES};
use super::gather::{Gathered, gather};
use super::members::{Member, documents, left_out, words};
use super::{book, pictures};
use crate::office::{Error, Office};
use chrono::Duration;
use daftar_documents::book::{Pictures, splice};
use daftar_domain::access::Officer;
use daftar_domain::filing::{EXPORT_DAYS, ExportFailure, ExportState, Exported};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{ExportId, Language, Timestamp};
use daftar_persistence::Job;
use daftar_persistence::filing::{ExportRow, MadeExport};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write as _};

/// The kind of job that makes an export.
pub(crate) const EXPORT_JOB: &str = "export_file";

const TOO_LARGE: Error = Error::Code("export-too-large");

#[derive(Serialize, Deserialize)]
pub(super) struct Payload {
    pub(super) export: ExportId,
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(error.to_string())
}

fn read(payload: &str) -> Result<ExportId, Error> {
    let payload: Payload = serde_json::from_str(payload).map_err(internal)?;
    Ok(payload.export)
}

/// Makes an export. Run again after it has ended, it does nothing; what cannot be made is a failure of the export, not
/// of the job.
pub(crate) async fn make_export(office: &Office, job: &Job) -> Result<(), Error> {
    let id = read(&job.payload)?;
    // It may be gone: its file was forgotten with it.
    let Some(row) = office.database().filing().export(id).await? else {
        return Ok(());
    };
    if matches!(row.state, ExportState::Ready | ExportState::Failed) {
        return Ok(());
    }
    let begun = office.act_as(Actor::SYSTEM, None, async |work| {
        Ok(work.tx.filing().export_begun(id).await?)
    });
    begun.await?;
    let done = attempt(office, &row).await;
    match done {
        Ok(()) => Ok(()),
        Err(error) => match failure(&error) {
            Some(why) => {
                tracing::info!(export = %id, %error, "an export could not be made");
                fail(office, id, why).await
            }
            None => Err(error),
        },
    }
}

/// What an error says of an export for good; others may pass.
fn failure(error: &Error) -> Option<ExportFailure> {
    match error {
        Error::NotFound | Error::Denied { .. } | Error::Refused(_) => Some(ExportFailure::OutOfSight),
        Error::Code("export-too-large") => Some(ExportFailure::TooLarge),
        Error::Code("export-unsettled") => Some(ExportFailure::Unsettled),
        _ => None,
    }
}

/// Ends an export whose job was tried too often.
pub(crate) async fn give_up(office: &Office, job: &Job) -> Result<(), Error> {
    fail(office, read(&job.payload)?, ExportFailure::Internal).await
}

async fn fail(office: &Office, id: ExportId, why: ExportFailure) -> Result<(), Error> {
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let until = work.now + Duration::days(EXPORT_DAYS);
            Ok(work.tx.filing().export_failed(id, why, until).await?)
        })
        .await
}

async fn attempt(office: &Office, row: &ExportRow) -> Result<(), Error> {
    let identity = office.database().identity();
    let officer = identity.officer_of(row.charge, row.person, row.session).await?;
    let officer = officer.ok_or(Error::NotFound)?;
    let gathered = gather(office, &officer, row.file).await?;
    let papers: i64 = documents(&gathered).iter().map(|(_, document)| document.size).sum();
    if u64::try_from(papers).is_ok_and(|bytes| bytes > MOST_BYTES) {
        return Err(TOO_LARGE);
    }
    let now = office.now();
    let (book, pages) = bind(office, &officer, &gathered, row.language, now).await?;
    let pages = i32::try_from(pages).map_err(internal)?;
    let (book, book_bytes) = office.blobs().keep(book).await.map_err(internal)?;
    let mut members = words(office, &gathered).await?;
    members.push(Member::blob("book.pdf".to_owned(), book));
    for (name, document) in documents(&gathered) {
        members.push(Member::blob(name, document.digest.parse().map_err(internal)?));
    }
    let about = about(row, &gathered, now)?;
    let piece = office.blobs().workpiece().await.map_err(internal)?;
    let (path, blobs) = (piece.path().to_owned(), office.blobs().clone());
    let written = tokio::task::spawn_blocking(move || archive::write(&path, &blobs, members, about));
    written.await.map_err(internal)??;
    let (archive, archive_bytes) = office.blobs().keep(piece).await.map_err(internal)?;
    let made = MadeExport {
        exported: Exported {
            book: book.to_string(),
            archive: archive.to_string(),
            pages,
        },
        book_bytes: i64::try_from(book_bytes).map_err(internal)?,
        archive_bytes: i64::try_from(archive_bytes).map_err(internal)?,
    };
    ready(office, row, &officer, &made).await
}

/// Says that it is ready, with its digests in the ledger. Another worker may have been faster: then it is his.
async fn ready(office: &Office, row: &ExportRow, officer: &Officer, made: &MadeExport) -> Result<(), Error> {
    office
        .act_as(officer.actor(), None, async |work| {
            let filing = work.tx.filing();
            let found = filing.file(row.file, officer).await?.ok_or(Error::NotFound)?;
            let until = work.now + Duration::days(EXPORT_DAYS);
            if filing.export_ready(row.id, made, work.now, until).await? {
                work.record(&made.exported.event(&found.file, row.id)).await?;
            }
            Ok(())
        })
        .await
}

/// Sets the book and puts the pictures into it, on disk; answers how many pages it has.
async fn bind(
    office: &Office,
    officer: &Officer,
    gathered: &Gathered,
    language: Language,
    now: Timestamp,
) -> Result<(daftar_documents::Workpiece, usize), Error> {
    let scratch = office.blobs().workpiece().await.map_err(internal)?;
    let pictures = Pictures::in_file(scratch.path()).map_err(internal)?;
    let (mut pictures, pages) = pictures::draw(office, officer, gathered, pictures).await?;
    let maker = maker(office, officer, language).await?;
    let hidden = left_out(gathered).len();
    let book = book::write(gathered, language, now, &maker, hidden, pages);
    let set = office.press().bind(book, pictures.all().to_vec()).await?;
    let set = set.ok_or(TOO_LARGE)?;
    let piece = office.blobs().workpiece().await.map_err(internal)?;
    let path = piece.path().to_owned();
    let pages = set.pages;
    let spliced = tokio::task::spawn_blocking(move || {
        let mut out = BufWriter::new(File::options().write(true).open(path).map_err(internal)?);
        splice(&set.pdf, &mut pictures, &mut out).map_err(internal)?;
        out.flush().map_err(internal)
    });
    spliced.await.map_err(internal)??;
    Ok((piece, pages))
}

/// The exporter's name, and what his post is called.
async fn maker(office: &Office, officer: &Officer, language: Language) -> Result<(String, String), Error> {
    let organisation = office.database().organisation();
    let person = organisation
        .person_refs([officer.person])
        .await?
        .remove(&officer.person);
    let post = organisation.post_refs([officer.post]).await?.remove(&officer.post);
    let (person, post) = person.zip(post).ok_or(Error::NotFound)?;
    Ok(match language {
        Language::English => (person.name_en, post.title_en),
        Language::Urdu => (person.name_ur, post.title_ur),
    })
}

/// The manifest, before its members are known.
fn about(row: &ExportRow, gathered: &Gathered, now: Timestamp) -> Result<Value, Error> {
    let file = &gathered.detail.file;
    let text = gathered.checkpoint.row.note.lines().collect::<Vec<_>>();
    let [origin, _, root, ..] = text.as_slice() else {
        return Err(internal("a checkpoint without its lines"));
    };
    Ok(json!({
        "v": 1,
        "format": "daftar-file",
        "export": row.id,
        "file": { "id": file.id, "number": file.number },
        "language": row.language,
        "exported_by": { "person": row.person, "post": row.post },
        "exported_at": now.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        "checkpoint": { "origin": origin, "size": gathered.checkpoint.row.size, "root": root },
        "left_out": left_out(gathered),
    }))
}
