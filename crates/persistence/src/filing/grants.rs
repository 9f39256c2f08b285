//! Who may see a file because it passed his desk.

use super::Filing;
use crate::database::Error;
use daftar_domain::office::{FileId, PostId, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};

/// A post that may see a file from now on.
#[derive(Debug, Clone, Copy)]
pub struct Grant {
    /// The file.
    pub file: FileId,
    /// The post.
    pub post: PostId,
    /// Why: `opened`, `movement`, `reopened`.
    pub cause: &'static str,
    /// When.
    pub at: Timestamp,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// Grants sight of a file to a post; one that has it keeps its first cause.
    pub async fn grant(&self, grant: Grant) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("file_grants")
            .columns(["file_id", "post_id", "cause", "granted_at", "last_at"])
            .values_panic([
                grant.file.0.into(),
                grant.post.0.into(),
                grant.cause.into(),
                grant.at.into(),
                grant.at.into(),
            ])
            .on_conflict(
                OnConflict::columns(["file_id", "post_id"])
                    .update_column("last_at")
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Remembers that a post sent the file away.
    pub async fn mark_sent(&self, file: FileId, post: PostId, at: Option<Timestamp>) -> Result<(), Error> {
        let update = Query::update()
            .table("file_grants")
            .value("sent_at", at)
            .and_where(Expr::col("file_id").eq(file.0))
            .and_where(Expr::col("post_id").eq(post.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Withdraws the grant that a movement gave, when the movement is taken back. A post that had
    /// seen the file before keeps its sight of it.
    pub async fn withdraw(&self, file: FileId, post: PostId, granted_at: Timestamp) -> Result<(), Error> {
        let delete = Query::delete()
            .from_table("file_grants")
            .and_where(Expr::col("file_id").eq(file.0))
            .and_where(Expr::col("post_id").eq(post.0))
            .and_where(Expr::col("cause").eq("movement"))
            .and_where(Expr::col("granted_at").eq(granted_at))
            .to_owned();
        self.connection.execute(&delete).await?;
        Ok(())
    }
}
