//! Sending to addressees by e-mail: a job for each. The server is asked outside of any transaction, so a worker that dies
//! between its answer and the note of it sends the mail again, under the same id: at least once, in general exactly once.

use super::letter::Letter;
use super::mail_text::{subject, text};
use crate::correspondence::{DocumentRow, open_document};
use crate::mail::Mailer;
use crate::office::{Error, Office, Work};
use daftar_documents::{MediaType, clean_file_name};
use daftar_domain::dispatch::{Dispatch, MailTry};
use daftar_domain::ledger::Actor;
use daftar_domain::office::{DispatchId, Timestamp};
use daftar_mail::{Attachment, Failure, Letter as Mail, Written};
use futures_util::TryStreamExt as _;
use serde::{Deserialize, Serialize};

/// The job that sends an issue to one addressee by mail.
pub(crate) const MAIL_JOB: &str = "send_letter";
/// The most bytes of papers in one mail: most servers refuse what is larger, and only after it was sent.
const MOST_BYTES: i64 = 18_000_000;

#[derive(Serialize, Deserialize)]
struct Payload {
    dispatch: DispatchId,
}

/// Has a dispatch mailed after this transaction.
pub(super) async fn enqueue_mail(work: &Work<'_>, dispatch: DispatchId) -> Result<(), Error> {
    work.enqueue(MAIL_JOB, &Payload { dispatch }).await.map(|_| ())
}

/// Tries to mail a dispatch that waits for that; answers when it is to be tried again.
pub(crate) async fn send_letter(office: &Office, payload: &str) -> Result<Option<Timestamp>, Error> {
    let id = dispatch_of(payload)?;
    let found = office.database().dispatches().find(id).await?;
    let Some(dispatch) = found.filter(Dispatch::waits_for_mail) else {
        return Ok(None);
    };
    let result = match office.mailer() {
        Some(mailer) => hand_over(office, mailer, &dispatch).await?,
        None => MailTry::Passing("the office has no mail server any more".to_owned()),
    };
    note(office, id, &result).await
}

/// Notes that a dispatch cannot be mailed, for a reason that lies with this office: the registry sends it otherwise.
pub(crate) async fn give_up_mail(office: &Office, payload: &str) -> Result<(), Error> {
    let why = MailTry::Unfit("the office could not prepare this mail".to_owned());
    note(office, dispatch_of(payload)?, &why).await.map(|_| ())
}

fn dispatch_of(payload: &str) -> Result<DispatchId, Error> {
    let payload: Payload = serde_json::from_str(payload).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(payload.dispatch)
}

/// Keeps what came of a try; answers when the next one is due.
async fn note(office: &Office, id: DispatchId, result: &MailTry) -> Result<Option<Timestamp>, Error> {
    office
        .act_as(Actor::SYSTEM, None, async |work| {
            let found = work.tx.dispatches().get(id).await?;
            let Some((dispatch, event)) = found.and_then(|dispatch| dispatch.tried(result, work.now)) else {
                return Ok(None);
            };
            work.tx.dispatches().save(&dispatch).await?;
            if let Some(event) = event {
                work.record(&event).await?;
            }
            Ok(dispatch.mail.and_then(|mail| mail.next_at))
        })
        .await
}

/// Writes the mail and hands it to the server.
async fn hand_over(office: &Office, mailer: &Mailer, dispatch: &Dispatch) -> Result<MailTry, Error> {
    let mail = match write(office, mailer, dispatch).await? {
        Ok(mail) => mail,
        Err(why) => return Ok(MailTry::Unfit(why)),
    };
    let carried = mailer.carry(&mail).await;
    let (dispatch, message) = (dispatch.id, dispatch.mail.as_ref().map(|mail| mail.message_id.as_str()));
    Ok(match carried {
        Ok(()) => {
            tracing::info!(%dispatch, message, "a letter was mailed");
            MailTry::Accepted
        }
        Err(Failure::Passing(said)) => {
            tracing::warn!(%dispatch, said, "the mail server did not take a letter yet");
            MailTry::Passing(said)
        }
        Err(Failure::Lasting(said)) => {
            tracing::warn!(%dispatch, said, "the mail server refuses a letter");
            MailTry::Lasting(said)
        }
    })
}

/// The mail, or why there can be none.
async fn write(office: &Office, mailer: &Mailer, dispatch: &Dispatch) -> Result<Result<Written, String>, Error> {
    let missing = |what: &str| Error::Internal(format!("dispatch {} has no {what}", dispatch.id));
    let database = office.database();
    let letter = Letter::read(office, dispatch.issue).await?;
    if let Err(failure) = &letter.proof {
        tracing::error!(dispatch = %dispatch.id, %failure, "the document of a letter is not what was signed");
        return Ok(Err("the signed document is damaged".to_owned()));
    }
    let to = database.dispatches().mailed_to(dispatch.id).await?;
    let to = to.ok_or_else(|| missing("address of e-mail"))?;
    let signatory = database.organisation().post_ref(letter.issued.signed_by).await?;
    let signatory = signatory.ok_or_else(|| missing("signatory"))?;
    let attachments = match papers(office, &letter).await? {
        Ok(attachments) => attachments,
        Err(why) => return Ok(Err(why)),
    };
    let registry = database.dispatches().registries().await?.serving(dispatch.unit);
    let registry = match registry {
        Some(unit) => database.organisation().unit_refs([unit]).await?.remove(&unit),
        None => None,
    };
    let mail = Mail {
        id: &dispatch.mail.as_ref().ok_or_else(|| missing("mail"))?.message_id,
        from_name: "",
        from: "",
        reply_to: None,
        to_name: "",
        to: &to.email,
        subject: &subject(&letter),
        text: &text(&letter, &signatory, &office.verification_address(&to.token)),
        attachments,
        reminds_of: None,
        at: office.now(),
    };
    let written = mailer.write(mail, registry.as_ref().map(|unit| unit.code.as_str()));
    Ok(written.map_err(|error| error.to_string()))
}

/// The signed document and what goes along; or why that is too much for a mail.
async fn papers(office: &Office, letter: &Letter) -> Result<Result<Vec<Attachment>, String>, Error> {
    let mut rows = Vec::new();
    for id in letter.documents() {
        let row: Option<DocumentRow> = office.database().documents().kept(id).await?;
        rows.push(row.ok_or_else(|| Error::Internal(format!("document {id} is missing")))?);
    }
    if rows.iter().map(|row| row.size).sum::<i64>() > MOST_BYTES {
        return Ok(Err("letter and enclosures are too large for an e-mail".to_owned()));
    }
    // The letter is called by its number; what goes along keeps its name.
    let number = letter.issued.number.replace(['/', '\\'], "-");
    if let Some(first) = rows.first_mut() {
        first.file_name = clean_file_name(&format!("{number}.pdf"), MediaType::Pdf);
    }
    let mut attachments = Vec::new();
    for row in rows {
        attachments.push(attachment(office, row).await?);
    }
    Ok(Ok(attachments))
}

async fn attachment(office: &Office, row: DocumentRow) -> Result<Attachment, Error> {
    let (name, media_type) = (row.file_name.clone(), row.media_type.clone());
    let content = open_document(office, row).await?;
    let chunks = content.read(0..content.size).await?;
    let chunks: Vec<_> = chunks
        .try_collect()
        .await
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Attachment {
        name,
        media_type,
        content: chunks.concat(),
    })
}
