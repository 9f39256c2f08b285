//! Reading what arrived.

use super::Mails;
use super::rows::{Row, TABLE};
use crate::database::{Error, Page};
use daftar_domain::access::Role;
use daftar_domain::mail::{Mail, MailStateWord};
use daftar_domain::office::{IssueId, MailId, Timestamp, UnitId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, LockType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use std::collections::HashSet;
use uuid::Uuid;

/// Which mails.
#[derive(Debug, Clone, Copy)]
pub struct MailFilter {
    /// Of one registry.
    pub registry: UnitId,
    /// In one state.
    pub state: Option<MailStateWord>,
}

/// A mail as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct MailLine {
    /// Its id.
    pub id: Uuid,
    /// The name of the sender, or nothing.
    pub from_name: String,
    /// His address, or nothing.
    pub from_address: String,
    /// The subject, or nothing.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// How many bytes it has.
    pub size: i64,
    /// The ids of the letters that it says it answers, one a line.
    pub answers: Option<String>,
    /// Whether a machine wrote it.
    pub automatic: bool,
    /// When it was written, by the sender's clock.
    pub written_at: Option<Timestamp>,
    /// When it was taken in.
    pub arrived_at: Timestamp,
    /// Where it stands.
    pub state: String,
    /// How many papers came along.
    pub papers: i64,
    /// The number of the receipt that it became.
    pub diary_number: Option<String>,
}

/// What came along with a mail.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct PaperRow {
    /// Its place, from 1.
    pub ordinal: i32,
    /// Its harmless name.
    pub file_name: String,
    /// How many bytes it has.
    pub size: i64,
    /// The code of why it is not taken.
    pub refusal: Option<String>,
    /// SHA-256 of its bytes, hex.
    pub sha256: Option<String>,
    /// What sort of paper it is.
    pub media_type: Option<String>,
    /// How many pages, where that can be told.
    pub pages: Option<i32>,
    /// `ok`, `encrypted` or `unreadable`.
    pub preview: Option<String>,
    /// What its signature is worth.
    pub mark: Option<String>,
    /// The number under which the office issued it.
    pub issue_number: Option<String>,
}

/// A unit that mail can come in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registry {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
}

