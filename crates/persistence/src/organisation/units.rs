//! Units, one by one.

use super::Organisation;
use super::entities::{post, unit};
use crate::database::{Error, parse};
use daftar_domain::office::{UnitId, Version};
use daftar_domain::organisation::{Above, Letterhead, Unit, UnitUse};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
};

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// A unit, if there is such a one.
    pub async fn unit(&self, id: UnitId) -> Result<Option<Unit>, Error> {
        let row = unit::Entity::find_by_id(id.0).one(self.connection).await?;
        row.map(unit_from_row).transpose()
    }

    /// The unit with a code.
    pub async fn unit_by_code(&self, code: &str) -> Result<Option<Unit>, Error> {
        let row = unit::Entity::find()
            .filter(unit::Column::Code.eq(code))
            .one(self.connection)
            .await?;
        row.map(unit_from_row).transpose()
    }

    /// A unit with the ids of all units above it.
    pub async fn unit_above(&self, id: UnitId) -> Result<Option<Above<Unit, UnitId>>, Error> {
        let Some(parent) = self.unit(id).await? else {
            return Ok(None);
        };
        let mut ancestors = Vec::new();
        let mut next = parent.parent;
        while let Some(id) = next {
            ancestors.push(id);
            next = self.unit(id).await?.and_then(|unit| unit.parent);
        }
        Ok(Some(Above { parent, ancestors }))
    }

    /// What a unit still contains.
    pub async fn unit_use(&self, id: UnitId) -> Result<UnitUse, Error> {
        let posts = post::Entity::find()
            .filter(post::Column::UnitId.eq(id.0))
            .filter(post::Column::AbolishedAt.is_null())
            .count(self.connection)
            .await?;
        let units = unit::Entity::find()
            .filter(unit::Column::ParentId.eq(id.0))
            .filter(unit::Column::ClosedAt.is_null())
            .count(self.connection)
            .await?;
        let kept = Query::select()
            .expr(Expr::val(1))
            .from("files")
            .and_where(Expr::col("unit_id").eq(id.0))
            .limit(1)
            .to_owned();
        let files = self.connection.query_one(&kept).await?.is_some();
        Ok(UnitUse { posts, units, files })
    }

    /// Every unit, closed ones too.
    pub async fn all_units(&self) -> Result<Vec<Unit>, Error> {
        let rows = unit::Entity::find().all(self.connection).await?;
        rows.into_iter().map(unit_from_row).collect()
    }
}

impl Organisation<'_, DatabaseTransaction> {
    /// Adds a unit.
    pub async fn insert_unit(&self, unit: &Unit) -> Result<(), Error> {
        row_from_unit(unit).insert(self.connection).await?;
        Ok(())
    }

    /// Saves a unit that was one version older.
    pub async fn save_unit(&self, unit: &Unit) -> Result<(), Error> {
        let done = unit::Entity::update_many()
            .set(row_from_unit(unit))
            .filter(unit::Column::Id.eq(unit.id.0))
            .filter(unit::Column::Version.eq(unit.version.0 - 1))
            .exec(self.connection)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }
}

pub(super) fn unit_from_row(row: unit::Model) -> Result<Unit, Error> {
    Ok(Unit {
        id: UnitId(row.id),
        parent: row.parent_id.map(UnitId),
        kind: parse("units", &row.kind)?,
        code: row.code,
        name_en: row.name_en,
        name_ur: row.name_ur,
        file_number_template: row.file_number_template,
        signs_with_passkeys: row.signs_with_passkeys,
        letterhead: Letterhead {
            place_en: row.place_en,
            place_ur: row.place_ur,
            address_en: row.address_en,
            address_ur: row.address_ur,
            phone: row.phone,
            email: row.email,
        },
        closed_at: row.closed_at,
        version: Version(row.version),
    })
}

fn row_from_unit(unit: &Unit) -> unit::ActiveModel {
    unit::ActiveModel {
        id: Set(unit.id.0),
        parent_id: Set(unit.parent.map(Into::into)),
        kind: Set(unit.kind.as_str().to_owned()),
        code: Set(unit.code.clone()),
        name_en: Set(unit.name_en.clone()),
        name_ur: Set(unit.name_ur.clone()),
        file_number_template: Set(unit.file_number_template.clone()),
        signs_with_passkeys: Set(unit.signs_with_passkeys),
        place_en: Set(unit.letterhead.place_en.clone()),
        place_ur: Set(unit.letterhead.place_ur.clone()),
        address_en: Set(unit.letterhead.address_en.clone()),
        address_ur: Set(unit.letterhead.address_ur.clone()),
        phone: Set(unit.letterhead.phone.clone()),
        email: Set(unit.letterhead.email.clone()),
        closed_at: Set(unit.closed_at),
        version: Set(unit.version.0),
    }
}
