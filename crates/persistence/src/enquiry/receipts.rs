//! Papers, by their number in the diary, with what their senders may be told.

use super::Enquiry;
use crate::database::{Error, parse};
use chrono::NaiveDate;
use daftar_domain::correspondence::StateWord;
use daftar_domain::enquiry::Whereabouts;
use daftar_domain::filing::FileState;
use daftar_domain::office::Classification;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Func, JoinType, Query};

/// A paper, with all that its sender may ever be told, and his code.
#[derive(Clone)]
pub struct TrackedRow {
    /// Its number in the diary.
    pub number: String,
    /// The day that it arrived.
    pub received_on: NaiveDate,
    /// How closely it is held.
    pub classification: Classification,
    /// His code; none for papers from before there were such codes.
    pub code: Option<String>,
    /// Where it is.
    pub at: Whereabouts,
    /// The unit that has it, English and Urdu: the holder's, the file's holder's, else the registry.
    pub unit: (String, String),
}

impl<C: ConnectionTrait> Enquiry<'_, C> {
    /// A paper by its number; one question, whether there is such a one or not.
    pub async fn receipt(&self, number: &str) -> Result<Option<TrackedRow>, Error> {
        let answered = Query::select()
            .expr(Expr::col(("issues", "issued_on")).min())
            .from("issue_answers")
            .inner_join(
                "issues",
                Expr::col(("issues", "id")).equals(("issue_answers", "issue_id")),
            )
            .and_where(Expr::col(("issue_answers", "receipt_id")).equals(("receipts", "id")))
            .to_owned();
        let holder = Func::coalesce([
            Expr::col(("receipts", "holder_post_id")),
            Expr::col(("files", "holder_post_id")),
        ]);
        let unit = Func::coalesce([Expr::col(("posts", "unit_id")), Expr::col(("receipts", "registry_id"))]);
        let select = Query::select()
            .columns(
                [
                    "diary_number",
                    "received_on",
                    "classification",
                    "tracking_code",
                    "state",
                ]
                .map(|c| ("receipts", c)),
            )
            .expr_as(Expr::col(("files", "state")), Alias::new("file_state"))
            .expr_as(answered, Alias::new("answered_on"))
            .columns([("units", "name_en"), ("units", "name_ur")])
            .from("receipts")
            .left_join("files", Expr::col(("files", "id")).equals(("receipts", "file_id")))
            .join(JoinType::LeftJoin, "posts", Expr::col(("posts", "id")).eq(holder))
            .join(JoinType::InnerJoin, "units", Expr::col(("units", "id")).eq(unit))
            .and_where(Expr::col(("receipts", "diary_number")).eq(number))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            let file: Option<String> = row.try_get("", "file_state")?;
            let state: StateWord = parse("receipts", &row.try_get::<String>("", "state")?)?;
            Ok(TrackedRow {
                number: row.try_get("", "diary_number")?,
                received_on: row.try_get("", "received_on")?,
                classification: parse("receipts", &row.try_get::<String>("", "classification")?)?,
                code: row.try_get("", "tracking_code")?,
                at: Whereabouts {
                    state,
                    file_closed: file.as_deref() == Some(FileState::Closed.as_str()),
                    answered: row.try_get("", "answered_on")?,
                },
                unit: (row.try_get("", "name_en")?, row.try_get("", "name_ur")?),
            })
        })
        .transpose()
    }
}