impl<C: ConnectionTrait> Mails<'_, C> {
    /// The unit with a code, if it has a registry's post and is not closed.
    pub async fn registry(&self, code: &str) -> Result<Option<Registry>, Error> {
        let posts = Query::select()
            .expr(Expr::val(1))
            .from("posts")
            .and_where(Expr::col(("posts", "unit_id")).equals(("units", "id")))
            .and_where(Expr::col(("posts", "abolished_at")).is_null())
            .and_where(Expr::col(("posts", "roles")).like(format!("%{}%", Role::Registry)))
            .to_owned();
        let select = Query::select()
            .columns(["id", "code"])
            .from("units")
            .and_where(Expr::col("code").eq(code))
            .and_where(Expr::col("closed_at").is_null())
            .and_where(Expr::exists(posts))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            Ok(Registry {
                unit: UnitId(row.try_get("", "id")?),
                code: row.try_get("", "code")?,
            })
        })
        .transpose()
    }

    /// A page of mails, the newest first.
    pub async fn list(&self, filter: MailFilter, after: Option<Uuid>, limit: u64) -> Result<Page<MailLine>, Error> {
        let mut select = lines();
        select
            .and_where(Expr::col(("mails", "registry_id")).eq(filter.registry.0))
            .and_where_option(
                filter
                    .state
                    .map(|state| Expr::col(("mails", "state")).eq(state.as_str())),
            )
            .and_where_option(after.map(|after| Expr::col(("mails", "id")).lt(after)))
            .order_by(("mails", "id"), Order::Desc)
            .limit(limit + 1);
        let rows = self.connection.query_all(&select).await?;
        let lines: Result<Vec<_>, _> = rows.iter().map(|row| MailLine::from_query_result(row, "")).collect();
        Ok(Page::cut(lines?, limit, |line: &MailLine| line.id))
    }

    /// How many mails wait in a registry.
    pub async fn waiting(&self, registry: UnitId) -> Result<i64, Error> {
        let select = Query::select()
            .expr_as(Expr::col("id").count(), "waiting")
            .from("mails")
            .and_where(Expr::col("registry_id").eq(registry.0))
            .and_where(Expr::col("state").eq(MailStateWord::Waiting.as_str()))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map_or(Ok(0), |row| row.try_get("", "waiting"))?)
    }

    /// A mail.
    pub async fn find(&self, id: MailId) -> Result<Option<Mail>, Error> {
        let row = self.connection.query_one(&mail(id)).await?;
        row.map(|row| Row::from_query_result(&row, "")?.read()).transpose()
    }

    /// A mail as lists show it.
    pub async fn line(&self, id: MailId) -> Result<Option<MailLine>, Error> {
        let select = lines().and_where(Expr::col(("mails", "id")).eq(id.0)).to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| MailLine::from_query_result(&row, "")).transpose()?)
    }

    /// What came along with a mail, in order.
    pub async fn papers(&self, of: MailId) -> Result<Vec<PaperRow>, Error> {
        let select = Query::select()
            .columns(
                [
                    "ordinal",
                    "file_name",
                    "size",
                    "refusal",
                    "sha256",
                    "media_type",
                    "pages",
                    "preview",
                    "mark",
                ]
                .map(|column| ("mail_papers", column)),
            )
            .expr_as(Expr::col(("issues", "number")), "issue_number")
            .from("mail_papers")
            .left_join(
                "issues",
                Expr::col(("issues", "id")).equals(("mail_papers", "issue_id")),
            )
            .and_where(Expr::col(("mail_papers", "mail_id")).eq(of.0))
            .order_by(("mail_papers", "ordinal"), Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        Ok(rows
            .iter()
            .map(|row| PaperRow::from_query_result(row, ""))
            .collect::<Result<_, _>>()?)
    }

    /// What the office issued with these bytes.
    pub async fn issue_of(&self, sha256: &str) -> Result<Option<IssueId>, Error> {
        let select = Query::select()
            .column("id")
            .from("issues")
            .and_where(Expr::col("sha256").eq(sha256))
            .limit(1)
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| row.try_get("", "id")).transpose()?.map(IssueId))
    }

    /// Which of these digests belong to a mail or to what came along with one: for the machine's own housekeeping.
    pub async fn known(&self, digests: &[String]) -> Result<HashSet<String>, Error> {
        let mut known = HashSet::new();
        for table in ["mails", "mail_papers"] {
            let select = Query::select()
                .distinct()
                .column("sha256")
                .from(Alias::new(table))
                .and_where(Expr::col("sha256").is_in(digests.iter().map(String::as_str)))
                .to_owned();
            for row in self.connection.query_all(&select).await? {
                known.insert(row.try_get("", "sha256")?);
            }
        }
        Ok(known)
    }
}

impl Mails<'_, DatabaseTransaction> {
    /// A mail, kept for this transaction alone.
    pub async fn lock(&self, id: MailId) -> Result<Option<Mail>, Error> {
        let select = mail(id).lock(LockType::Update).to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| Row::from_query_result(&row, "")?.read()).transpose()
    }
}

fn mail(id: MailId) -> SelectStatement {
    Query::select()
        .columns([
            "id",
            "registry_id",
            "sha256",
            "state",
            "receipt_id",
            "reason",
            "remark",
            "set_aside_by",
            "set_aside_at",
            "version",
        ])
        .from(TABLE)
        .and_where(Expr::col("id").eq(id.0))
        .to_owned()
}

fn lines() -> SelectStatement {
    let papers = Query::select()
        .expr(Expr::col("ordinal").count())
        .from("mail_papers")
        .and_where(Expr::col(("mail_papers", "mail_id")).equals(("mails", "id")))
        .to_owned();
    Query::select()
        .columns(
            [
                "id",
                "from_name",
                "from_address",
                "subject",
                "body",
                "size",
                "answers",
                "automatic",
                "written_at",
                "arrived_at",
                "state",
            ]
            .map(|column| ("mails", column)),
        )
        .expr_as(Expr::SubQuery(None, Box::new(papers.into())), "papers")
        .expr_as(Expr::col(("receipts", "diary_number")), "diary_number")
        .from("mails")
        .left_join(
            "receipts",
            Expr::col(("receipts", "id")).equals(("mails", "receipt_id")),
        )
        .to_owned()
}
