//! Who may see a file because it passed his desk.

use super::Filing;
use super::posts::handles_files;
use crate::database::Error;
use daftar_domain::filing::{File, Granted, Onlooker, SightCause};
use daftar_domain::office::{FileId, PersonId, PostId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

/// A post that may see a file from now on.
#[derive(Debug, Clone, Copy)]
pub struct Grant {
    /// The file.
    pub file: FileId,
    /// The post.
    pub post: PostId,
    /// Why.
    pub cause: SightCause,
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
                grant.cause.as_str().into(),
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
            .and_where(Expr::col("cause").eq(SightCause::Movement.as_str()))
            .and_where(Expr::col("granted_at").eq(granted_at))
            .to_owned();
        self.connection.execute(&delete).await?;
        Ok(())
    }

    /// The posts that may come into question for seeing a file: those that were granted sight of it, or of the main
    /// file that it was merged into, and those of its section, the highest grade first. One round trip.
    pub async fn onlookers(&self, file: &File) -> Result<Vec<Onlooker>, Error> {
        let files = [Some(file.id), file.seen_through()];
        let granted = Expr::col(("file_grants", "post_id"))
            .equals(("posts", "id"))
            .and(Expr::col(("file_grants", "file_id")).is_in(files.into_iter().flatten().map(|file| file.0)));
        let holder = Expr::col(("charges", "post_id"))
            .equals(("posts", "id"))
            .and(Expr::col(("charges", "to_at")).is_null());
        let select = Query::select()
            .columns(["id", "unit_id", "roles", "abolished_at"].map(|column| ("posts", column)))
            .columns(["file_id", "cause", "granted_at"].map(|column| ("file_grants", column)))
            .column(("charges", "person_id"))
            .from("posts")
            .left_join("file_grants", granted)
            .left_join("charges", holder)
            .and_where(
                Expr::col(("posts", "unit_id"))
                    .eq(file.unit.0)
                    .or(Expr::col(("file_grants", "file_id")).is_not_null()),
            )
            .order_by(("posts", "grade"), Order::Desc)
            .order_by(("posts", "code"), Order::Asc)
            .to_owned();
        let mut posts: Vec<Onlooker> = Vec::new();
        for row in self.connection.query_all(&select).await? {
            let post = PostId(row.try_get("", "id")?);
            if posts.last().is_none_or(|last| last.post != post) {
                posts.push(onlooker(post, &row)?);
            }
            if let (Some(last), Some(grant)) = (posts.last_mut(), grant_of(&row)?) {
                last.grants.push(grant);
            }
        }
        Ok(posts)
    }
}

fn onlooker(post: PostId, row: &QueryResult) -> Result<Onlooker, Error> {
    let roles: String = row.try_get("", "roles")?;
    let holder: Option<Uuid> = row.try_get("", "person_id")?;
    Ok(Onlooker {
        post,
        unit: UnitId(row.try_get("", "unit_id")?),
        holder: holder.map(PersonId),
        handles_files: handles_files(&roles)?,
        abolished_at: row.try_get("", "abolished_at")?,
        grants: Vec::new(),
    })
}

fn grant_of(row: &QueryResult) -> Result<Option<Granted>, Error> {
    let Some(file) = row.try_get::<Option<Uuid>>("", "file_id")? else {
        return Ok(None);
    };
    let cause: String = row.try_get("", "cause")?;
    Ok(Some(Granted {
        file: FileId(file),
        cause: cause.parse().map_err(|_| Error::Inconsistent {
            table: "file_grants",
            problem: format!("cause {cause} of {file}"),
        })?,
        at: row.try_get("", "granted_at")?,
    }))
}
