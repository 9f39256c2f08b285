//! The communications of a file.

use super::Drafting;
use super::rows::{TABLE, read, select};
use crate::database::Error;
use daftar_domain::drafting::Communication;
use daftar_domain::office::FileId;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order};

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// The communications of a file with their latest texts, the first first.
    pub async fn of_file(&self, file: FileId) -> Result<Vec<Communication>, Error> {
        let select = select()
            .and_where(Expr::col((TABLE, "file_id")).eq(file.0))
            .order_by((TABLE, "id"), Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter().map(read).collect()
    }
}
