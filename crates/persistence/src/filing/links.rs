//! Files that belong to a file: links, parts, volumes. Only what the reader may see.

use super::Filing;
use super::lines::{FileName, names};
use super::visible::visible_files;
use crate::database::Error;
use daftar_domain::access::Officer;
use daftar_domain::filing::File;
use daftar_domain::office::{FileId, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query, SelectStatement};
use uuid::Uuid;

impl<C: ConnectionTrait> Filing<'_, C> {
    /// Links two files, both ways; a link that is there stays.
    pub async fn add_link(&self, a: FileId, b: FileId, at: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("file_links")
            .columns(["file_id", "other_id", "linked_at"])
            .values_panic([a.0.into(), b.0.into(), at.into()])
            .values_panic([b.0.into(), a.0.into(), at.into()])
            .on_conflict(OnConflict::columns(["file_id", "other_id"]).do_nothing().to_owned())
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Takes a link away, both ways; says whether there was one.
    pub async fn remove_link(&self, a: FileId, b: FileId) -> Result<bool, Error> {
        let one = |from: FileId, to: FileId| Expr::col("file_id").eq(from.0).and(Expr::col("other_id").eq(to.0));
        let delete = Query::delete()
            .from_table("file_links")
            .and_where(one(a, b).or(one(b, a)))
            .to_owned();
        Ok(self.connection.execute(&delete).await?.rows_affected() > 0)
    }

    /// The linked files that the officer may see.
    pub async fn links(&self, file: FileId, officer: &Officer) -> Result<Vec<FileName>, Error> {
        let mut select = names();
        select
            .inner_join(
                "file_links",
                Expr::col(("file_links", "other_id")).equals(("files", "id")),
            )
            .and_where(Expr::col(("file_links", "file_id")).eq(file.0))
            .and_where(visible_files(officer))
            .order_by(("files", "number"), Order::Asc);
        self.named(&select).await
    }

    /// The parts of a file that the officer may see.
    pub async fn parts(&self, main: FileId, officer: &Officer) -> Result<Vec<FileName>, Error> {
        let mut select = names();
        select
            .and_where(Expr::col(("files", "main_file_id")).eq(main.0))
            .and_where(visible_files(officer))
            .order_by(("files", "id"), Order::Asc);
        self.named(&select).await
    }

    /// All volumes of a file that the officer may see, itself included.
    pub async fn volumes(&self, file: &File, officer: &Officer) -> Result<Vec<FileName>, Error> {
        let first = file.first_volume.unwrap_or(file.id);
        let of_series = Expr::col(("files", "first_volume_id"))
            .eq(first.0)
            .or(Expr::col(("files", "id")).eq(first.0));
        let mut select = names();
        select
            .and_where(of_series)
            .and_where(visible_files(officer))
            .order_by(("files", "volume"), Order::Asc);
        self.named(&select).await
    }

    /// Of these files, those that the officer may see.
    pub async fn visible_among(&self, ids: &[FileId], officer: &Officer) -> Result<Vec<FileName>, Error> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut select = names();
        select
            .and_where(Expr::col(("files", "id")).is_in(ids.iter().map(|id| Uuid::from(*id))))
            .and_where(visible_files(officer));
        self.named(&select).await
    }

    async fn named(&self, select: &SelectStatement) -> Result<Vec<FileName>, Error> {
        self.connection
            .query_all(select)
            .await?
            .iter()
            .map(FileName::read)
            .collect()
    }
}
