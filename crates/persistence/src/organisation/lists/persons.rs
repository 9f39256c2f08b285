//! Persons with what they hold, and posts with whoever held them.

use crate::database::{Error, Page, parse};
use crate::organisation::entities::person;
use crate::organisation::persons::person_from_row;
use crate::organisation::search::matching;
use crate::organisation::{Organisation, PersonRef, PostRef};
use daftar_domain::office::{ChargeId, PersonId, PostId, Timestamp};
use daftar_domain::organisation::{ChargeKind, Person};
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// A charge of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPost {
    /// The charge.
    pub charge: ChargeId,
    /// Under what title.
    pub kind: ChargeKind,
    /// Since when.
    pub since: Timestamp,
    /// The post.
    pub post: PostRef,
}

/// A person as the list shows him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// The person.
    pub person: Person,
    /// What he holds, his own post first.
    pub charges: Vec<HeldPost>,
}

/// A charge in the history of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastCharge {
    /// The charge.
    pub charge: ChargeId,
    /// Under what title.
    pub kind: ChargeKind,
    /// Who.
    pub person: PersonRef,
    /// Since when.
    pub from: Timestamp,
    /// Until when; `None` while it runs.
    pub to: Option<Timestamp>,
    /// What was remarked when it began.
    pub remark: Option<String>,
}

#[derive(FromQueryResult)]
struct HeldRow {
    id: Uuid,
    person_id: Uuid,
    post_id: Uuid,
    kind: String,
    from_at: Timestamp,
    to_at: Option<Timestamp>,
    remark: Option<String>,
}

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// Persons by name.
    pub async fn person_lines(
        &self,
        query: Option<&str>,
        active: Option<bool>,
        after: Option<&(String, PersonId)>,
        limit: u64,
    ) -> Result<Page<PersonLine>, Error> {
        let mut select = person_select();
        let columns = ["user_name", "name_en", "name_ur", "email"].map(|column| ("persons", column));
        matching(&mut select, query, &columns);
        match active {
            Some(true) => select.and_where(Expr::col(("persons", "deactivated_at")).is_null()),
            Some(false) => select.and_where(Expr::col(("persons", "deactivated_at")).is_not_null()),
            None => &mut select,
        };
        if let Some((name, id)) = after {
            let later = Cond::any().add(Expr::col(("persons", "name_en")).gt(name)).add(
                Expr::col(("persons", "name_en"))
                    .eq(name)
                    .and(Expr::col(("persons", "id")).gt(id.0)),
            );
            select.cond_where(later);
        }
        select
            .order_by(("persons", "name_en"), Order::Asc)
            .order_by(("persons", "id"), Order::Asc)
            .limit(limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let persons = rows.iter().map(person_of).collect::<Result<Vec<_>, _>>()?;
        let page = Page::cut(persons, limit, |person: &Person| (person.name_en.clone(), person.id));
        let mut held = self.held_by(page.items.iter().map(|person| person.id)).await?;
        Ok(page.map(|person| PersonLine {
            charges: held.remove(&person.id).unwrap_or_default(),
            person,
        }))
    }

    /// One person as the list shows him.
    pub async fn person_line(&self, id: PersonId) -> Result<Option<PersonLine>, Error> {
        let Some(person) = self.person(id).await? else {
            return Ok(None);
        };
        let charges = self.held_by([id]).await?.remove(&id).unwrap_or_default();
        Ok(Some(PersonLine { person, charges }))
    }

    /// What each of these persons holds now, his own post first.
    pub async fn held_by(
        &self,
        persons: impl IntoIterator<Item = PersonId>,
    ) -> Result<HashMap<PersonId, Vec<HeldPost>>, Error> {
        let persons: Vec<Uuid> = persons.into_iter().map(Uuid::from).collect();
        if persons.is_empty() {
            return Ok(HashMap::new());
        }
        let select = charge_select()
            .and_where(Expr::col(("charges", "person_id")).is_in(persons))
            .and_where(Expr::col(("charges", "to_at")).is_null())
            .order_by_expr(Expr::col(("charges", "kind")).ne("substantive"), Order::Asc)
            .order_by(("charges", "from_at"), Order::Asc)
            .to_owned();
        let rows = self.held_rows(&select).await?;
        let posts = self.post_refs(rows.iter().map(|row| PostId(row.post_id))).await?;
        let mut held: HashMap<PersonId, Vec<HeldPost>> = HashMap::new();
        for row in rows {
            let Some(post) = posts.get(&PostId(row.post_id)).cloned() else {
                continue;
            };
            held.entry(PersonId(row.person_id)).or_default().push(HeldPost {
                charge: ChargeId(row.id),
                kind: parse("charges", &row.kind)?,
                since: row.from_at,
                post,
            });
        }
        Ok(held)
    }

    /// Who has held a post, the latest first.
    pub async fn charges_of(&self, post: PostId) -> Result<Vec<PastCharge>, Error> {
        let select = charge_select()
            .and_where(Expr::col(("charges", "post_id")).eq(post.0))
            .order_by(("charges", "from_at"), Order::Desc)
            .order_by(("charges", "id"), Order::Desc)
            .to_owned();
        let rows = self.held_rows(&select).await?;
        let persons = self.person_refs(rows.iter().map(|row| PersonId(row.person_id))).await?;
        let charges = rows.into_iter().filter_map(|row| {
            let person = persons.get(&PersonId(row.person_id)).cloned()?;
            Some(parse("charges", &row.kind).map(|kind| PastCharge {
                charge: ChargeId(row.id),
                kind,
                person,
                from: row.from_at,
                to: row.to_at,
                remark: row.remark,
            }))
        });
        charges.collect()
    }

    async fn held_rows(&self, select: &SelectStatement) -> Result<Vec<HeldRow>, Error> {
        let rows = self.connection.query_all(select).await?;
        Ok(rows
            .iter()
            .map(|row| HeldRow::from_query_result(row, ""))
            .collect::<Result<_, _>>()?)
    }
}

fn person_select() -> SelectStatement {
    Query::select()
        .columns(
            [
                "id",
                "user_name",
                "name_en",
                "name_ur",
                "email",
                "language",
                "deactivated_at",
                "version",
            ]
            .map(|column| ("persons", column)),
        )
        .from("persons")
        .to_owned()
}

fn person_of(row: &sea_orm::QueryResult) -> Result<Person, Error> {
    person_from_row(person::Model::from_query_result(row, "")?)
}

fn charge_select() -> SelectStatement {
    Query::select()
        .columns(["id", "person_id", "post_id", "kind", "from_at", "to_at", "remark"].map(|column| ("charges", column)))
        .from("charges")
        .to_owned()
}
