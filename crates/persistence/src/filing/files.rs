//! One file: read with how its reader stands to it, written with its version.

use super::Filing;
use super::entities::file;
use super::rows::{file_from_row, file_to_row};
use super::visible::granted;
use crate::database::Error;
use daftar_domain::access::Officer;
use daftar_domain::filing::File;
use daftar_domain::office::{FileId, Version};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter};

/// A file, and whether its reader's post is on its movement chain.
#[derive(Debug, Clone)]
pub struct Found {
    /// The file.
    pub file: File,
    /// Whether the post has a grant.
    pub granted: bool,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// Reads a file. What the reader may do with it, the access decision says.
    pub async fn file(&self, id: FileId, officer: &Officer) -> Result<Option<Found>, Error> {
        let select = Query::select()
            .column(("files", sea_orm::sea_query::Asterisk))
            .expr_as(Expr::exists(granted(officer.post)), "granted")
            .from("files")
            .and_where(Expr::col(("files", "id")).eq(id.0))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let file = file_from_row(file::Model::from_query_result(&row, "")?)?;
        Ok(Some(Found {
            file,
            granted: row.try_get("", "granted")?,
        }))
    }

    /// Keeps a file where it is until the transaction ends. What is done on a desk with something that lies on the file
    /// is done while the file is there; whoever will change the file itself keeps it for himself `alone`.
    pub async fn hold(&self, id: FileId, alone: bool) -> Result<(), Error> {
        let lock = if alone { LockType::Update } else { LockType::Share };
        let select = Query::select()
            .column("id")
            .from("files")
            .and_where(Expr::col("id").eq(id.0))
            .lock(lock)
            .to_owned();
        self.connection.query_one(&select).await?;
        Ok(())
    }

    /// Writes a new file.
    pub async fn insert(&self, file: &File) -> Result<(), Error> {
        file::Entity::insert(file_to_row(file)?)
            .exec_without_returning(self.connection)
            .await?;
        Ok(())
    }

    /// Writes a file that was at version `expected` when it was read.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody was faster.
    pub async fn save(&self, file: &File, expected: Version) -> Result<(), Error> {
        let mut row = file_to_row(file)?;
        row.not_set(file::Column::Id);
        let done = file::Entity::update_many()
            .set(row)
            .filter(file::Column::Id.eq(file.id.0))
            .filter(file::Column::Version.eq(expected.0))
            .exec(self.connection)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }

    /// How many parts of a file are still on their way.
    pub async fn open_parts(&self, main: FileId) -> Result<u64, Error> {
        let select = Query::select()
            .expr(Expr::col("id").count())
            .from("files")
            .and_where(Expr::col("main_file_id").eq(main.0))
            .and_where(Expr::col("state").is_in(["with_post", "parked"]))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// Whether a later volume than this exists.
    pub async fn has_later_volume(&self, file: &File) -> Result<bool, Error> {
        let first = file.first_volume.unwrap_or(file.id);
        let select = Query::select()
            .expr(Expr::val(1))
            .from("files")
            .and_where(Expr::col("first_volume_id").eq(first.0))
            .and_where(Expr::col("volume").gt(file.volume))
            .limit(1)
            .to_owned();
        Ok(self.connection.query_one(&select).await?.is_some())
    }
}
