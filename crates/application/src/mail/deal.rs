//! What becomes of a mail.

use super::read::papers_as_documents;
use crate::office::{Error, Idempotency, Office, Work};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::correspondence::Remark;
use daftar_domain::mail::{Mail, MailRefusal, SetAside, SetAsideReason};
use daftar_domain::office::{Act, DocumentId, MailId, ReceiptId, Version};

/// A mail that is being entered in the diary.
pub(crate) struct ForDiary {
    mail: Mail,
    /// Its papers, as documents that the diarising officer brings.
    pub(crate) documents: Vec<DocumentId>,
}

/// Takes a mail that is to be diarised in this transaction, and makes documents of its papers.
pub(crate) async fn take_for_diary(work: &Work<'_>, officer: &Officer, id: MailId) -> Result<ForDiary, Error> {
    let found = work.tx.mails().lock(id).await?;
    let mail = found.filter(|mail| mail.registry == officer.unit);
    let mail = mail.ok_or_else(|| Error::refused(MailRefusal::Unknown))?;
    // Asked before any number is given: a refused entry must not cost one.
    mail.clone().diarise(ReceiptId(id.0)).map_err(Error::refused)?;
    let documents = papers_as_documents(work, officer, id).await?;
    Ok(ForDiary { mail, documents })
}

/// Notes that a mail is in the diary now.
pub(crate) async fn diarised(work: &Work<'_>, taken: ForDiary, receipt: ReceiptId) -> Result<(), Error> {
    let (mail, event) = taken.mail.diarise(receipt).map_err(Error::refused)?;
    work.tx.mails().save(&mail).await?;
    work.record(&event).await?;
    Ok(())
}

/// Sets a mail aside: it is not for the diary.
///
/// # Errors
/// What [`Mail::set_aside`] refuses.
pub async fn set_mail_aside(
    office: &Office,
    officer: &Officer,
    id: MailId,
    version: Version,
    once: Option<&Idempotency>,
    (reason, remark): (SetAsideReason, Option<String>),
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let mail = change(work, officer, id, version).await?;
            let aside = SetAside {
                reason,
                remark: Remark::read(remark.clone(), "/remark")?,
                by: officer.person,
                at: work.now,
            };
            let (mail, event) = mail.set_aside(aside).map_err(Error::refused)?;
            keep(work, &mail, &event).await
        })
        .await
}

/// Lets a mail wait again that was set aside.
///
/// # Errors
/// What [`Mail::bring_back`] refuses.
pub async fn bring_mail_back(
    office: &Office,
    officer: &Officer,
    id: MailId,
    version: Version,
    once: Option<&Idempotency>,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            let mail = change(work, officer, id, version).await?;
            let (mail, event) = mail.bring_back().map_err(Error::refused)?;
            keep(work, &mail, &event).await
        })
        .await
}

async fn change(work: &Work<'_>, officer: &Officer, id: MailId, expected: Version) -> Result<Mail, Error> {
    let found = work.tx.mails().lock(id).await?;
    let standing = found
        .as_ref()
        .map_or(Standing::default(), |mail| mail.standing(officer));
    work.permit(officer, Action::DiariseReceipt, standing, Some(id.0))?;
    let mail = found.ok_or(Error::NotFound)?;
    if mail.version == expected {
        Ok(mail)
    } else {
        Err(Error::Stale)
    }
}

async fn keep(work: &Work<'_>, mail: &Mail, event: &daftar_domain::ledger::Event) -> Result<Act, Error> {
    work.tx.mails().save(mail).await?;
    let entry = work.record(event).await?;
    Ok(Act {
        id: mail.id.0,
        version: mail.version,
        number: None,
        paragraphs: None,
        entry,
        warnings: Vec::new(),
    })
}
