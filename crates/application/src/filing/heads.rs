//! The heads of a section's file index.

use crate::office::{Error, Idempotency, Office, Work, permit};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::filing::{FilingRefusal, Head, HeadTitles, OpenHead};
use daftar_domain::ledger::Event;
use daftar_domain::office::{Act, HeadId, UnitId, Version};

/// What a new head takes.
#[derive(Debug, Clone)]
pub struct NewHead {
    /// The head above, for a sub-head.
    pub parent: Option<HeadId>,
    /// What stands in the file number.
    pub code: String,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Urdu.
    pub title_ur: String,
}

/// The heads of a section, closed ones included.
pub async fn list_heads(office: &Office, officer: &Officer, unit: UnitId) -> Result<Vec<Head>, Error> {
    permit(officer, Action::ReadOrganisation, Standing::GENERAL, Some(unit.0))?;
    let filing = office.database().filing();
    filing.section(unit).await?.ok_or(Error::NotFound)?;
    Ok(filing.heads(unit).await?)
}

/// Opens a head, or a sub-head, of a section.
pub async fn create_head(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    unit: UnitId,
    new: &NewHead,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            work.permit(
                officer,
                Action::ManageHeads,
                Head::standing(unit, officer),
                Some(unit.0),
            )?;
            work.tx
                .filing()
                .section(unit)
                .await?
                .filter(|section| section.active)
                .ok_or(Error::NotFound)?;
            let parent = match new.parent {
                None => None,
                Some(parent) => {
                    let above = work.tx.filing().head(parent).await?;
                    Some(above.ok_or_else(|| Error::refused(FilingRefusal::HeadParentWrong))?)
                }
            };
            let command = OpenHead {
                id: work.new_id(),
                unit,
                code: new.code.clone(),
                title_en: new.title_en.clone(),
                title_ur: new.title_ur.clone(),
            };
            let (head, event) = Head::open(&command, parent.as_ref()).map_err(Error::refused)?;
            if work.tx.filing().head_code_taken(&head).await? {
                return Err(Error::refused(FilingRefusal::HeadCodeTaken));
            }
            match work.tx.filing().insert_head(&head).await {
                Err(daftar_persistence::Error::Unique(_)) => return Err(Error::refused(FilingRefusal::HeadCodeTaken)),
                other => other?,
            }
            record(work, &head, &event).await
        })
        .await
}

/// A head that an act is done on: with the version that the officer saw.
#[derive(Debug, Clone, Copy)]
struct OnHead<'a> {
    id: HeadId,
    version: Version,
    once: Option<&'a Idempotency>,
}

/// Gives a head better titles.
pub async fn update_head(
    office: &Office,
    officer: &Officer,
    id: HeadId,
    version: Version,
    once: Option<&Idempotency>,
    titles: &HeadTitles,
) -> Result<Act, Error> {
    change(office, officer, OnHead { id, version, once }, async |_, head| {
        head.retitle(titles.clone()).map_err(Error::refused)
    })
    .await
}

/// Closes a head for new files.
pub async fn close_head(
    office: &Office,
    officer: &Officer,
    id: HeadId,
    version: Version,
    once: Option<&Idempotency>,
) -> Result<Act, Error> {
    change(office, officer, OnHead { id, version, once }, async |work, head| {
        let open = work.tx.filing().open_sub_heads(head.id).await?;
        head.close(open, work.now).map_err(Error::refused)
    })
    .await
}

async fn change(
    office: &Office,
    officer: &Officer,
    on: OnHead<'_>,
    step: impl AsyncFn(&Work<'_>, Head) -> Result<(Head, Event), Error>,
) -> Result<Act, Error> {
    office
        .act(officer, on.once, async |work| {
            let head = work.tx.filing().head(on.id).await?.ok_or(Error::NotFound)?;
            work.permit(
                officer,
                Action::ManageHeads,
                Head::standing(head.unit, officer),
                Some(on.id.0),
            )?;
            if head.version != on.version {
                return Err(Error::Stale);
            }
            let (head, event) = step(work, head).await?;
            work.tx.filing().save_head(&head, on.version).await?;
            record(work, &head, &event).await
        })
        .await
}

async fn record(work: &Work<'_>, head: &Head, event: &Event) -> Result<Act, Error> {
    Ok(Act {
        id: head.id.0,
        version: head.version,
        number: None,
        paragraphs: None,
        entry: work.record(event).await?,
        warnings: Vec::new(),
    })
}
