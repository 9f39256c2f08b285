//! Receipts as they are shown.

use super::documents::{DocumentView, document_views};
use crate::dispatch::{CameBy, ReplyTo, came_by};
use crate::ledger::{TimelineEntry, TimelineQuery, hush, timeline};
use crate::office::{Error, Office, permit};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::correspondence::{Ability, Receipt, ReceiptState};
use daftar_domain::filing::held_seconds;
use daftar_domain::ledger::SubjectKind;
use daftar_domain::office::{PersonId, PostId, ReceiptId, Timestamp};
use daftar_persistence::correspondence::{CopyRow, FileRef, MovementRow, RegisterFilter, RegisterLine};
use daftar_persistence::organisation::{PersonRef, PostRef, UnitRef};
use daftar_persistence::{Cursor, Page};
use std::collections::HashMap;
use uuid::Uuid;

/// Steps are read a few beyond the page, so that it is known how long its last desk held the paper.
const BEYOND: u64 = 60;

/// A copy of a receipt.
#[derive(Debug, Clone)]
pub struct CopyView {
    /// The post that got it.
    pub post: PostRef,
    /// What it is asked to do.
    pub action: String,
    /// When it was read on that desk.
    pub read_at: Option<Timestamp>,
    /// When that post was done with it.
    pub seen_at: Option<Timestamp>,
}

/// A receipt with the names that its page shows.
#[derive(Debug, Clone)]
pub struct ReceiptView {
    /// The receipt.
    pub receipt: Receipt,
    /// The unit in whose diary it is.
    pub registry: UnitRef,
    /// The post that diarised it.
    pub diarised_by: PostRef,
    /// The post that has it.
    pub holder: Option<PostRef>,
    /// The file that it is on.
    pub file: Option<FileRef>,
    /// Its scans.
    pub documents: Vec<DocumentView>,
    /// Who got a copy.
    pub copies: Vec<CopyView>,
    /// The issue of this office that it was made of.
    pub came_by: Option<CameBy>,
    /// What it answers.
    pub in_reply_to: Option<ReplyTo>,
    /// What the officer may do with it now.
    pub can: Vec<Ability>,
}

/// A step in the history of a paper.
#[derive(Debug, Clone)]
pub struct Movement {
    /// Its id.
    pub id: Uuid,
    /// Its place in the history, from 1.
    pub ordinal: i32,
    /// What happened.
    pub kind: String,
    /// The post that had it before.
    pub from: Option<PostRef>,
    /// The post that has it after.
    pub to: Option<PostRef>,
    /// Who did it.
    pub by: Option<PersonRef>,
    /// What the receiver is asked to do.
    pub action: Option<String>,
    /// The reason code.
    pub reason: Option<String>,
    /// What was written beside it.
    pub remark: Option<String>,
    /// When the receiver should be done.
    pub due_at: Option<Timestamp>,
    /// When it happened.
    pub at: Timestamp,
    /// How long the receiver held it; none while it still does.
    pub held_seconds: Option<i64>,
}

/// A line of the register with the holder's name.
#[derive(Debug, Clone)]
pub struct Line {
    /// The line.
    pub line: RegisterLine,
    /// The post that has the receipt.
    pub holder: Option<PostRef>,
}

/// A receipt that the officer may see. Reading what is confidential or above leaves a line in the access log.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn receipt(office: &Office, officer: &Officer, id: ReceiptId) -> Result<ReceiptView, Error> {
    let found = office.database().receipts().find(id, officer).await?;
    let receipt = readable(officer, id, found.map(|found| found.receipt))?;
    let held = receipt.entry.classification;
    office.log_read(officer, "ReadReceipt", id.0, held).await?;
    let receipts = office.database().receipts();
    let copies = receipts.copies(id).await?;
    let posts = [receipt.diarised_by].into_iter().chain(receipt.holder());
    let readers = copies.iter().map(|copy| PostId(copy.post_id));
    let posts = office.database().organisation().post_refs(posts.chain(readers)).await?;
    let documents = office.database().documents().of_receipt(id).await?;
    let copy = copies
        .iter()
        .any(|copy| copy.post_id == officer.post.0 && copy.seen_at.is_none());
    let file = match receipt.state {
        ReceiptState::OnFile { file, .. } => receipts.file_ref(file).await?,
        _ => None,
    };
    Ok(ReceiptView {
        registry: receipts.registry_ref(receipt.registry).await?,
        diarised_by: named(&posts, receipt.diarised_by)?,
        holder: receipt.holder().map(|post| named(&posts, post)).transpose()?,
        file,
        documents: document_views(office, officer, documents, Some(id)).await?,
        copies: copies
            .into_iter()
            .map(|copy| copy_view(&posts, copy))
            .collect::<Result<_, _>>()?,
        came_by: came_by(office, id).await?,
        in_reply_to: office.database().dispatches().reply_to(id, officer).await?,
        can: receipt.abilities(officer, copy),
        receipt,
    })
}

