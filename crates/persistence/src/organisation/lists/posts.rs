//! Posts with whoever holds them.

use crate::database::{Error, Page, parse};
use crate::organisation::entities::post;
use crate::organisation::posts::post_from_row;
use crate::organisation::search::matching;
use crate::organisation::{Organisation, PersonRef, UnitRef};
use daftar_domain::access::Role;
use daftar_domain::office::{ChargeId, PersonId, PostId, Timestamp, UnitId};
use daftar_domain::organisation::{ChargeKind, Post};
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// Who holds a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The person.
    pub person: PersonRef,
    /// Under which charge.
    pub charge: ChargeId,
    /// Under what title.
    pub kind: ChargeKind,
    /// Since when.
    pub since: Timestamp,
}

/// A post as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostLine {
    /// The post.
    pub post: Post,
    /// Its unit.
    pub unit: UnitRef,
    /// Who holds it.
    pub holder: Option<Holder>,
}

/// Which posts are wanted.
#[derive(Debug, Clone, Default)]
pub struct PostFilter {
    /// Words in code, title, unit or holder.
    pub query: Option<String>,
    /// Of one unit.
    pub unit: Option<UnitId>,
    /// With a role.
    pub role: Option<Role>,
    /// Vacant ones, or held ones.
    pub vacant: Option<bool>,
    /// Abolished ones too.
    pub include_abolished: bool,
}

#[derive(FromQueryResult)]
struct HolderRow {
    unit_code: String,
    unit_kind: String,
    unit_name_en: String,
    unit_name_ur: String,
    charge_id: Option<Uuid>,
    charge_kind: Option<String>,
    charge_from: Option<Timestamp>,
    person_id: Option<Uuid>,
    person_name_en: Option<String>,
    person_name_ur: Option<String>,
}

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// Posts by code.
    pub async fn post_lines(
        &self,
        filter: &PostFilter,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Page<PostLine>, Error> {
        let mut select = post_select();
        matching(
            &mut select,
            filter.query.as_deref(),
            &[
                ("posts", "code"),
                ("posts", "title_en"),
                ("posts", "title_ur"),
                ("units", "code"),
                ("units", "name_en"),
                ("units", "name_ur"),
                ("persons", "name_en"),
                ("persons", "name_ur"),
                ("persons", "user_name"),
            ],
        );
        narrow(&mut select, filter);
        if let Some(after) = after {
            select.and_where(Expr::col(("posts", "code")).gt(after));
        }
        select.order_by(("posts", "code"), Order::Asc).limit(limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let lines = rows.iter().map(post_line).collect::<Result<_, _>>()?;
        Ok(Page::cut(lines, limit, |line: &PostLine| line.post.code.clone()))
    }

    /// One post as the list shows it.
    pub async fn post_line(&self, id: PostId) -> Result<Option<PostLine>, Error> {
        let select = post_select().and_where(Expr::col(("posts", "id")).eq(id.0)).to_owned();
        self.connection
            .query_one(&select)
            .await?
            .as_ref()
            .map(post_line)
            .transpose()
    }
}

fn post_select() -> SelectStatement {
    Query::select()
        .columns(
            [
                "id",
                "unit_id",
                "code",
                "title_en",
                "title_ur",
                "grade",
                "reports_to",
                "roles",
                "abolished_at",
                "version",
            ]
            .map(|column| ("posts", column)),
        )
        .expr_as(Expr::col(("units", "code")), "unit_code")
        .expr_as(Expr::col(("units", "kind")), "unit_kind")
        .expr_as(Expr::col(("units", "name_en")), "unit_name_en")
        .expr_as(Expr::col(("units", "name_ur")), "unit_name_ur")
        .expr_as(Expr::col(("charges", "id")), "charge_id")
        .expr_as(Expr::col(("charges", "kind")), "charge_kind")
        .expr_as(Expr::col(("charges", "from_at")), "charge_from")
        .expr_as(Expr::col(("persons", "id")), "person_id")
        .expr_as(Expr::col(("persons", "name_en")), "person_name_en")
        .expr_as(Expr::col(("persons", "name_ur")), "person_name_ur")
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

fn narrow(select: &mut SelectStatement, filter: &PostFilter) {
    if let Some(unit) = filter.unit {
        select.and_where(Expr::col(("posts", "unit_id")).eq(unit.0));
    }
    if let Some(role) = filter.role {
        // Roles stand in one column with spaces between; no role's name is part of another's.
        let within = [
            format!("{role}"),
            format!("{role} %"),
            format!("% {role}"),
            format!("% {role} %"),
        ];
        let has = within.into_iter().fold(Cond::any(), |any, like| {
            any.add(Expr::col(("posts", "roles")).like(like))
        });
        select.cond_where(has);
    }
    match filter.vacant {
        Some(true) => select.and_where(Expr::col(("charges", "id")).is_null()),
        Some(false) => select.and_where(Expr::col(("charges", "id")).is_not_null()),
        None => select,
    };
    if !filter.include_abolished {
        select.and_where(Expr::col(("posts", "abolished_at")).is_null());
    }
}

fn post_line(row: &sea_orm::QueryResult) -> Result<PostLine, Error> {
    let post = post_from_row(post::Model::from_query_result(row, "")?)?;
    let other = HolderRow::from_query_result(row, "")?;
    let unit = UnitRef {
        id: post.unit,
        code: other.unit_code,
        kind: other.unit_kind,
        name_en: other.unit_name_en,
        name_ur: other.unit_name_ur,
    };
    let person = match (other.person_id, other.person_name_en, other.person_name_ur) {
        (Some(id), Some(name_en), Some(name_ur)) => Some(PersonRef {
            id: PersonId(id),
            name_en,
            name_ur,
        }),
        _ => None,
    };
    let holder = match (person, other.charge_id, other.charge_kind, other.charge_from) {
        (Some(person), Some(charge), Some(kind), Some(since)) => Some(Holder {
            person,
            charge: ChargeId(charge),
            kind: parse("charges", &kind)?,
            since,
        }),
        _ => None,
    };
    Ok(PostLine { post, unit, holder })
}
