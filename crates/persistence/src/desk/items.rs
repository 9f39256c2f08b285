use crate::database::{Error, repository};
use daftar_domain::office::{Classification, PersonId, PostId, Priority, Timestamp};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

repository! {
    /// Everything that waits for a post.
    Desk, desk
}

/// What sort of thing waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskKind {
    /// A file in the post's custody.
    File,
    /// A receipt marked to the post.
    Receipt,
    /// A copy of a receipt, for information.
    Copy,
}

impl DeskKind {
    /// The stable spelling.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Receipt => "receipt",
            Self::Copy => "copy",
        }
    }
}

/// Something that now waits for a post.
#[derive(Debug, Clone)]
pub struct NewDeskItem<'a> {
    /// Its id.
    pub id: Uuid,
    /// The post that it waits for.
    pub post: PostId,
    /// What sort of thing it is.
    pub kind: DeskKind,
    /// The file or receipt.
    pub subject: Uuid,
    /// Its official number.
    pub number: &'a str,
    /// Its subject line.
    pub title: &'a str,
    /// The post that it came from.
    pub from: Option<PostId>,
    /// For what: the action asked for.
    pub action: Option<&'a str>,
    /// Its priority label.
    pub priority: Priority,
    /// Its classification.
    pub classification: Classification,
    /// The person whose own service it is about; he never sees it (rule 6).
    pub concerns: Option<PersonId>,
    /// Since when it waits.
    pub since: Timestamp,
    /// Until when it should be dealt with.
    pub due_at: Timestamp,
    /// From when it is shown: later than `since` while it is parked.
    pub visible_from: Timestamp,
    /// Whether the post put it there itself, so that it is not news.
    pub read: bool,
}

impl<C: ConnectionTrait> Desk<'_, C> {
    /// Puts something on a desk; what already lies there is replaced by its newer state.
    pub async fn put(&self, item: &NewDeskItem<'_>) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("desk_items")
            .columns([
                "id",
                "post_id",
                "kind",
                "subject_id",
                "number",
                "title",
                "from_post_id",
                "action",
                "priority",
                "classification",
                "concerns_person_id",
                "since",
                "due_at",
                "visible_from",
                "read_at",
            ])
            .values_panic([
                item.id.into(),
                item.post.0.into(),
                item.kind.as_str().into(),
                item.subject.into(),
                item.number.into(),
                item.title.into(),
                item.from.map(Uuid::from).into(),
                item.action.into(),
                item.priority.as_str().into(),
                item.classification.as_str().into(),
                item.concerns.map(Uuid::from).into(),
                item.since.into(),
                item.due_at.into(),
                item.visible_from.into(),
                item.read.then_some(item.since).into(),
            ])
            .on_conflict(
                OnConflict::columns(["post_id", "kind", "subject_id"])
                    .update_columns([
                        "number",
                        "title",
                        "from_post_id",
                        "action",
                        "priority",
                        "classification",
                        "concerns_person_id",
                        "since",
                        "due_at",
                        "visible_from",
                        "read_at",
                    ])
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Whether a case about a person waits for a post.
    pub async fn has_case_about(&self, post: PostId, person: PersonId) -> Result<bool, Error> {
        let select = Query::select()
            .expr(Expr::val(1))
            .from("desk_items")
            .and_where(Expr::col("post_id").eq(post.0))
            .and_where(Expr::col("concerns_person_id").eq(person.0))
            .and_where(Expr::col("kind").ne(DeskKind::Copy.as_str()))
            .limit(1)
            .to_owned();
        Ok(self.connection.query_one(&select).await?.is_some())
    }

    /// Every desk on which a case about a person waits, with that person.
    pub async fn cases_about_persons(&self) -> Result<HashSet<(PostId, PersonId)>, Error> {
        let select = Query::select()
            .columns(["post_id", "concerns_person_id"])
            .from("desk_items")
            .and_where(Expr::col("concerns_person_id").is_not_null())
            .and_where(Expr::col("kind").ne(DeskKind::Copy.as_str()))
            .distinct()
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok((PostId(row.try_get_by_index(0)?), PersonId(row.try_get_by_index(1)?))))
            .collect()
    }

    /// How much waits for every post for which something does.
    pub async fn loads(&self) -> Result<HashMap<PostId, u64>, Error> {
        let select = Query::select()
            .column("post_id")
            .expr(Expr::cust("count(*)"))
            .from("desk_items")
            .group_by_col("post_id")
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                let waiting: i64 = row.try_get_by_index(1)?;
                Ok((PostId(row.try_get_by_index(0)?), waiting.unsigned_abs()))
            })
            .collect()
    }

    /// Makes something new again on whichever desk it lies.
    pub async fn make_unread(&self, kind: DeskKind, subject: Uuid) -> Result<(), Error> {
        let update = Query::update()
            .table("desk_items")
            .value("read_at", None::<Timestamp>)
            .and_where(Expr::col("kind").eq(kind.as_str()))
            .and_where(Expr::col("subject_id").eq(subject))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Takes something off a desk.
    pub async fn take(&self, post: PostId, kind: DeskKind, subject: Uuid) -> Result<(), Error> {
        let delete = Query::delete()
            .from_table("desk_items")
            .and_where(Expr::col("post_id").eq(post.0))
            .and_where(Expr::col("kind").eq(kind.as_str()))
            .and_where(Expr::col("subject_id").eq(subject))
            .to_owned();
        self.connection.execute(&delete).await?;
        Ok(())
    }
}
