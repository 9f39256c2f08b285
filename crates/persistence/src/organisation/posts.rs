//! Posts, one by one.

use super::entities::{charge, post};
use super::{Organisation, roles_from_column, roles_to_column};
use crate::database::Error;
use daftar_domain::office::{PostId, UnitId, Version};
use daftar_domain::organisation::{Above, Post, PostUse};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect,
};

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// A post, if there is such a one.
    pub async fn post(&self, id: PostId) -> Result<Option<Post>, Error> {
        let row = post::Entity::find_by_id(id.0).one(self.connection).await?;
        row.map(post_from_row).transpose()
    }

    /// The post with a code.
    pub async fn post_by_code(&self, code: &str) -> Result<Option<Post>, Error> {
        let row = post::Entity::find()
            .filter(post::Column::Code.eq(code))
            .one(self.connection)
            .await?;
        row.map(post_from_row).transpose()
    }

    /// A post with the ids of all posts above it.
    pub async fn post_above(&self, id: PostId) -> Result<Option<Above<Post, PostId>>, Error> {
        let Some(parent) = self.post(id).await? else {
            return Ok(None);
        };
        let mut ancestors = Vec::new();
        let mut next = parent.reports_to;
        while let Some(id) = next {
            ancestors.push(id);
            next = self.post(id).await?.and_then(|post| post.reports_to);
        }
        Ok(Some(Above { parent, ancestors }))
    }

    /// What still hangs on a post.
    pub async fn post_use(&self, id: PostId) -> Result<PostUse, Error> {
        let held = charge::Entity::find()
            .filter(charge::Column::PostId.eq(id.0))
            .filter(charge::Column::ToAt.is_null())
            .count(self.connection)
            .await?;
        let subordinates = post::Entity::find()
            .filter(post::Column::ReportsTo.eq(id.0))
            .filter(post::Column::AbolishedAt.is_null())
            .count(self.connection)
            .await?;
        let waiting = Query::select()
            .expr(Expr::col("id").count())
            .from("desk_items")
            .and_where(Expr::col("post_id").eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&waiting).await?;
        let desk_items: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        Ok(PostUse {
            held: held > 0,
            desk_items: desk_items.unsigned_abs(),
            subordinates,
        })
    }

    /// Every post, abolished ones too.
    pub async fn all_posts(&self) -> Result<Vec<Post>, Error> {
        let rows = post::Entity::find().all(self.connection).await?;
        rows.into_iter().map(post_from_row).collect()
    }
}

impl Organisation<'_, DatabaseTransaction> {
    /// A post that is about to change: nothing can be sent to it until the act is done, and whatever was being sent has
    /// arrived.
    pub async fn post_to_change(&self, id: PostId) -> Result<Option<Post>, Error> {
        let found = post::Entity::find_by_id(id.0).lock_exclusive();
        found.one(self.connection).await?.map(post_from_row).transpose()
    }

    /// Adds a post.
    pub async fn insert_post(&self, post: &Post) -> Result<(), Error> {
        row_from_post(post).insert(self.connection).await?;
        Ok(())
    }

    /// Saves a post that was one version older.
    pub async fn save_post(&self, post: &Post) -> Result<(), Error> {
        let done = post::Entity::update_many()
            .set(row_from_post(post))
            .filter(post::Column::Id.eq(post.id.0))
            .filter(post::Column::Version.eq(post.version.0 - 1))
            .exec(self.connection)
            .await?;
        if done.rows_affected == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }

    /// Counts a change of who holds a post; answers its new version.
    pub async fn touch_post(&self, id: PostId) -> Result<Version, Error> {
        let update = Query::update()
            .table("posts")
            .value("version", Expr::col("version").add(1))
            .and_where(Expr::col("id").eq(id.0))
            .returning_col("version")
            .to_owned();
        let row = self.connection.query_one(&update).await?.ok_or(Error::Stale)?;
        Ok(Version(row.try_get_by_index(0)?))
    }
}

pub(super) fn post_from_row(row: post::Model) -> Result<Post, Error> {
    Ok(Post {
        id: PostId(row.id),
        unit: UnitId(row.unit_id),
        code: row.code,
        title_en: row.title_en,
        title_ur: row.title_ur,
        grade: row.grade,
        reports_to: row.reports_to.map(PostId),
        roles: roles_from_column(&row.roles)?,
        abolished_at: row.abolished_at,
        version: Version(row.version),
    })
}

fn row_from_post(post: &Post) -> post::ActiveModel {
    post::ActiveModel {
        id: Set(post.id.0),
        unit_id: Set(post.unit.0),
        code: Set(post.code.clone()),
        title_en: Set(post.title_en.clone()),
        title_ur: Set(post.title_ur.clone()),
        grade: Set(post.grade),
        reports_to: Set(post.reports_to.map(Into::into)),
        roles: Set(roles_to_column(&post.roles)),
        abolished_at: Set(post.abolished_at),
        version: Set(post.version.0),
    }
}
