//! Entering a paper in the diary.

use super::desk::lay_before_holder;
use super::mark::{MarkOrder, mark_now};
use super::{act, refused};
use crate::mail;
use crate::office::{Error, FieldError, Idempotency, Office, Work};
use chrono::Datelike as _;
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::correspondence::{DiaryDraft, DiaryEntry, NewReceipt, Receipt, Remark};
use daftar_domain::desk::office_day;
use daftar_domain::office::{Act, DocumentId, MailId, PersonId, PrintedCode};
use daftar_persistence::correspondence::Grant;
use std::collections::HashSet;

/// The command to diarise a paper, and to mark it in the same act.
#[derive(Debug, Clone)]
pub struct Diarise {
    /// What the diary is to say.
    pub draft: DiaryDraft,
    /// Its scans.
    pub documents: Vec<DocumentId>,
    /// The person whose own service the case is about.
    pub concerns: Option<PersonId>,
    /// To whom it goes at once.
    pub mark: Option<MarkOrder>,
    /// The mail that it came by; its papers come first among the scans.
    pub mail: Option<MailId>,
}

/// Diarises a paper in the diary of the officer's registry.
///
/// # Errors
/// Fields that are wrong, all at once; what the rules refuse. A refused entry costs no number.
pub async fn diarise_receipt(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    command: &Diarise,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work: &Work<'_>| {
            work.permit(officer, Action::DiariseReceipt, Standing::GENERAL, None)?;
            let remark = match &command.mark {
                Some(mark) => Remark::read(mark.remark.clone(), "/mark/remark")?,
                None => None,
            };
            let mut new = new_receipt(work, officer, command).await?;
            let by_mail = match command.mail {
                Some(mail) => Some(mail::take_for_diary(work, officer, mail).await?),
                None => None,
            };
            if let Some(by_mail) = &by_mail {
                new.documents.splice(0..0, by_mail.documents.iter().copied());
                Receipt::check_new(&new).map_err(Error::refused)?;
            }
            let year = office_day(work.now).year();
            let number = work.tx.next_diary_number(officer.unit, year).await?;
            let (receipt, event) = Receipt::diarise(new, number, work.now).map_err(Error::refused)?;
            enter(work, &receipt).await?;
            let entry = work.record(&event).await?;
            if let Some(by_mail) = by_mail {
                mail::diarised(work, by_mail, receipt.id).await?;
            }
            match &command.mark {
                None => {
                    lay_before_holder(work, &receipt, None, true).await?;
                    Ok(act(&receipt, entry, Vec::new()))
                }
                Some(mark) => mark_now(work, receipt, mark, remark.as_ref(), "/mark").await,
            }
        })
        .await
}

/// Writes a receipt of a registry down: the post that diarised it may see it from now on.
async fn enter(work: &Work<'_>, receipt: &Receipt) -> Result<(), Error> {
    let receipts = work.tx.receipts();
    receipts.insert(receipt).await?;
    receipts
        .grant(receipt.id, receipt.diarised_by, Grant::Diarised, receipt.diarised_at)
        .await?;
    if let Some(number) = receipt.entry.in_reply_to_number.as_deref() {
        receipts.link_reply(receipt.id, Some(number)).await?;
    }
    Ok(())
}

/// Everything about the new receipt that can be checked before a number is allotted.
async fn new_receipt(work: &Work<'_>, officer: &Officer, command: &Diarise) -> Result<NewReceipt, Error> {
    let entry = DiaryEntry::check(command.draft.clone(), office_day(work.now)).map_err(refused)?;
    let documents = known_documents(work, officer, &command.documents).await?;
    if let Some(person) = command.concerns
        && !work.tx.receipts().person_exists(person).await?
    {
        return Err(Error::field("/concerns_person_id", "unknown-person"));
    }
    let new = NewReceipt {
        id: work.new_id(),
        registry: officer.unit,
        by: officer.post,
        by_person: Some(officer.person),
        entry,
        documents,
        concerns: command.concerns,
        tracking: PrintedCode::of(rand::random()),
    };
    Receipt::check_new(&new).map_err(Error::refused)?;
    Ok(new)
}

/// The documents that a request names, each once; the officer must be able to see them.
pub(super) async fn known_documents(
    work: &Work<'_>,
    officer: &Officer,
    named: &[DocumentId],
) -> Result<Vec<DocumentId>, Error> {
    let found = work.tx.documents().by_ids(named.iter().copied(), officer).await?;
    let wrong: Vec<FieldError> = named
        .iter()
        .enumerate()
        .filter(|(_, id)| !found.contains_key(id))
        .map(|(i, _)| FieldError::new(format!("/document_ids/{i}"), "unknown-document"))
        .collect();
    if !wrong.is_empty() {
        return Err(Error::Fields(wrong));
    }
    let mut once = HashSet::new();
    Ok(named.iter().copied().filter(|id| once.insert(*id)).collect())
}