/// Asks whether the officer may read a receipt that was looked for with the visibility predicate.
fn readable(officer: &Officer, id: ReceiptId, found: Option<Receipt>) -> Result<Receipt, Error> {
    let standing = match &found {
        Some(receipt) => receipt.standing(officer, true),
        None => Standing::default(),
    };
    permit(officer, Action::ReadReceipt, standing, Some(id.0))?;
    found.ok_or(Error::NotFound)
}

fn named(posts: &HashMap<PostId, PostRef>, post: PostId) -> Result<PostRef, Error> {
    let found = posts.get(&post).cloned();
    found.ok_or_else(|| Error::Internal(format!("no post {post}")))
}

fn copy_view(posts: &HashMap<PostId, PostRef>, copy: CopyRow) -> Result<CopyView, Error> {
    Ok(CopyView {
        post: named(posts, PostId(copy.post_id))?,
        action: copy.action,
        read_at: copy.read_at,
        seen_at: copy.seen_at,
    })
}

/// The history of a receipt from its beginning.
///
/// # Errors
/// [`Error::NotFound`] where the officer may see no such receipt; [`Error::Cursor`].
pub async fn receipt_movements(
    office: &Office,
    officer: &Officer,
    id: ReceiptId,
    cursor: Option<Cursor>,
    limit: u64,
) -> Result<Page<Movement>, Error> {
    let found = office.database().receipts().find(id, officer).await?;
    let receipt = readable(officer, id, found.map(|found| found.receipt))?;
    let held = receipt.entry.classification;
    office.log_read(officer, "ReadReceiptMovements", id.0, held).await?;
    let after: i32 = cursor.map_or(Ok(0), |cursor| cursor.unpack())?;
    let rows = office
        .database()
        .receipts()
        .movements(id, after, limit + BEYOND)
        .await?;
    let posts = rows.iter().flat_map(|row| [row.from_post_id, row.to_post_id]);
    let posts = office
        .database()
        .organisation()
        .post_refs(posts.flatten().map(PostId))
        .await?;
    let held = held_by_receivers(&rows);
    let movements: Vec<Movement> = rows
        .into_iter()
        .zip(held)
        .map(|(row, held)| movement(row, held, &posts))
        .take(usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1))
        .collect();
    Ok(Page::cut(movements, limit, |step| step.ordinal))
}

/// The acts on a receipt, from the ledger.
///
/// # Errors
/// [`Error::NotFound`] where the officer may see no such receipt; [`Error::Cursor`].
pub async fn receipt_timeline(
    office: &Office,
    officer: &Officer,
    id: ReceiptId,
    query: &TimelineQuery,
) -> Result<Page<TimelineEntry>, Error> {
    let found = office.database().receipts().find(id, officer).await?;
    let receipt = readable(officer, id, found.map(|found| found.receipt))?;
    let held = receipt.entry.classification;
    office.log_read(officer, "ReadReceiptTimeline", id.0, held).await?;
    let page = timeline(office, officer, SubjectKind::Receipt, id.0, query).await?;
    hush(office, id.0, held, page).await
}

/// How long each receiver held the paper itself; copies are held by nobody.
fn held_by_receivers(rows: &[MovementRow]) -> Vec<Option<i64>> {
    let moved = |row: &&MovementRow| row.kind != "copied" && row.kind != "reminded";
    let steps: Vec<_> = rows
        .iter()
        .filter(moved)
        .map(|row| (row.to_post_id.map(PostId), row.at))
        .collect();
    let mut held = held_seconds(&steps).into_iter();
    rows.iter()
        .map(|row| if moved(&row) { held.next().flatten() } else { None })
        .collect()
}

fn movement(row: MovementRow, held_seconds: Option<i64>, posts: &HashMap<PostId, PostRef>) -> Movement {
    let post = |id: Option<Uuid>| id.and_then(|id| posts.get(&PostId(id)).cloned());
    let by = match (row.person_id, row.person_name_en, row.person_name_ur) {
        (Some(id), Some(name_en), Some(name_ur)) => Some(PersonRef {
            id: PersonId(id),
            name_en,
            name_ur,
        }),
        _ => None,
    };
    Movement {
        id: row.id,
        ordinal: row.ordinal,
        kind: row.kind,
        from: post(row.from_post_id),
        to: post(row.to_post_id),
        by,
        action: row.action,
        reason: row.reason,
        remark: row.remark,
        due_at: row.due_at,
        at: row.at,
        held_seconds,
    }
}

/// A page of the diary register, newest first.
///
/// # Errors
/// The officer's post is no registry; [`Error::Cursor`].
pub async fn register(
    office: &Office,
    officer: &Officer,
    filter: &RegisterFilter,
    cursor: Option<Cursor>,
    limit: u64,
) -> Result<Page<Line>, Error> {
    permit(officer, Action::ReadDiary, Standing::GENERAL, None)?;
    let after = cursor.map(|cursor| cursor.unpack()).transpose()?;
    let page = office
        .database()
        .receipts()
        .register(officer, filter, after, limit)
        .await?;
    let holders = page.items.iter().filter_map(|line| line.holder_post_id).map(PostId);
    let posts = office.database().organisation().post_refs(holders).await?;
    Ok(page.map(|line| Line {
        holder: line.holder_post_id.and_then(|post| posts.get(&PostId(post)).cloned()),
        line,
    }))
}
