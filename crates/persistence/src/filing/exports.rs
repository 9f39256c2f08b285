//! Exports of files: asked for, made by a worker, fetched for some days, gone.

use super::Filing;
use crate::database::{Error, parse};
use daftar_domain::access::Officer;
use daftar_domain::filing::{ExportFailure, ExportState, Exported};
use daftar_domain::office::{ChargeId, ExportId, FileId, Language, PersonId, PostId, SessionId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement, UnionType, UpdateStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use std::collections::HashSet;
use uuid::Uuid;

const TABLE: &str = "exports";
/// The most exports that are listed: they are kept for some days only.
const LISTED: u64 = 50;

/// An export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRow {
    /// Its id.
    pub id: ExportId,
    /// The file.
    pub file: FileId,
    /// The language of its words.
    pub language: Language,
    /// How far it is.
    pub state: ExportState,
    /// Why it could not be made.
    pub failure: Option<ExportFailure>,
    /// Who asked for it.
    pub person: PersonId,
    /// For which post.
    pub post: PostId,
    /// Under which charge.
    pub charge: ChargeId,
    /// In which session.
    pub session: SessionId,
    /// When.
    pub requested_at: Timestamp,
    /// When it was ready.
    pub ready_at: Option<Timestamp>,
    /// Until when it can be fetched.
    pub expires_at: Option<Timestamp>,
    /// What was made.
    pub made: Option<MadeExport>,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeExport {
    /// Digests and pages.
    pub exported: Exported,
    /// How many bytes the document has.
    pub book_bytes: i64,
    /// How many bytes the archive has.
    pub archive_bytes: i64,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    file_id: Uuid,
    language: String,
    state: String,
    failure: Option<String>,
    person_id: Uuid,
    post_id: Uuid,
    charge_id: Uuid,
    session_id: Uuid,
    requested_at: Timestamp,
    ready_at: Option<Timestamp>,
    expires_at: Option<Timestamp>,
    book_sha256: Option<String>,
    book_bytes: Option<i64>,
    pages: Option<i32>,
    archive_sha256: Option<String>,
    archive_bytes: Option<i64>,
}

impl Row {
    fn read(self) -> Result<ExportRow, Error> {
        Ok(ExportRow {
            id: ExportId(self.id),
            file: FileId(self.file_id),
            language: parse(TABLE, &self.language)?,
            state: parse(TABLE, &self.state)?,
            failure: self.failure.map(|word| parse(TABLE, &word)).transpose()?,
            person: PersonId(self.person_id),
            post: PostId(self.post_id),
            charge: ChargeId(self.charge_id),
            session: SessionId(self.session_id),
            requested_at: self.requested_at,
            ready_at: self.ready_at,
            expires_at: self.expires_at,
            made: self
                .book_sha256
                .zip(self.archive_sha256)
                .map(|(book, archive)| MadeExport {
                    exported: Exported {
                        book,
                        archive,
                        pages: self.pages.unwrap_or_default(),
                    },
                    book_bytes: self.book_bytes.unwrap_or_default(),
                    archive_bytes: self.archive_bytes.unwrap_or_default(),
                }),
        })
    }
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// An export.
    pub async fn export(&self, id: ExportId) -> Result<Option<ExportRow>, Error> {
        let select = select().and_where(Expr::col("id").eq(id.0)).to_owned();
        Ok(self.read_exports(&select).await?.pop())
    }

    /// The exports of a file that an officer asked for at this post, the latest first.
    pub async fn exports(&self, file: FileId, officer: &Officer) -> Result<Vec<ExportRow>, Error> {
        let select = select()
            .and_where(Expr::col("file_id").eq(file.0))
            .and_where(Expr::col("person_id").eq(officer.person.0))
            .and_where(Expr::col("post_id").eq(officer.post.0))
            .order_by("id", Order::Desc)
            .limit(LISTED)
            .to_owned();
        self.read_exports(&select).await
    }

    /// Which of these digests an export has: for the machine's own housekeeping.
    pub async fn exported(&self, digests: impl IntoIterator<Item = String>) -> Result<HashSet<String>, Error> {
        let digests: Vec<String> = digests.into_iter().collect();
        let of = |column: &'static str| {
            Query::select()
                .expr_as(Expr::col(column), "digest")
                .from(TABLE)
                .and_where(Expr::col(column).is_in(digests.clone()))
                .to_owned()
        };
        let select = of("book_sha256")
            .union(UnionType::Distinct, of("archive_sha256"))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter().map(|row| Ok(row.try_get("", "digest")?)).collect()
    }

    async fn read_exports(&self, select: &SelectStatement) -> Result<Vec<ExportRow>, Error> {
        let rows = self.connection.query_all(select).await?;
        rows.iter().map(|row| Row::from_query_result(row, "")?.read()).collect()
    }
}

