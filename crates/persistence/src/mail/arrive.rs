//! Keeping what arrives.

use super::Mails;
use crate::database::Error;
use daftar_domain::mail::{Mail, PaperMark};
use daftar_domain::office::{IssueId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// A mail, to be written.
#[derive(Debug, Clone, Copy)]
pub struct MailRow<'m> {
    /// The mail.
    pub mail: &'m Mail,
    /// How many bytes it has.
    pub size: i64,
    /// Its `Message-ID`.
    pub message_id: Option<&'m str>,
    /// The ids of the letters that it says it answers, one a line.
    pub answers: Option<&'m str>,
    /// The name of the sender, or nothing.
    pub from_name: &'m str,
    /// His address, or nothing.
    pub from_address: &'m str,
    /// The subject, or nothing.
    pub subject: &'m str,
    /// What it says.
    pub body: &'m str,
    /// Whether a machine wrote it.
    pub automatic: bool,
    /// When it was written, by the sender's clock.
    pub written_at: Option<Timestamp>,
    /// When it was taken in.
    pub arrived_at: Timestamp,
}

/// What is kept of a paper that the office takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenPaper {
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// What sort of paper it is.
    pub media_type: &'static str,
    /// How many pages, where that can be told.
    pub pages: Option<i32>,
    /// `ok`, `encrypted` or `unreadable`.
    pub preview: &'static str,
    /// What its signature is worth.
    pub mark: PaperMark,
    /// What the office issued with these bytes.
    pub issue: Option<IssueId>,
}

/// Something that came along, to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPaper {
    /// Its harmless name.
    pub file_name: String,
    /// How many bytes it has.
    pub size: i64,
    /// What is kept of it, or the code of why it is not taken.
    pub taken: Result<TakenPaper, &'static str>,
}

impl Mails<'_, DatabaseTransaction> {
    /// Keeps a mail with its papers; `false` where the registry has these bytes already.
    pub async fn arrive(&self, row: &MailRow<'_>, papers: &[NewPaper]) -> Result<bool, Error> {
        let insert = Query::insert()
            .into_table("mails")
            .columns([
                "id",
                "registry_id",
                "sha256",
                "size",
                "message_id",
                "answers",
                "from_name",
                "from_address",
                "subject",
                "body",
                "automatic",
                "written_at",
                "arrived_at",
                "state",
                "version",
            ])
            .values_panic([
                row.mail.id.0.into(),
                row.mail.registry.0.into(),
                row.mail.sha256.as_str().into(),
                row.size.into(),
                row.message_id.into(),
                row.answers.into(),
                row.from_name.into(),
                row.from_address.into(),
                row.subject.into(),
                row.body.into(),
                row.automatic.into(),
                row.written_at.into(),
                row.arrived_at.into(),
                row.mail.state_word().as_str().into(),
                row.mail.version.0.into(),
            ])
            .on_conflict(OnConflict::columns(["registry_id", "sha256"]).do_nothing().to_owned())
            .to_owned();
        if self.connection.execute(&insert).await?.rows_affected() == 0 {
            return Ok(false);
        }
        for (paper, ordinal) in papers.iter().zip(1_i32..) {
            self.add_paper(row, paper, ordinal).await?;
        }
        Ok(true)
    }

    async fn add_paper(&self, row: &MailRow<'_>, paper: &NewPaper, ordinal: i32) -> Result<(), Error> {
        let (taken, refusal) = match &paper.taken {
            Ok(taken) => (Some(taken), None),
            Err(code) => (None, Some(*code)),
        };
        let insert = Query::insert()
            .into_table("mail_papers")
            .columns([
                "mail_id",
                "ordinal",
                "file_name",
                "size",
                "refusal",
                "sha256",
                "media_type",
                "pages",
                "preview",
                "mark",
                "issue_id",
            ])
            .values_panic([
                row.mail.id.0.into(),
                ordinal.into(),
                paper.file_name.as_str().into(),
                paper.size.into(),
                refusal.into(),
                taken.map(|taken| taken.sha256.as_str()).into(),
                taken.map(|taken| taken.media_type).into(),
                taken.and_then(|taken| taken.pages).into(),
                taken.map(|taken| taken.preview).into(),
                taken.map(|taken| taken.mark.as_str()).into(),
                taken.and_then(|taken| taken.issue).map(|issue| issue.0).into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Keeps what became of a mail.
    pub async fn save(&self, mail: &Mail) -> Result<(), Error> {
        let stands = super::rows::Stands::of(&mail.state);
        let update = Query::update()
            .table("mails")
            .value("state", mail.state_word().as_str())
            .value("receipt_id", stands.receipt)
            .value("reason", stands.reason)
            .value("remark", stands.remark)
            .value("set_aside_by", stands.by)
            .value("set_aside_at", stands.at)
            .value("version", mail.version.0)
            .and_where(Expr::col("id").eq(mail.id.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }
}
