//! What was issued. There is an insert and there are reads; nothing else.

use super::Drafting;
use super::rows::author;
use crate::database::{Error, parse};
use chrono::NaiveDate;
use daftar_domain::drafting::{Amends, Issue};
use daftar_domain::ledger::audit::KeptIssue;
use daftar_domain::office::{Classification, DocumentId, IssueId, ReceiptId, Timestamp, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    communication_id: Uuid,
    number: String,
    issued_on: NaiveDate,
    issued_at: Timestamp,
    text_number: i32,
    digest: String,
    rendered: String,
    document_id: Uuid,
    sha256: String,
    signed_by_person_id: Uuid,
    signed_by_post_id: Uuid,
    signed_by_charge_id: Uuid,
    earlier_id: Option<Uuid>,
    how: Option<String>,
}

impl Row {
    fn amends(&self) -> Result<Option<Amends>, Error> {
        let Some((issue, how)) = self.earlier_id.zip(self.how.as_ref()) else {
            return Ok(None);
        };
        Ok(Some(Amends {
            issue: IssueId(issue),
            how: parse("issue_amendments", how)?,
        }))
    }
}

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// The signed document of an issue.
    pub async fn issued_document(&self, issue: IssueId) -> Result<DocumentId, Error> {
        let select = Query::select()
            .column("document_id")
            .from("issues")
            .and_where(Expr::col("id").eq(issue.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let row = row.ok_or_else(|| Error::Inconsistent {
            table: "issues",
            problem: format!("{issue} is not there"),
        })?;
        Ok(DocumentId(row.try_get("", "document_id")?))
    }

    /// All issues, by id: for whoever compares them with the ledger.
    pub async fn all_issues(&self, after: Option<IssueId>, limit: u64) -> Result<Vec<KeptIssue>, Error> {
        let select = Query::select()
            .column(("issues", sea_orm::sea_query::Asterisk))
            .columns([("issue_amendments", "earlier_id"), ("issue_amendments", "how")])
            .from("issues")
            .left_join(
                "issue_amendments",
                Expr::col(("issue_amendments", "later_id")).equals(("issues", "id")),
            )
            .and_where_option(after.map(|after| Expr::col(("issues", "id")).gt(after.0)))
            .order_by(("issues", "id"), Order::Asc)
            .limit(limit)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let kept = rows.iter().map(|row| {
            let row = Row::from_query_result(row, "")?;
            Ok(KeptIssue {
                amends: row.amends()?,
                id: row.id,
                communication: row.communication_id,
                number: row.number,
                date: row.issued_on,
                // No text has such a number: what was changed so is found.
                text: u32::try_from(row.text_number).unwrap_or_default(),
                digest: row.digest,
                rendered: row.rendered,
                document: row.document_id,
                sha256: row.sha256,
                by: author(row.signed_by_person_id, row.signed_by_post_id, row.signed_by_charge_id),
                at: row.issued_at,
            })
        });
        kept.collect()
    }
}

/// An issue, to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewIssue<'i> {
    /// The issue.
    pub issue: &'i Issue,
    /// The unit that issued it.
    pub unit: UnitId,
    /// How closely it is held.
    pub classification: Classification,
    /// Its subject, as lists show it.
    pub subject: &'i str,
    /// By when an answer is asked for.
    pub reply_due_on: Option<NaiveDate>,
    /// The paper that it answers.
    pub answers: Option<ReceiptId>,
}

impl Drafting<'_, DatabaseTransaction> {
    /// Keeps an issue.
    pub async fn add_issue(&self, new: &NewIssue<'_>) -> Result<(), Error> {
        let issue = new.issue;
        let pages = i32::try_from(issue.printed.pages).map_err(|error| Error::Inconsistent {
            table: "issues",
            problem: error.to_string(),
        })?;
        let insert = Query::insert()
            .into_table("issues")
            .columns([
                "id",
                "communication_id",
                "file_id",
                "unit_id",
                "number",
                "serial",
                "issued_on",
                "issued_at",
                "form",
                "classification",
                "subject",
                "text_number",
                "digest",
                "rendered",
                "pages",
                "document_id",
                "sha256",
                "token",
                "code",
                "signed_by_person_id",
                "signed_by_post_id",
                "signed_by_charge_id",
                "reply_due_on",
            ])
            .values_panic([
                issue.id.0.into(),
                issue.communication.0.into(),
                issue.file.0.into(),
                new.unit.0.into(),
                issue.printed.number.to_string().into(),
                issue.printed.number.serial.into(),
                issue.printed.date.into(),
                issue.at.into(),
                issue.form.as_str().into(),
                new.classification.as_str().into(),
                new.subject.into(),
                issue.text.into(),
                issue.digest.as_str().into(),
                issue.printed.rendered.as_str().into(),
                pages.into(),
                issue.document.0.into(),
                issue.sha256.as_str().into(),
                issue.printed.marks.token.as_str().into(),
                issue.printed.marks.code.as_str().into(),
                issue.by.person.0.into(),
                issue.by.post.0.into(),
                issue.by.charge.0.into(),
                new.reply_due_on.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        if let Some(receipt) = new.answers {
            let insert = Query::insert()
                .into_table("issue_answers")
                .columns(["issue_id", "receipt_id"])
                .values_panic([issue.id.0.into(), receipt.0.into()])
                .to_owned();
            self.connection.execute(&insert).await?;
        }
        Ok(())
    }
}
