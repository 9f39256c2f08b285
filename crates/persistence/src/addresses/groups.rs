//! Groups.

use super::contacts::{ids, sort_key};
use super::entities::group;
use super::{Addresses, EntryFilter};
use crate::database::{Error, Page};
use daftar_domain::addresses::{Group, Reach};
use daftar_domain::office::{GroupId, UnitId, Version, fold};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// A group as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLine {
    /// The group.
    pub group: Group,
    /// How many of its members are seen.
    pub members: i64,
}

impl<C: ConnectionTrait> Addresses<'_, C> {
    /// One group.
    pub async fn group(&self, id: GroupId) -> Result<Option<Group>, Error> {
        let row = group::Entity::find_by_id(id.0).one(self.connection).await?;
        Ok(row.map(group_from_row))
    }

    /// A page of the groups that are seen, by name.
    pub async fn groups(&self, reach: &Reach, filter: &EntryFilter<'_>) -> Result<Page<GroupLine>, Error> {
        let rows = group::Entity::find()
            .filter(group::Column::UnitId.is_in(ids(reach)))
            .filter(filter.condition())
            .order_by_asc(group::Column::SortKey)
            .order_by_asc(group::Column::Id)
            .limit(filter.limit + 1)
            .all(self.connection)
            .await?;
        let page = Page::cut(rows, filter.limit, |row: &group::Model| (row.sort_key.clone(), row.id));
        let groups: Vec<GroupId> = page.items.iter().map(|row| GroupId(row.id)).collect();
        let counts = self.member_counts(reach, &groups).await?;
        Ok(page.map(|row| {
            let group = group_from_row(row);
            let members = counts.get(&group.id).copied().unwrap_or_default();
            GroupLine { group, members }
        }))
    }
}

impl Addresses<'_, DatabaseTransaction> {
    /// Writes a new group.
    pub async fn insert_group(&self, group: &Group) -> Result<(), Error> {
        row_from_group(group).insert(self.connection).await?;
        Ok(())
    }

    /// Writes a group that was one version older.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody was faster.
    pub async fn save_group(&self, group: &Group) -> Result<(), Error> {
        let done = group::Entity::update_many()
            .set(row_from_group(group))
            .filter(group::Column::Id.eq(group.id.0))
            .filter(group::Column::Version.eq(group.version.0 - 1))
            .exec(self.connection)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }
}

fn group_from_row(row: group::Model) -> Group {
    Group {
        id: GroupId(row.id),
        unit: UnitId(row.unit_id),
        name: row.name,
        name_ur: row.name_ur,
        deactivated_at: row.deactivated_at,
        version: Version(row.version),
    }
}

fn row_from_group(group: &Group) -> group::ActiveModel {
    group::ActiveModel {
        id: Set(group.id.0),
        unit_id: Set(group.unit.0),
        name: Set(group.name.clone()),
        name_ur: Set(group.name_ur.clone()),
        sort_key: Set(sort_key(&group.name)),
        search_text: Set(fold(&format!("{} {}", group.name, group.name_ur))),
        deactivated_at: Set(group.deactivated_at),
        version: Set(group.version.0),
    }
}
