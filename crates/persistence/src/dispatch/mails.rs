//! Dispatches that go out by e-mail, by their mails.

use super::Dispatches;
use super::rows::TABLE;
use crate::database::Error;
use daftar_domain::dispatch::Dispatch;
use daftar_domain::office::DispatchId;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

/// The most ids of an answer that are looked for: a long exchange names many.
const MOST_IDS: usize = 100;

/// What the mail of a dispatch says, beside its letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailedTo {
    /// The address of e-mail.
    pub email: String,
    /// The token of the address under which anybody can ask about the issue.
    pub token: String,
}

impl<C: ConnectionTrait> Dispatches<'_, C> {
    /// Where the mail of a dispatch goes; nothing where the addressee has no address of e-mail.
    pub async fn mailed_to(&self, id: DispatchId) -> Result<Option<MailedTo>, Error> {
        let select = Query::select()
            .column((TABLE, "email"))
            .column(("issues", "token"))
            .from(TABLE)
            .inner_join("issues", Expr::col(("issues", "id")).equals((TABLE, "issue_id")))
            .and_where(Expr::col((TABLE, "id")).eq(id.0))
            .and_where(Expr::col((TABLE, "email")).is_not_null())
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            Ok(MailedTo {
                email: row.try_get("", "email")?,
                token: row.try_get("", "token")?,
            })
        })
        .transpose()
    }

    /// A dispatch as it is, not kept for a change.
    pub async fn find(&self, id: DispatchId) -> Result<Option<Dispatch>, Error> {
        let select = super::rows::select()
            .and_where(Expr::col((TABLE, "id")).eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| super::rows::read(&row)).transpose()
    }

    /// The number of the first of these mails that this office sent: an answer names what it answers.
    pub async fn number_of_mail(&self, ids: &[String]) -> Result<Option<String>, Error> {
        let ids = &ids[..ids.len().min(MOST_IDS)];
        if ids.is_empty() {
            return Ok(None);
        }
        let select = Query::select()
            .columns(["mail_id", "number"])
            .from(TABLE)
            .and_where(Expr::col("mail_id").is_in(ids.iter().map(String::as_str)))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let found: Vec<(String, String)> = rows
            .iter()
            .map(|row| Ok((row.try_get("", "mail_id")?, row.try_get("", "number")?)))
            .collect::<Result<_, Error>>()?;
        let numbered = |id: &String| found.iter().find(|(mail, _)| mail == id);
        Ok(ids.iter().find_map(numbered).map(|(_, number)| number.clone()))
    }
}

impl Dispatches<'_, DatabaseTransaction> {
    /// The dispatch that a mail carried, for a change.
    pub async fn of_mail(&self, message_id: &str) -> Result<Option<Dispatch>, Error> {
        let select = Query::select()
            .column("id")
            .from(TABLE)
            .and_where(Expr::col("mail_id").eq(message_id))
            .to_owned();
        match self.connection.query_one(&select).await? {
            Some(row) => self.get(DispatchId(row.try_get_by_index::<Uuid>(0)?)).await,
            None => Ok(None),
        }
    }
}
