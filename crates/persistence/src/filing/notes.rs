//! The note portion. There is an insert and there are reads; nothing else.

use super::Filing;
use super::entities::note;
use crate::database::{Error, from_json, parse, to_json};
use daftar_domain::filing::{Author, Docket, Note, NoteContent, NoteKind};
use daftar_domain::office::{ChargeId, FileId, NoteId, PaperId, PersonId, PostId, ReceiptId};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query};
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter as _};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const TABLE: &str = "notes";

/// An entry of the note portion, with what its author is called.
#[derive(Debug, Clone)]
pub struct NoteRow {
    /// The entry.
    pub note: Note,
    /// The author's name in English.
    pub author_name_en: String,
    /// The author's name in Urdu.
    pub author_name_ur: String,
    /// The kind of the author's charge.
    pub charge_kind: String,
}

/// A docket as its column keeps it.
#[derive(Serialize, Deserialize)]
struct DocketColumn {
    receipt: Option<Uuid>,
    paper: Option<Uuid>,
    diary_number: Option<String>,
    subject: String,
    page_first: Option<i32>,
    page_last: Option<i32>,
    remark: Option<String>,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// Adds an entry to the note portion.
    pub async fn add_note(&self, note: &Note) -> Result<(), Error> {
        let row = note::ActiveModel {
            id: Set(note.id.0),
            file_id: Set(note.file.0),
            ordinal: Set(note.ordinal),
            kind: Set(note.content.kind().as_str().to_owned()),
            paragraph_first: Set(note.paragraph_first),
            paragraph_last: Set(note.paragraph_last),
            content: Set(content_to_column(&note.content)?),
            author_person_id: Set(note.author.person.0),
            author_post_id: Set(note.author.post.0),
            author_charge_id: Set(note.author.charge.0),
            classification: Set(note.classification.as_str().to_owned()),
            at: Set(note.at),
            nonce: Set(note.nonce.clone()),
            previous: Set(note.previous.clone()),
            attachments: Set(to_json(TABLE, &note.attachments)?),
            digest: Set(note.digest.clone()),
        };
        note::Entity::insert(row)
            .exec_without_returning(self.connection)
            .await?;
        Ok(())
    }

    /// Entries of a file after `after`, in their order, one more than `limit`.
    pub async fn notes(&self, file: FileId, after: i32, limit: u64) -> Result<Vec<NoteRow>, Error> {
        let select = Query::select()
            .column(("notes", sea_orm::sea_query::Asterisk))
            .expr_as(Expr::col(("persons", "name_en")), "author_name_en")
            .expr_as(Expr::col(("persons", "name_ur")), "author_name_ur")
            .expr_as(Expr::col(("charges", "kind")), "charge_kind")
            .from("notes")
            .inner_join(
                "persons",
                Expr::col(("persons", "id")).equals(("notes", "author_person_id")),
            )
            .inner_join(
                "charges",
                Expr::col(("charges", "id")).equals(("notes", "author_charge_id")),
            )
            .and_where(Expr::col(("notes", "file_id")).eq(file.0))
            .and_where(Expr::col(("notes", "ordinal")).gt(after))
            .order_by(("notes", "ordinal"), Order::Asc)
            .limit(limit + 1)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                Ok(NoteRow {
                    note: note_from_row(note::Model::from_query_result(row, "")?)?,
                    author_name_en: row.try_get("", "author_name_en")?,
                    author_name_ur: row.try_get("", "author_name_ur")?,
                    charge_kind: row.try_get("", "charge_kind")?,
                })
            })
            .collect()
    }
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// One entry of a note portion.
    pub async fn note(&self, id: NoteId) -> Result<Option<Note>, Error> {
        let select = Query::select()
            .column(sea_orm::sea_query::Asterisk)
            .from("notes")
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| note_from_row(note::Model::from_query_result(&row, "")?))
            .transpose()
    }

    /// These entries of note portions, in no order.
    pub async fn notes_among(&self, ids: &[NoteId]) -> Result<Vec<Note>, Error> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let rows = note::Entity::find()
            .filter(note::Column::Id.is_in(ids.iter().map(|id| id.0)))
            .all(self.connection)
            .await?;
        rows.into_iter().map(note_from_row).collect()
    }

    /// Entries of all note portions in the order of their ids, after one of them; for whoever audits the office.
    pub async fn all_notes(&self, after: Option<NoteId>, limit: u64) -> Result<Vec<Note>, Error> {
        let select = Query::select()
            .column(sea_orm::sea_query::Asterisk)
            .from("notes")
            .and_where_option(after.map(|after| Expr::col("id").gt(after.0)))
            .order_by("id", Order::Asc)
            .limit(limit)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| note_from_row(note::Model::from_query_result(row, "")?))
            .collect()
    }
}

fn note_from_row(row: note::Model) -> Result<Note, Error> {
    Ok(Note {
        id: NoteId(row.id),
        file: FileId(row.file_id),
        ordinal: row.ordinal,
        paragraph_first: row.paragraph_first,
        paragraph_last: row.paragraph_last,
        content: content_from_column(parse(TABLE, &row.kind)?, &row.content)?,
        author: Author {
            person: PersonId(row.author_person_id),
            post: PostId(row.author_post_id),
            charge: ChargeId(row.author_charge_id),
        },
        classification: parse(TABLE, &row.classification)?,
        at: row.at,
        nonce: row.nonce,
        previous: row.previous,
        attachments: from_json(TABLE, &row.attachments)?,
        digest: row.digest,
    })
}

fn content_to_column(content: &NoteContent) -> Result<String, Error> {
    match content {
        NoteContent::Text(body) | NoteContent::Order(body) => to_json(TABLE, body),
        NoteContent::Agreement => Ok("{}".to_owned()),
        NoteContent::Docket(docket) => to_json(
            TABLE,
            &DocketColumn {
                receipt: docket.receipt.map(Uuid::from),
                paper: docket.paper.map(Uuid::from),
                diary_number: docket.diary_number.clone(),
                subject: docket.subject.clone(),
                page_first: docket.page_first,
                page_last: docket.page_last,
                remark: docket.remark.clone(),
            },
        ),
    }
}

fn content_from_column(kind: NoteKind, column: &str) -> Result<NoteContent, Error> {
    Ok(match kind {
        NoteKind::Note => NoteContent::Text(from_json(TABLE, column)?),
        NoteKind::Agreement => NoteContent::Agreement,
        NoteKind::Order => NoteContent::Order(from_json(TABLE, column)?),
        NoteKind::Docket => {
            let docket: DocketColumn = from_json(TABLE, column)?;
            NoteContent::Docket(Docket {
                receipt: docket.receipt.map(ReceiptId),
                paper: docket.paper.map(PaperId),
                diary_number: docket.diary_number,
                subject: docket.subject,
                page_first: docket.page_first,
                page_last: docket.page_last,
                remark: docket.remark,
            })
        }
    })
}
