//! Notes that their authors are still writing.

use super::Filing;
use super::entities::draft_note;
use super::rows::{from_json, to_json};
use crate::database::Error;
use daftar_domain::access::Officer;
use daftar_domain::filing::NoteBody;
use daftar_domain::office::{FileId, Timestamp, Version};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

const TABLE: &str = "draft_notes";

/// A note that is being written; only its author sees it, at the post that he writes it for.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The text so far.
    pub body: NoteBody,
    /// Grows with each save, and is never used again on the file.
    pub version: Version,
    /// When it was saved last.
    pub saved_at: Timestamp,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// The officer's draft on a file.
    pub async fn draft(&self, file: FileId, officer: &Officer) -> Result<Option<Draft>, Error> {
        let key = (file.0, officer.post.0, officer.person.0);
        let row = draft_note::Entity::find_by_id(key).one(self.connection).await?;
        row.map(|row| {
            Ok(Draft {
                body: from_json(TABLE, &row.body)?,
                version: Version(row.version),
                saved_at: row.saved_at,
            })
        })
        .transpose()
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

fn changed_one(rows: u64) -> Result<(), Error> {
    if rows == 1 { Ok(()) } else { Err(Error::Stale) }
}

fn own(file: FileId, officer: &Officer) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(draft_note::Column::FileId.eq(file.0))
        .add(draft_note::Column::PostId.eq(officer.post.0))
        .add(draft_note::Column::PersonId.eq(officer.person.0))
}
