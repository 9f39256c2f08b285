//! Names of posts, units and persons for every page that mentions them: many at once, in one query.

use super::Organisation;
use crate::database::Error;
use daftar_domain::office::{PersonId, PostId, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// A unit as other pages mention it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitRef {
    /// Its id.
    pub id: UnitId,
    /// Its code.
    pub code: String,
    /// Its kind.
    pub kind: String,
    /// Its English name.
    pub name_en: String,
    /// Its Urdu name.
    pub name_ur: String,
}

/// A person as other pages mention him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRef {
    /// His id.
    pub id: PersonId,
    /// His name in English.
    pub name_en: String,
    /// His name in Urdu.
    pub name_ur: String,
}

/// A post as other pages mention it, with whoever holds it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostRef {
    /// Its id.
    pub id: PostId,
    /// Its English title.
    pub title_en: String,
    /// Its Urdu title.
    pub title_ur: String,
    /// Its grade (BPS).
    pub grade: i16,
    /// Its unit.
    pub unit: UnitRef,
    /// Who holds it now.
    pub holder: Option<PersonRef>,
}

#[derive(FromQueryResult)]
struct PostRow {
    id: Uuid,
    title_en: String,
    title_ur: String,
    grade: i16,
    unit_id: Uuid,
    unit_code: String,
    unit_kind: String,
    unit_name_en: String,
    unit_name_ur: String,
    holder_id: Option<Uuid>,
    holder_name_en: Option<String>,
    holder_name_ur: Option<String>,
}

impl PostRow {
    fn into_ref(self) -> PostRef {
        let holder = match (self.holder_id, self.holder_name_en, self.holder_name_ur) {
            (Some(id), Some(name_en), Some(name_ur)) => Some(PersonRef {
                id: PersonId(id),
                name_en,
                name_ur,
            }),
            _ => None,
        };
        PostRef {
            id: PostId(self.id),
            title_en: self.title_en,
            title_ur: self.title_ur,
            grade: self.grade,
            unit: UnitRef {
                id: UnitId(self.unit_id),
                code: self.unit_code,
                kind: self.unit_kind,
                name_en: self.unit_name_en,
                name_ur: self.unit_name_ur,
            },
            holder,
        }
    }
}

/// The select behind every [`PostRef`]: posts with their unit and current holder.
fn post_refs_select() -> SelectStatement {
    Query::select()
        .columns([
            ("posts", "id"),
            ("posts", "title_en"),
            ("posts", "title_ur"),
            ("posts", "grade"),
            ("posts", "unit_id"),
        ])
        .expr_as(Expr::col(("units", "code")), "unit_code")
        .expr_as(Expr::col(("units", "kind")), "unit_kind")
        .expr_as(Expr::col(("units", "name_en")), "unit_name_en")
        .expr_as(Expr::col(("units", "name_ur")), "unit_name_ur")
        .expr_as(Expr::col(("persons", "id")), "holder_id")
        .expr_as(Expr::col(("persons", "name_en")), "holder_name_en")
        .expr_as(Expr::col(("persons", "name_ur")), "holder_name_ur")
        .from("posts")
        .inner_join("units", Expr::col(("units", "id")).equals(("posts", "unit_id")))
        .left_join(
            "charges",
            Expr::col(("charges", "post_id"))
                .equals(("posts", "id"))
                .and(Expr::col(("charges", "to_at")).is_null()),
        )
        .left_join("persons", Expr::col(("persons", "id")).equals(("charges", "person_id")))
        .to_owned()
}

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// The posts with these ids, in one query; unknown ids are left out.
    pub async fn post_refs(&self, ids: impl IntoIterator<Item = PostId>) -> Result<HashMap<PostId, PostRef>, Error> {
        let mut ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let select = post_refs_select()
            .and_where(Expr::col(("posts", "id")).is_in(ids))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let mut refs = HashMap::with_capacity(rows.len());
        for row in &rows {
            let post = PostRow::from_query_result(row, "")?.into_ref();
            refs.insert(post.id, post);
        }
        Ok(refs)
    }

    /// One post, if there is such a one.
    pub async fn post_ref(&self, id: PostId) -> Result<Option<PostRef>, Error> {
        Ok(self.post_refs([id]).await?.remove(&id))
    }

    /// The units with these ids, in one query; unknown ids are left out.
    pub async fn unit_refs(&self, ids: impl IntoIterator<Item = UnitId>) -> Result<HashMap<UnitId, UnitRef>, Error> {
        let mut ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let select = Query::select()
            .columns(["id", "code", "kind", "name_en", "name_ur"])
            .from("units")
            .and_where(Expr::col("id").is_in(ids))
            .to_owned();
        let mut refs = HashMap::new();
        for row in self.connection.query_all(&select).await? {
            let id = UnitId(row.try_get("", "id")?);
            let unit = UnitRef {
                id,
                code: row.try_get("", "code")?,
                kind: row.try_get("", "kind")?,
                name_en: row.try_get("", "name_en")?,
                name_ur: row.try_get("", "name_ur")?,
            };
            refs.insert(id, unit);
        }
        Ok(refs)
    }

    /// The persons with these ids, in one query; unknown ids are left out.
    pub async fn person_refs(
        &self,
        ids: impl IntoIterator<Item = PersonId>,
    ) -> Result<HashMap<PersonId, PersonRef>, Error> {
        let mut ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let select = Query::select()
            .columns(["id", "name_en", "name_ur"])
            .from("persons")
            .and_where(Expr::col("id").is_in(ids))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let mut refs = HashMap::with_capacity(rows.len());
        for row in &rows {
            let id = PersonId(row.try_get("", "id")?);
            let person = PersonRef {
                id,
                name_en: row.try_get("", "name_en")?,
                name_ur: row.try_get("", "name_ur")?,
            };
            refs.insert(id, person);
        }
        Ok(refs)
    }
}
