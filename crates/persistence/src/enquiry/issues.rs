//! Issues, by what is printed on them.

use super::Enquiry;
use crate::database::{Error, parse};
use chrono::NaiveDate;
use daftar_domain::drafting::Form;
use daftar_domain::office::{Classification, DocumentId, FileId, IssueId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};

/// What somebody asks after.
#[derive(Clone, Copy)]
pub enum AskedIssue<'a> {
    /// The token of the address in the square code.
    Token(&'a str),
    /// The number; whoever asks has the code, or has not.
    Number(&'a str),
}

/// An issue, with all that anybody may ever be told of it, and its code.
#[derive(Clone)]
pub struct IssueRow {
    /// Its id.
    pub id: IssueId,
    /// The file that it is on.
    pub file: FileId,
    /// Its form.
    pub form: Form,
    /// How closely it is held.
    pub classification: Classification,
    /// Its number.
    pub number: String,
    /// The day that stands on it.
    pub date: NaiveDate,
    /// Its subject.
    pub subject: String,
    /// How many pages it has.
    pub pages: i32,
    /// The document that went out.
    pub document: DocumentId,
    /// SHA-256 of that, hex.
    pub sha256: String,
    /// The token of its address.
    pub token: String,
    /// Its code.
    pub code: String,
    /// The title of the post that signed, English and Urdu.
    pub post: (String, String),
    /// The unit of that post, English and Urdu.
    pub unit: (String, String),
}

impl<C: ConnectionTrait> Enquiry<'_, C> {
    /// An issue by what is printed on it; one question, whether there is such a one or not.
    pub async fn issue(&self, asked: AskedIssue<'_>) -> Result<Option<IssueRow>, Error> {
        let asked = match asked {
            AskedIssue::Token(token) => Expr::col(("issues", "token")).eq(token),
            AskedIssue::Number(number) => Expr::col(("issues", "number")).eq(number),
        };
        let columns = [
            "id",
            "file_id",
            "form",
            "classification",
            "number",
            "issued_on",
            "subject",
            "pages",
            "document_id",
            "sha256",
            "token",
            "code",
        ];
        let select = Query::select()
            .columns(columns.map(|column| ("issues", column)))
            .columns([("posts", "title_en"), ("posts", "title_ur")])
            .columns([("units", "name_en"), ("units", "name_ur")])
            .from("issues")
            .inner_join(
                "posts",
                Expr::col(("posts", "id")).equals(("issues", "signed_by_post_id")),
            )
            .inner_join("units", Expr::col(("units", "id")).equals(("posts", "unit_id")))
            .and_where(asked)
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            let text = |column: &str| row.try_get::<String>("", column);
            Ok(IssueRow {
                id: IssueId(row.try_get("", "id")?),
                file: FileId(row.try_get("", "file_id")?),
                form: parse("issues", &text("form")?)?,
                classification: parse("issues", &text("classification")?)?,
                number: text("number")?,
                date: row.try_get("", "issued_on")?,
                subject: text("subject")?,
                pages: row.try_get("", "pages")?,
                document: DocumentId(row.try_get("", "document_id")?),
                sha256: text("sha256")?,
                token: text("token")?,
                code: text("code")?,
                post: (text("title_en")?, text("title_ur")?),
                unit: (text("name_en")?, text("name_ur")?),
            })
        })
        .transpose()
    }
}
