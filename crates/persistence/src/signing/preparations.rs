//! Statements that were shown to their officers and wait for a signature.

use super::Signing;
use crate::database::{Database, Error};
use daftar_domain::office::{FileId, NoteId, PreparationId, SessionId, Timestamp};
use daftar_domain::signing::Preparation;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    session_id: Uuid,
    file_id: Uuid,
    note_id: Uuid,
    nonce: String,
    at: Timestamp,
    challenge: String,
    used_at: Option<Timestamp>,
}

impl Row {
    fn read(self) -> Result<Preparation, Error> {
        let mut challenge = [0; 32];
        hex::decode_to_slice(&self.challenge, &mut challenge).map_err(|_| Error::Inconsistent {
            table: "preparations",
            problem: format!("{} has no challenge", self.id),
        })?;
        Ok(Preparation {
            id: PreparationId(self.id),
            session: SessionId(self.session_id),
            file: FileId(self.file_id),
            note: NoteId(self.note_id),
            nonce: self.nonce,
            at: self.at,
            challenge,
            used_at: self.used_at,
        })
    }
}

impl<C: ConnectionTrait> Signing<'_, C> {
    /// A preparation as it is now.
    pub async fn preparation(&self, id: PreparationId) -> Result<Option<Preparation>, Error> {
        let select = Query::select()
            .columns([
                "id",
                "session_id",
                "file_id",
                "note_id",
                "nonce",
                "at",
                "challenge",
                "used_at",
            ])
            .from("preparations")
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| Row::from_query_result(&row, "")?.read()).transpose()
    }
}

impl Signing<'_, DatabaseTransaction> {
    /// Remembers what was shown.
    pub async fn prepare(&self, preparation: &Preparation) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("preparations")
            .columns(["id", "session_id", "file_id", "note_id", "nonce", "at", "challenge"])
            .values_panic([
                preparation.id.0.into(),
                preparation.session.0.into(),
                preparation.file.0.into(),
                preparation.note.0.into(),
                preparation.nonce.as_str().into(),
                preparation.at.into(),
                hex::encode(preparation.challenge).into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Uses a preparation up; `false` where another request did before.
    pub async fn use_preparation(&self, id: PreparationId, now: Timestamp) -> Result<bool, Error> {
        let update = Query::update()
            .table("preparations")
            .value("used_at", now)
            .and_where(Expr::col("id").eq(id.0))
            .and_where(Expr::col("used_at").is_null())
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }
}

impl Database {
    /// Forgets what was prepared before a moment.
    pub async fn forget_preparations(&self, before: Timestamp) -> Result<u64, Error> {
        let tx = self.begin().await?;
        let delete = Query::delete()
            .from_table("preparations")
            .and_where(Expr::col("at").lt(before))
            .to_owned();
        let gone = tx.connection().execute(&delete).await?.rows_affected();
        tx.commit().await?;
        Ok(gone)
    }
}
