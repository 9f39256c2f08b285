//! Between rows and the domain's types. A row that matches no state is an inconsistency, by name.

use super::entities::{file, head};
use crate::database::{Error, from_json, parse, to_json};
use daftar_domain::filing::{Custody, File, Head, Holding};
use daftar_domain::office::{FileId, HeadId, PersonId, PostId, UnitId, Version, fold};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

const TABLE: &str = "files";

/// What the file list searches: number and subject, folded.
pub(super) fn search_text(number: &str, subject: &str) -> String {
    format!("{} {}", fold(number), fold(subject))
}

/// The columns of the current step.
struct Step {
    state: &'static str,
    holding: Option<Holding>,
    before: Option<String>,
    parked_until: Option<chrono::DateTime<chrono::Utc>>,
    merged_into: Option<Uuid>,
}

fn step(custody: &Custody) -> Result<Step, Error> {
    let bare = |state, holding| Step {
        state,
        holding,
        before: None,
        parked_until: None,
        merged_into: None,
    };
    Ok(match custody {
        Custody::WithPost { holding, before } => Step {
            before: before.as_ref().map(|before| to_json(TABLE, before)).transpose()?,
            ..bare("with_post", Some(*holding))
        },
        Custody::Parked { holding, until } => Step {
            parked_until: Some(*until),
            ..bare("parked", Some(*holding))
        },
        Custody::Closed { .. } => bare("closed", None),
        Custody::Merged { into, .. } => Step {
            merged_into: Some(into.0),
            ..bare("merged", None)
        },
    })
}

/// The row of a file.
pub(super) fn file_to_row(file: &File) -> Result<file::ActiveModel, Error> {
    let step = step(&file.custody)?;
    let holding = step.holding.as_ref();
    Ok(file::ActiveModel {
        id: Set(file.id.0),
        number: Set(file.number.clone()),
        unit_id: Set(file.unit.0),
        head_id: Set(file.head.0),
        subject: Set(file.subject.clone()),
        search_text: Set(search_text(&file.number, &file.subject)),
        classification: Set(file.classification.as_str().to_owned()),
        priority: Set(file.priority.as_str().to_owned()),
        due_on: Set(file.due_on),
        concerns_person_id: Set(file.concerns.map(Uuid::from)),
        main_file_id: Set(file.main_file.map(Uuid::from)),
        first_volume_id: Set(file.first_volume.map(Uuid::from)),
        volume: Set(file.volume),
        parts: Set(file.parts),
        last_paragraph: Set(file.last_paragraph),
        last_page: Set(file.last_page),
        notes: Set(file.notes),
        papers: Set(file.papers),
        movements: Set(file.movements),
        last_digest: Set(file.last_digest.clone()),
        noting_posts: Set(to_json(TABLE, &file.noting_posts)?),
        opened_at: Set(file.opened_at),
        version: Set(file.version.0),
        state: Set(step.state.to_owned()),
        holder_post_id: Set(file.custody.post().0),
        since: Set(file.custody.since()),
        due_at: Set(holding.map(|holding| holding.due_at)),
        looked_at: Set(holding.and_then(|holding| holding.opened_at)),
        sender_post_id: Set(holding.and_then(|holding| holding.sender).map(Uuid::from)),
        action: Set(holding
            .and_then(|holding| holding.action)
            .map(|action| action.as_str().to_owned())),
        before: Set(step.before),
        parked_until: Set(step.parked_until),
        merged_into: Set(step.merged_into),
    })
}

/// The file of a row.
pub(super) fn file_from_row(row: file::Model) -> Result<File, Error> {
    let custody = custody(&row)?;
    Ok(File {
        id: FileId(row.id),
        number: row.number,
        unit: UnitId(row.unit_id),
        head: HeadId(row.head_id),
        subject: row.subject,
        classification: parse(TABLE, &row.classification)?,
        priority: parse(TABLE, &row.priority)?,
        due_on: row.due_on,
        concerns: row.concerns_person_id.map(PersonId),
        main_file: row.main_file_id.map(FileId),
        first_volume: row.first_volume_id.map(FileId),
        volume: row.volume,
        parts: row.parts,
        last_paragraph: row.last_paragraph,
        last_page: row.last_page,
        notes: row.notes,
        papers: row.papers,
        movements: row.movements,
        last_digest: row.last_digest,
        noting_posts: from_json(TABLE, &row.noting_posts)?,
        custody,
        opened_at: row.opened_at,
        version: Version(row.version),
    })
}

fn custody(row: &file::Model) -> Result<Custody, Error> {
    let wrong = |problem: &str| Error::Inconsistent {
        table: TABLE,
        problem: format!("{}: {problem}", row.id),
    };
    let post = PostId(row.holder_post_id);
    Ok(match row.state.as_str() {
        "with_post" => Custody::WithPost {
            holding: holding(row)?,
            before: row
                .before
                .as_deref()
                .map(|before| from_json(TABLE, before))
                .transpose()?,
        },
        "parked" => Custody::Parked {
            holding: holding(row)?,
            until: row.parked_until.ok_or_else(|| wrong("parked without a date"))?,
        },
        "closed" => Custody::Closed { post, at: row.since },
        "merged" => Custody::Merged {
            into: FileId(row.merged_into.ok_or_else(|| wrong("merged into nothing"))?),
            post,
            at: row.since,
        },
        other => return Err(wrong(&format!("unknown state '{other}'"))),
    })
}

fn holding(row: &file::Model) -> Result<Holding, Error> {
    let due_at = row.due_at.ok_or_else(|| Error::Inconsistent {
        table: TABLE,
        problem: format!("{}: on a desk without a due time", row.id),
    })?;
    Ok(Holding {
        post: PostId(row.holder_post_id),
        since: row.since,
        due_at,
        opened_at: row.looked_at,
        sender: row.sender_post_id.map(PostId),
        action: row.action.as_deref().map(|action| parse(TABLE, action)).transpose()?,
    })
}

/// The row of a head.
pub(super) fn head_to_row(head: &Head) -> head::ActiveModel {
    head::ActiveModel {
        id: Set(head.id.0),
        unit_id: Set(head.unit.0),
        parent_id: Set(head.parent.map(Uuid::from)),
        code: Set(head.code.clone()),
        title_en: Set(head.title_en.clone()),
        title_ur: Set(head.title_ur.clone()),
        closed_at: Set(head.closed_at),
        version: Set(head.version.0),
    }
}

/// The head of a row.
pub(super) fn head_from_row(row: head::Model) -> Head {
    Head {
        id: HeadId(row.id),
        unit: UnitId(row.unit_id),
        parent: row.parent_id.map(HeadId),
        code: row.code,
        title_en: row.title_en,
        title_ur: row.title_ur,
        closed_at: row.closed_at,
        version: Version(row.version),
    }
}
