//! What issues did to earlier ones. Rows are added, and never changed.

use super::Drafting;
use crate::database::{Error, parse};
use crate::filing::visible_files;
use crate::organisation::line_of;
use chrono::NaiveDate;
use daftar_domain::access::Officer;
use daftar_domain::drafting::{Amended, AmendmentKind, Amends, IssueStanding};
use daftar_domain::office::{CommunicationId, FileId, IssueId, UnitId};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};

const TABLE: &str = "issue_amendments";

/// What a later issue did to an earlier one; told from either side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// What it did.
    pub how: AmendmentKind,
    /// The other issue.
    pub issue: IssueId,
    /// Its communication.
    pub communication: CommunicationId,
    /// The file that it is on.
    pub file: FileId,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub date: NaiveDate,
}

/// An issue that a draft amends, and whether its reader may see the file that it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmendedLine {
    /// The issue.
    pub amendment: Amendment,
    /// Whether the reader may see it.
    pub visible: bool,
}

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// What the office knows of an issue that somebody wants to amend.
    pub async fn amended(&self, issue: IssueId) -> Result<Option<Amended>, Error> {
        let select = Query::select()
            .columns(["communication_id", "unit_id"])
            .from("issues")
            .and_where(Expr::col("id").eq(issue.0))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        Ok(Some(Amended {
            communication: CommunicationId(row.try_get("", "communication_id")?),
            line: line_of(self.connection, UnitId(row.try_get("", "unit_id")?)).await?,
            standing: IssueStanding::after(self.done_to(issue).await?),
        }))
    }

    /// Whether an officer may see the file of an issue.
    pub async fn issue_visible(&self, issue: IssueId, officer: &Officer) -> Result<bool, Error> {
        let select = Query::select()
            .expr(Expr::val(1))
            .from("issues")
            .inner_join("files", Expr::col(("files", "id")).equals(("issues", "file_id")))
            .and_where(Expr::col(("issues", "id")).eq(issue.0))
            .and_where(visible_files(officer))
            .to_owned();
        Ok(self.connection.query_one(&select).await?.is_some())
    }

    /// What later issues did to this one, the first first, and which of them the officer may see.
    pub async fn amendments_of(&self, issue: IssueId, officer: &Officer) -> Result<Vec<AmendedLine>, Error> {
        let mut select = others(Side::Later);
        select
            .expr_as(visible_files(officer), "visible")
            .and_where(Expr::col((TABLE, "earlier_id")).eq(issue.0));
        let rows = self.connection.query_all(&select).await?;
        rows.iter().map(line).collect()
    }

    /// An issue that a draft amends; nothing where there is none.
    pub async fn amended_line(&self, amends: Amends, officer: &Officer) -> Result<Option<AmendedLine>, Error> {
        let select = Query::select()
            .columns(["id", "communication_id", "file_id", "number", "issued_on"].map(|column| ("issues", column)))
            .expr_as(Expr::val(amends.how.as_str()), "how")
            .expr_as(visible_files(officer), "visible")
            .from("issues")
            .inner_join("files", Expr::col(("files", "id")).equals(("issues", "file_id")))
            .and_where(Expr::col(("issues", "id")).eq(amends.issue.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| line(&row)).transpose()
    }

    /// What later issues did to an issue, whoever asks; and what it did itself to an earlier one.
    pub async fn amendments(&self, issue: IssueId) -> Result<(Vec<Amendment>, Option<Amendment>), Error> {
        let mut later = others(Side::Later);
        later.and_where(Expr::col((TABLE, "earlier_id")).eq(issue.0));
        let mut earlier = others(Side::Earlier);
        earlier.and_where(Expr::col((TABLE, "later_id")).eq(issue.0));
        let later = self.connection.query_all(&later).await?;
        let earlier = self.connection.query_one(&earlier).await?;
        let later: Result<Vec<Amendment>, Error> = later.iter().map(amendment).collect();
        Ok((later?, earlier.map(|row| amendment(&row)).transpose()?))
    }

    async fn done_to(&self, issue: IssueId) -> Result<Vec<AmendmentKind>, Error> {
        let select = Query::select()
            .column("how")
            .from(TABLE)
            .and_where(Expr::col("earlier_id").eq(issue.0))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| parse(TABLE, &row.try_get::<String>("", "how")?))
            .collect()
    }
}

impl Drafting<'_, DatabaseTransaction> {
    /// Keeps what an issue does to an earlier one; false where another one has ended it first.
    pub async fn amend(&self, later: IssueId, amends: Amends) -> Result<bool, Error> {
        let insert = Query::insert()
            .into_table(TABLE)
            .columns(["later_id", "earlier_id", "how"])
            .values_panic([later.0.into(), amends.issue.0.into(), amends.how.as_str().into()])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        Ok(self.connection.execute(&insert).await?.rows_affected() == 1)
    }

    /// Keeps an issue as it is until the transaction ends: nobody ends it meanwhile.
    pub async fn hold_issue(&self, issue: IssueId) -> Result<(), Error> {
        let select = Query::select()
            .column("id")
            .from("issues")
            .and_where(Expr::col("id").eq(issue.0))
            .lock(sea_orm::sea_query::LockType::Update)
            .to_owned();
        self.connection.query_one(&select).await?;
        Ok(())
    }
}

/// Which of the two issues of an amendment is read.
#[derive(Clone, Copy)]
enum Side {
    Later,
    Earlier,
}

/// Amendments with the issue on one side of them and its file, the first first.
fn others(side: Side) -> SelectStatement {
    let column = match side {
        Side::Later => "later_id",
        Side::Earlier => "earlier_id",
    };
    Query::select()
        .columns(["id", "communication_id", "file_id", "number", "issued_on"].map(|column| ("issues", column)))
        .column((TABLE, "how"))
        .from(TABLE)
        .inner_join("issues", Expr::col(("issues", "id")).equals((TABLE, column)))
        .inner_join("files", Expr::col(("files", "id")).equals(("issues", "file_id")))
        .order_by(("issues", "id"), Order::Asc)
        .to_owned()
}

fn amendment(row: &QueryResult) -> Result<Amendment, Error> {
    Ok(Amendment {
        how: parse(TABLE, &row.try_get::<String>("", "how")?)?,
        issue: IssueId(row.try_get("", "id")?),
        communication: CommunicationId(row.try_get("", "communication_id")?),
        file: FileId(row.try_get("", "file_id")?),
        number: row.try_get("", "number")?,
        date: row.try_get("", "issued_on")?,
    })
}

fn line(row: &QueryResult) -> Result<AmendedLine, Error> {
    Ok(AmendedLine {
        amendment: amendment(row)?,
        visible: row.try_get("", "visible")?,
    })
}
