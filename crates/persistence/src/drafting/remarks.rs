//! What officers said about a draft.

use super::Drafting;
use super::rows::author;
use crate::database::{Error, from_json, parse, to_json};
use daftar_domain::drafting::{Decision, Remark, RemarkKind};
use daftar_domain::office::{CommunicationId, RemarkId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

const TABLE: &str = "communication_remarks";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    communication_id: Uuid,
    text_number: i32,
    kind: String,
    verdict: Option<String>,
    suggestion: Option<String>,
    remark: String,
    author_person_id: Uuid,
    author_post_id: Uuid,
    author_charge_id: Uuid,
    at: Timestamp,
    decision: Option<String>,
    decided_by_person_id: Option<Uuid>,
    decided_by_post_id: Option<Uuid>,
    decided_by_charge_id: Option<Uuid>,
    decided_at: Option<Timestamp>,
}

impl Row {
    fn read(self) -> Result<Remark, Error> {
        Ok(Remark {
            kind: self.kind()?,
            decision: self.decision(),
            id: RemarkId(self.id),
            communication: CommunicationId(self.communication_id),
            on: self.text_number,
            text: self.remark,
            author: author(self.author_person_id, self.author_post_id, self.author_charge_id),
            at: self.at,
        })
    }

    fn kind(&self) -> Result<RemarkKind, Error> {
        match (self.kind.as_str(), &self.verdict, &self.suggestion) {
            ("comment", None, None) => Ok(RemarkKind::Comment),
            ("vetting", Some(verdict), None) => Ok(RemarkKind::Vetting(parse(TABLE, verdict)?)),
            ("suggestion", None, Some(suggestion)) => Ok(RemarkKind::Suggestion(from_json(TABLE, suggestion)?)),
            _ => Err(Error::Inconsistent {
                table: TABLE,
                problem: format!("{} is no remark", self.id),
            }),
        }
    }

    fn decision(&self) -> Option<Decision> {
        Some(Decision {
            accepted: self.decision.as_deref()? == "accepted",
            by: author(
                self.decided_by_person_id?,
                self.decided_by_post_id?,
                self.decided_by_charge_id?,
            ),
            at: self.decided_at?,
        })
    }
}

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// What was said about a communication, the first first.
    pub async fn remarks(&self, of: CommunicationId) -> Result<Vec<Remark>, Error> {
        let select = select()
            .and_where(Expr::col("communication_id").eq(of.0))
            .order_by("id", Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter().map(|row| Row::from_query_result(row, "")?.read()).collect()
    }
}

impl Drafting<'_, DatabaseTransaction> {
    /// One remark, kept for this transaction alone.
    pub async fn lock_remark(&self, of: CommunicationId, id: RemarkId) -> Result<Option<Remark>, Error> {
        let select = select()
            .and_where(Expr::col("id").eq(id.0))
            .and_where(Expr::col("communication_id").eq(of.0))
            .lock(LockType::Update)
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| Row::from_query_result(&row, "")?.read()).transpose()
    }

    /// Keeps a remark.
    pub async fn add_remark(&self, new: &Remark) -> Result<(), Error> {
        let (kind, verdict) = match &new.kind {
            RemarkKind::Comment => ("comment", None),
            RemarkKind::Suggestion(_) => ("suggestion", None),
            RemarkKind::Vetting(verdict) => ("vetting", Some(verdict.as_str())),
        };
        let suggestion = new.kind.suggestion();
        let suggestion = suggestion.map(|suggestion| to_json(TABLE, suggestion)).transpose()?;
        let insert = Query::insert()
            .into_table(TABLE)
            .columns([
                "id",
                "communication_id",
                "text_number",
                "kind",
                "verdict",
                "suggestion",
                "remark",
                "author_person_id",
                "author_post_id",
                "author_charge_id",
                "at",
            ])
            .values_panic([
                new.id.0.into(),
                new.communication.0.into(),
                new.on.into(),
                kind.into(),
                verdict.into(),
                suggestion.into(),
                new.text.as_str().into(),
                new.author.person.0.into(),
                new.author.post.0.into(),
                new.author.charge.0.into(),
                new.at.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Keeps what became of a suggestion.
    pub async fn decide_remark(&self, id: RemarkId, decision: &Decision) -> Result<(), Error> {
        let word = if decision.accepted { "accepted" } else { "refused" };
        let update = Query::update()
            .table(TABLE)
            .value("decision", word)
            .value("decided_by_person_id", decision.by.person.0)
            .value("decided_by_post_id", decision.by.post.0)
            .value("decided_by_charge_id", decision.by.charge.0)
            .value("decided_at", decision.at)
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }
}

fn select() -> SelectStatement {
    Query::select()
        .column(sea_orm::sea_query::Asterisk)
        .from(TABLE)
        .to_owned()
}
