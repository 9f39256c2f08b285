//! Heads, and the section that they index.

use super::Filing;
use super::entities::head;
use super::rows::{head_from_row, head_to_row};
use crate::database::Error;
use daftar_domain::filing::Head;
use daftar_domain::office::{HeadId, UnitId, Version};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

/// A unit as numbering needs it.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its code.
    pub code: String,
    /// Its numbering scheme, where it has its own.
    pub template: Option<String>,
    /// Whether it still exists.
    pub active: bool,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// The heads of a section, by code.
    pub async fn heads(&self, unit: UnitId) -> Result<Vec<Head>, Error> {
        let rows = head::Entity::find()
            .filter(head::Column::UnitId.eq(unit.0))
            .order_by_asc(head::Column::Code)
            .order_by_asc(head::Column::Id)
            .all(self.connection)
            .await?;
        Ok(rows.into_iter().map(head_from_row).collect())
    }

    /// One head.
    pub async fn head(&self, id: HeadId) -> Result<Option<Head>, Error> {
        Ok(head::Entity::find_by_id(id.0)
            .one(self.connection)
            .await?
            .map(head_from_row))
    }

    /// Writes a new head.
    ///
    /// # Errors
    /// [`Error::Unique`] when the code is taken.
    pub async fn insert_head(&self, head: &Head) -> Result<(), Error> {
        head::Entity::insert(head_to_row(head))
            .exec_without_returning(self.connection)
            .await?;
        Ok(())
    }

    /// Writes a head that was at version `expected`.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody was faster.
    pub async fn save_head(&self, head: &Head, expected: Version) -> Result<(), Error> {
        let mut row = head_to_row(head);
        row.not_set(head::Column::Id);
        let done = head::Entity::update_many()
            .set(row)
            .filter(head::Column::Id.eq(head.id.0))
            .filter(head::Column::Version.eq(expected.0))
            .exec(self.connection)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }

    /// Whether the code is taken among the heads of the section, or the sub-heads of a head.
    pub async fn head_code_taken(&self, head: &Head) -> Result<bool, Error> {
        let siblings = match head.parent {
            Some(parent) => head::Column::ParentId.eq(parent.0),
            None => head::Column::ParentId.is_null(),
        };
        let count = head::Entity::find()
            .filter(head::Column::UnitId.eq(head.unit.0))
            .filter(siblings)
            .filter(head::Column::Code.eq(head.code.as_str()))
            .count(self.connection)
            .await?;
        Ok(count > 0)
    }

    /// How many open sub-heads hang under a head.
    pub async fn open_sub_heads(&self, id: HeadId) -> Result<u64, Error> {
        Ok(head::Entity::find()
            .filter(head::Column::ParentId.eq(id.0))
            .filter(head::Column::ClosedAt.is_null())
            .count(self.connection)
            .await?)
    }

    /// A unit as numbering needs it.
    pub async fn section(&self, unit: UnitId) -> Result<Option<Section>, Error> {
        let select = Query::select()
            .columns(["code", "file_number_template"])
            .expr_as(Expr::col("closed_at").is_null(), "active")
            .from("units")
            .and_where(Expr::col("id").eq(unit.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            Ok(Section {
                code: row.try_get("", "code")?,
                template: row.try_get("", "file_number_template")?,
                active: row.try_get("", "active")?,
            })
        })
        .transpose()
    }
}
