//! Members of groups. A contact that the reader does not see is no member for him: neither shown nor counted.

use super::Addresses;
use super::contacts::ids;
use crate::database::{Error, Page};
use daftar_domain::addresses::{Member, Reach};
use daftar_domain::office::{ContactId, GroupId, PostId, UnitId};
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// A member as the group names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemberLine {
    /// Its place in the order, from 1.
    pub place: i32,
    /// Who it is.
    pub member: Member,
    /// Deactivated, abolished or closed since: nothing is sent there.
    pub gone: bool,
}

/// The members that are seen, with what tells whether they still exist.
fn seen(reach: &Reach) -> SelectStatement {
    let mut select = Query::select();
    select.from("address_group_members");
    for (table, column) in [("contacts", "contact_id"), ("posts", "post_id"), ("units", "unit_id")] {
        let own = Expr::col((table, "id")).equals(("address_group_members", column));
        select.left_join(table, own);
    }
    let seen = Cond::any()
        .add(Expr::col(("address_group_members", "contact_id")).is_null())
        .add(Expr::col(("contacts", "unit_id")).is_in(ids(reach)));
    select.cond_where(seen);
    select
}

impl<C: ConnectionTrait> Addresses<'_, C> {
    /// How many members these groups have for the reader.
    pub async fn member_counts(&self, reach: &Reach, groups: &[GroupId]) -> Result<HashMap<GroupId, i64>, Error> {
        if groups.is_empty() {
            return Ok(HashMap::new());
        }
        let group = || Expr::col(("address_group_members", "group_id"));
        let select = seen(reach)
            .expr_as(group(), "group_id")
            .expr_as(Expr::col(("address_group_members", "place")).count(), "members")
            .and_where(group().is_in(groups.iter().map(|id| id.0)))
            .add_group_by([group()])
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok((GroupId(row.try_get("", "group_id")?), row.try_get("", "members")?)))
            .collect()
    }

    /// A page of a group's members, in their order.
    pub async fn members(
        &self,
        reach: &Reach,
        group: GroupId,
        after: Option<i32>,
        limit: u64,
    ) -> Result<Page<MemberLine>, Error> {
        let of = |column: &'static str| Expr::col(("address_group_members", column));
        let gone = Cond::any()
            .add(Expr::col(("contacts", "deactivated_at")).is_not_null())
            .add(Expr::col(("posts", "abolished_at")).is_not_null())
            .add(Expr::col(("units", "closed_at")).is_not_null());
        let mut select = seen(reach);
        for column in ["place", "contact_id", "post_id", "unit_id"] {
            select.expr_as(of(column), column);
        }
        select
            .expr_as(Expr::case(gone, 1).finally(0), "gone")
            .and_where(of("group_id").eq(group.0))
            .and_where_option(after.map(|place| of("place").gt(place)))
            .order_by(("address_group_members", "place"), Order::Asc)
            .limit(limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let lines = rows.iter().map(member_line).collect::<Result<Vec<_>, Error>>()?;
        Ok(Page::cut(lines, limit, |line: &MemberLine| line.place))
    }

    /// Whether a group may have these members: posts and units that exist, and contacts that everybody sees who sees the
    /// group.
    pub async fn can_be_members(&self, reach: &Reach, members: &[Member]) -> Result<bool, Error> {
        let contacts: Vec<ContactId> = members.iter().filter_map(|member| contact_of(*member)).collect();
        if self.contacts_among(reach, &contacts).await?.len() < contacts.len() {
            return Ok(false);
        }
        let posts: HashSet<Uuid> = members.iter().filter_map(|member| post_of(*member)).collect();
        let units: HashSet<Uuid> = members.iter().filter_map(|member| unit_of(*member)).collect();
        Ok(self.all_exist("posts", &posts).await? && self.all_exist("units", &units).await?)
    }

    async fn all_exist(&self, table: &'static str, wanted: &HashSet<Uuid>) -> Result<bool, Error> {
        let wanted: Vec<Uuid> = wanted.iter().copied().collect();
        for some in wanted.chunks(500) {
            let select = Query::select()
                .expr_as(Expr::col("id").count(), "found")
                .from(table)
                .and_where(Expr::col("id").is_in(some.iter().copied()))
                .to_owned();
            let row = self.connection.query_one(&select).await?;
            let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "found"))?;
            if usize::try_from(found).unwrap_or_default() < some.len() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl Addresses<'_, DatabaseTransaction> {
    /// Gives a group these members instead of those that it had.
    pub async fn set_members(&self, group: GroupId, members: &[Member]) -> Result<(), Error> {
        let delete = Query::delete()
            .from_table("address_group_members")
            .and_where(Expr::col("group_id").eq(group.0))
            .to_owned();
        self.connection.execute(&delete).await?;
        let placed: Vec<(i32, Member)> = (1..).zip(members.iter().copied()).collect();
        for some in placed.chunks(200) {
            let mut insert = Query::insert();
            insert.into_table("address_group_members").columns([
                "group_id",
                "place",
                "contact_id",
                "post_id",
                "unit_id",
            ]);
            for (place, member) in some {
                insert.values_panic([
                    Expr::val(group.0),
                    Expr::val(*place),
                    Expr::val(contact_of(*member).map(Uuid::from)),
                    Expr::val(post_of(*member)),
                    Expr::val(unit_of(*member)),
                ]);
            }
            self.connection.execute(&insert).await?;
        }
        Ok(())
    }
}

fn contact_of(member: Member) -> Option<ContactId> {
    match member {
        Member::Contact(contact) => Some(contact),
        Member::Post(_) | Member::Unit(_) => None,
    }
}

fn post_of(member: Member) -> Option<Uuid> {
    match member {
        Member::Post(post) => Some(post.0),
        Member::Contact(_) | Member::Unit(_) => None,
    }
}

fn unit_of(member: Member) -> Option<Uuid> {
    match member {
        Member::Unit(unit) => Some(unit.0),
        Member::Contact(_) | Member::Post(_) => None,
    }
}

fn member_line(row: &sea_orm::QueryResult) -> Result<MemberLine, Error> {
    let (contact, post): (Option<Uuid>, Option<Uuid>) = (row.try_get("", "contact_id")?, row.try_get("", "post_id")?);
    let gone: i32 = row.try_get("", "gone")?;
    let member = match (contact, post) {
        (Some(contact), _) => Member::Contact(ContactId(contact)),
        (None, Some(post)) => Member::Post(PostId(post)),
        (None, None) => Member::Unit(UnitId(row.try_get("", "unit_id")?)),
    };
    Ok(MemberLine {
        place: row.try_get("", "place")?,
        member,
        gone: gone == 1,
    })
}
