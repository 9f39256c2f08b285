//! Opening a file under the next number of its series.

use super::docket::docket;
use super::taken::{act, keep_new};
use crate::correspondence::take_for_file;
use crate::office::{Error, Idempotency, Office, Work};
use chrono::NaiveDate;
use daftar_domain::access::{Action, Denial, Officer, Standing};
use daftar_domain::filing::{File, FilingRefusal, Head, HeadCode, NumberTemplate, OpenFile, Place, office_year};
use daftar_domain::ledger::Numbered;
use daftar_domain::office::{Act, Classification, HeadId, PersonId, Priority, ReceiptId, UnitId, Version};

/// What a new file takes.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// The section; the officer's own where none is named.
    pub unit: Option<UnitId>,
    /// The main head.
    pub head: HeadId,
    /// The sub-head.
    pub sub_head: Option<HeadId>,
    /// What it is about.
    pub subject: String,
    /// How closely it is held.
    pub classification: Classification,
    /// Its priority.
    pub priority: Priority,
    /// The day by which the case is due.
    pub due_on: Option<NaiveDate>,
    /// The person whose own service it is about.
    pub concerns: Option<PersonId>,
    /// A receipt on the officer's desk that is docketed on it at once.
    pub receipt: Option<ReceiptId>,
}

/// Opens a file on the officer's desk.
pub async fn open_file(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    new: &NewFile,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            let unit = new.unit.unwrap_or(officer.unit);
            let standing = Standing {
                own_unit: unit == officer.unit,
                ..Standing::GENERAL
            };
            work.permit(officer, Action::OpenFile, standing, Some(unit.0))?;
            let (head, sub_head) = heads(work, unit, new).await?;
            if let Some(person) = new.concerns {
                let known = work.tx.filing().person(person).await?.is_some();
                known
                    .then_some(())
                    .ok_or_else(|| Error::field("/concerns_person_id", "unknown-person"))?;
            }
            let (number, numbered) = number(work, unit, &head, sub_head.as_ref()).await?;
            let command = OpenFile {
                id: work.new_id(),
                number,
                numbered,
                unit,
                head: sub_head.as_ref().map_or(head.id, |sub_head| sub_head.id),
                subject: new.subject.clone(),
                classification: new.classification,
                priority: new.priority,
                due_on: new.due_on,
                concerns: new.concerns,
            };
            let arrived = match new.receipt {
                Some(receipt) => Some(
                    take_for_file(work, officer, receipt, None)
                        .await
                        .map_err(unknown_receipt)?,
                ),
                None => None,
            };
            let mut opened = File::open(command, officer, work.now).map_err(Error::refused)?;
            let docketed = match arrived {
                Some(arrived) => Some(docket(work, officer, opened.file.clone(), arrived, None)?),
                None => None,
            };
            if let Some(docketed) = &docketed {
                opened.file = File {
                    version: Version::FIRST,
                    ..docketed.added.file.clone()
                };
            }
            let entry = keep_new(work, &opened).await?;
            let mut paragraphs = None;
            if let Some(docketed) = docketed {
                docketed.keep(work).await?;
                let paragraph = docketed.added.docket.paragraph_first;
                paragraphs = Some((paragraph, paragraph));
            }
            Ok(Act {
                number: Some(opened.file.number.clone()),
                paragraphs,
                ..act(&opened.file, entry, opened.warnings)
            })
        })
        .await
}

/// A receipt that is not there for the officer is told as a wrong field.
fn unknown_receipt(error: Error) -> Error {
    match error {
        Error::NotFound
        | Error::Denied {
            denial: Denial::Hidden, ..
        } => Error::field("/receipt_id", "unknown-receipt"),
        other => other,
    }
}

/// The head and sub-head, open and where they belong.
async fn heads(work: &Work<'_>, unit: UnitId, new: &NewFile) -> Result<(Head, Option<Head>), Error> {
    let head = work.tx.filing().head(new.head).await?;
    let head = head.filter(|head| head.unit == unit && head.parent.is_none() && head.closed_at.is_none());
    let head = head.ok_or_else(|| Error::refused(FilingRefusal::HeadUnknown))?;
    let Some(sub_head) = new.sub_head else {
        return Ok((head, None));
    };
    let sub_head = work.tx.filing().head(sub_head).await?;
    let sub_head = sub_head.filter(|sub_head| sub_head.parent == Some(head.id) && sub_head.closed_at.is_none());
    let sub_head = sub_head.ok_or_else(|| Error::refused(FilingRefusal::SubHeadUnknown))?;
    Ok((head, Some(sub_head)))
}

/// The next number of the series that the unit's scheme puts the file in.
async fn number(
    work: &Work<'_>,
    unit: UnitId,
    head: &Head,
    sub_head: Option<&Head>,
) -> Result<(String, Numbered), Error> {
    let section = work.tx.filing().section(unit).await?.filter(|section| section.active);
    let section = section.ok_or_else(|| Error::field("/unit_id", "unknown-unit"))?;
    let template: NumberTemplate = match &section.template {
        Some(template) => template
            .parse()
            .map_err(|error| Error::Internal(format!("scheme of {unit}: {error}")))?,
        None => NumberTemplate::default(),
    };
    let place = Place {
        unit,
        section: &section.code,
        head: HeadCode {
            id: head.id,
            code: &head.code,
        },
        sub_head: sub_head.map(|sub_head| HeadCode {
            id: sub_head.id,
            code: &sub_head.code,
        }),
        year: office_year(work.now),
    };
    let series = template.series(&place).map_err(Error::refused)?;
    let serial = work.tx.next_number(&series).await?;
    let number = template.render(&place, serial).map_err(Error::refused)?;
    Ok((number, Numbered { series, serial }))
}
