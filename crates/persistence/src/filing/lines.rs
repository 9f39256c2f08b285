//! A file as one line of a list.

use crate::database::{Error, parse};
use crate::organisation::UnitRef;
use daftar_domain::filing::{FileState, ForwardAction};
use daftar_domain::office::{Classification, FileId, PostId, Priority, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{FromQueryResult, QueryResult};
use uuid::Uuid;

/// What a list shows of a file.
#[derive(Debug, Clone)]
pub struct FileLine {
    /// Its id.
    pub id: FileId,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// Its classification.
    pub classification: Classification,
    /// Its priority.
    pub priority: Priority,
    /// Its state.
    pub state: FileState,
    /// The owning unit.
    pub unit: UnitRef,
    /// Who has it.
    pub holder: PostId,
    /// Since when.
    pub since: Timestamp,
    /// When it is due there.
    pub due_at: Option<Timestamp>,
    /// Until when it is parked.
    pub parked_until: Option<Timestamp>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// What its holder was asked for.
    pub last_action: Option<ForwardAction>,
    /// What the page is sorted by.
    pub sort: Timestamp,
}

/// A file by name: a part, a volume, a link.
#[derive(Debug, Clone)]
pub struct FileName {
    /// Its id.
    pub id: FileId,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// Its state.
    pub state: FileState,
    /// Which volume it is.
    pub volume: i32,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    number: String,
    subject: String,
    classification: String,
    priority: String,
    state: String,
    unit_id: Uuid,
    unit_code: String,
    unit_kind: String,
    unit_name_en: String,
    unit_name_ur: String,
    holder_post_id: Uuid,
    since: Timestamp,
    due_at: Option<Timestamp>,
    parked_until: Option<Timestamp>,
    opened_at: Timestamp,
    action: Option<String>,
}

#[derive(FromQueryResult)]
struct NameRow {
    id: Uuid,
    number: String,
    subject: String,
    state: String,
    volume: i32,
}

/// The columns that [`FileLine::read`] needs, from `files`.
pub(super) fn lines() -> SelectStatement {
    Query::select()
        .columns(
            [
                "id",
                "number",
                "subject",
                "classification",
                "priority",
                "state",
                "unit_id",
                "holder_post_id",
                "since",
                "due_at",
                "parked_until",
                "opened_at",
                "action",
            ]
            .map(|column| ("files", column)),
        )
        .expr_as(Expr::col(("units", "code")), "unit_code")
        .expr_as(Expr::col(("units", "kind")), "unit_kind")
        .expr_as(Expr::col(("units", "name_en")), "unit_name_en")
        .expr_as(Expr::col(("units", "name_ur")), "unit_name_ur")
        .from("files")
        .inner_join("units", Expr::col(("units", "id")).equals(("files", "unit_id")))
        .to_owned()
}

/// The columns that [`FileName::read`] needs, from `files`.
pub(super) fn names() -> SelectStatement {
    Query::select()
        .columns(["id", "number", "subject", "state", "volume"].map(|column| ("files", column)))
        .from("files")
        .to_owned()
}

fn state(column: &str) -> Result<FileState, Error> {
    match column {
        "with_post" | "parked" => Ok(FileState::Open),
        other => parse("files", other),
    }
}

impl FileLine {
    pub(super) fn read(row: &QueryResult) -> Result<Self, Error> {
        let row = Row::from_query_result(row, "")?;
        Ok(Self {
            id: FileId(row.id),
            number: row.number,
            subject: row.subject,
            classification: parse("files", &row.classification)?,
            priority: parse("files", &row.priority)?,
            state: state(&row.state)?,
            unit: UnitRef {
                id: UnitId(row.unit_id),
                code: row.unit_code,
                kind: row.unit_kind,
                name_en: row.unit_name_en,
                name_ur: row.unit_name_ur,
            },
            holder: PostId(row.holder_post_id),
            since: row.since,
            due_at: row.due_at,
            parked_until: row.parked_until,
            opened_at: row.opened_at,
            last_action: row.action.as_deref().map(|action| parse("files", action)).transpose()?,
            sort: row.since,
        })
    }
}

impl FileName {
    pub(super) fn read(row: &QueryResult) -> Result<Self, Error> {
        let row = NameRow::from_query_result(row, "")?;
        Ok(Self {
            id: FileId(row.id),
            number: row.number,
            subject: row.subject,
            state: state(&row.state)?,
            volume: row.volume,
        })
    }
}