impl Filing<'_, DatabaseTransaction> {
    /// Writes an export that waits for a worker.
    pub async fn add_export(
        &self,
        id: ExportId,
        file: FileId,
        language: Language,
        by: &Officer,
        now: Timestamp,
    ) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table(TABLE)
            .columns([
                "id",
                "file_id",
                "language",
                "state",
                "person_id",
                "post_id",
                "charge_id",
                "session_id",
                "requested_at",
            ])
            .values_panic([
                id.0.into(),
                file.0.into(),
                language.as_str().into(),
                ExportState::Waiting.as_str().into(),
                by.person.0.into(),
                by.post.0.into(),
                by.charge.0.into(),
                by.session.0.into(),
                now.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Says that a worker is making an export.
    pub async fn export_begun(&self, id: ExportId) -> Result<(), Error> {
        let update = of(id).value("state", ExportState::Making.as_str()).to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Ends an export that was made. Answers whether it was this call that ended it.
    pub async fn export_ready(
        &self,
        id: ExportId,
        made: &MadeExport,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<bool, Error> {
        let update = of(id)
            .value("state", ExportState::Ready.as_str())
            .value("ready_at", now)
            .value("expires_at", until)
            .value("book_sha256", made.exported.book.as_str())
            .value("book_bytes", made.book_bytes)
            .value("pages", made.exported.pages)
            .value("archive_sha256", made.exported.archive.as_str())
            .value("archive_bytes", made.archive_bytes)
            .and_where(Expr::col("state").eq(ExportState::Making.as_str()))
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }

    /// Ends an export that could not be made.
    pub async fn export_failed(&self, id: ExportId, why: ExportFailure, until: Timestamp) -> Result<(), Error> {
        let update = of(id)
            .value("state", ExportState::Failed.as_str())
            .value("failure", why.as_str())
            .value("expires_at", until)
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Forgets exports whose time is over; answers the digests that they had.
    pub async fn forget_exports(&self, now: Timestamp) -> Result<Vec<String>, Error> {
        let over = || Expr::col("expires_at").lte(now);
        let gone = self.read_exports(&select().and_where(over()).to_owned()).await?;
        let delete = Query::delete().from_table(TABLE).and_where(over()).to_owned();
        self.connection.execute(&delete).await?;
        let made = gone.into_iter().filter_map(|row| row.made);
        Ok(made
            .flat_map(|made| [made.exported.book, made.exported.archive])
            .collect())
    }
}

fn of(id: ExportId) -> UpdateStatement {
    Query::update()
        .table(TABLE)
        .and_where(Expr::col("id").eq(id.0))
        .to_owned()
}

fn select() -> SelectStatement {
    Query::select()
        .columns([
            "id",
            "file_id",
            "language",
            "state",
            "failure",
            "person_id",
            "post_id",
            "charge_id",
            "session_id",
            "requested_at",
            "ready_at",
            "expires_at",
            "book_sha256",
            "book_bytes",
            "pages",
            "archive_sha256",
            "archive_bytes",
        ])
        .from(TABLE)
        .to_owned()
}
