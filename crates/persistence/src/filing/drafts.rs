//! Notes that their authors are still writing.

use super::Filing;
use super::entities::draft_note;
use crate::database::{Error, from_json, to_json};
use daftar_domain::access::Officer;
use daftar_domain::filing::NoteBody;
use daftar_domain::office::{FileId, PersonId, Timestamp, Version};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder as _};

const TABLE: &str = "draft_notes";

/// A note that is being written; only its author sees it, at the post that he writes it for, until he puts it up.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The text so far.
    pub body: NoteBody,
    /// Grows with each save, and is never used again on the file.
    pub version: Version,
    /// When it was saved last.
    pub saved_at: Timestamp,
    /// When its author, an assistant, put it up to the officer whom he assists.
    pub put_up_at: Option<Timestamp>,
}

/// A draft that an assistant put up.
#[derive(Debug, Clone)]
pub struct PutUpDraft {
    /// The draft.
    pub draft: Draft,
    /// Its author.
    pub author: PersonId,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// The officer's draft on a file.
    pub async fn draft(&self, file: FileId, officer: &Officer) -> Result<Option<Draft>, Error> {
        let key = (file.0, officer.post.0, officer.person.0);
        let row = draft_note::Entity::find_by_id(key).one(self.connection).await?;
        row.map(|row| draft(&row)).transpose()
    }

    /// What assistants put up to the officer's post on a file, the first first.
    pub async fn put_up_drafts(&self, file: FileId, officer: &Officer) -> Result<Vec<PutUpDraft>, Error> {
        let rows = draft_note::Entity::find()
            .filter(put_up(file, officer))
            .order_by_asc(draft_note::Column::PutUpAt)
            .order_by_asc(draft_note::Column::PersonId)
            .all(self.connection)
            .await?;
        rows.iter()
            .map(|row| {
                Ok(PutUpDraft {
                    draft: draft(row)?,
                    author: PersonId(row.person_id),
                })
            })
            .collect()
    }

    /// Marks the officer's draft at version `expected` as put up.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was saved elsewhere since, or is gone.
    pub async fn put_up_draft(
        &self,
        file: FileId,
        officer: &Officer,
        expected: Version,
        at: Timestamp,
    ) -> Result<(), Error> {
        let done = draft_note::Entity::update_many()
            .col_expr(draft_note::Column::PutUpAt, Expr::value(at))
            .filter(own(file, officer))
            .filter(draft_note::Column::Version.eq(expected.0))
            .exec(self.connection)
            .await?;
        changed_one(done.rows_affected)
    }

    /// Gives back to their authors what was put up to the officer's post on a file: the texts stay with them.
    pub async fn give_back_drafts(&self, file: FileId, officer: &Officer) -> Result<(), Error> {
        draft_note::Entity::update_many()
            .col_expr(draft_note::Column::PutUpAt, Expr::value(None::<Timestamp>))
            .filter(put_up(file, officer))
            .exec(self.connection)
            .await?;
        Ok(())
    }

    /// Saves the officer's draft over the one at version `expected`; 0 for the first.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was saved elsewhere since; [`Error::Unique`] when two first saves meet.
    pub async fn save_draft(
        &self,
        file: FileId,
        officer: &Officer,
        draft: &Draft,
        expected: Version,
    ) -> Result<(), Error> {
        let row = draft_note::ActiveModel {
            file_id: Set(file.0),
            post_id: Set(officer.post.0),
            person_id: Set(officer.person.0),
            body: Set(to_json(TABLE, &draft.body)?),
            version: Set(draft.version.0),
            saved_at: Set(draft.saved_at),
            put_up_at: Set(draft.put_up_at),
        };
        if expected.0 == 0 {
            draft_note::Entity::insert(row)
                .exec_without_returning(self.connection)
                .await?;
            return Ok(());
        }
        let done = draft_note::Entity::update_many()
            .set(row)
            .filter(own(file, officer))
            .filter(draft_note::Column::Version.eq(expected.0))
            .exec(self.connection)
            .await?;
        changed_one(done.rows_affected)
    }

    /// Throws away the officer's draft at version `expected`.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was saved elsewhere since, or is gone.
    pub async fn discard_draft(&self, file: FileId, officer: &Officer, expected: Version) -> Result<(), Error> {
        let done = draft_note::Entity::delete_many()
            .filter(own(file, officer))
            .filter(draft_note::Column::Version.eq(expected.0))
            .exec(self.connection)
            .await?;
        changed_one(done.rows_affected)
    }
}

fn draft(row: &draft_note::Model) -> Result<Draft, Error> {
    Ok(Draft {
        body: from_json(TABLE, &row.body)?,
        version: Version(row.version),
        saved_at: row.saved_at,
        put_up_at: row.put_up_at,
    })
}

/// What others put up to the officer's post on a file.
fn put_up(file: FileId, officer: &Officer) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(draft_note::Column::FileId.eq(file.0))
        .add(draft_note::Column::PostId.eq(officer.post.0))
        .add(draft_note::Column::PersonId.ne(officer.person.0))
        .add(draft_note::Column::PutUpAt.is_not_null())
}

fn changed_one(rows: u64) -> Result<(), Error> {
    if rows == 1 { Ok(()) } else { Err(Error::Stale) }
}

fn own(file: FileId, officer: &Officer) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(draft_note::Column::FileId.eq(file.0))
        .add(draft_note::Column::PostId.eq(officer.post.0))
        .add(draft_note::Column::PersonId.eq(officer.person.0))
}
