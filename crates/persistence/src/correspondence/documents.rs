use super::Documents;
use super::visibility::{visible_documents, visible_receipts};
use crate::database::{Error, parse};
use daftar_domain::access::Officer;
use daftar_domain::office::{Classification, DocumentId, ReceiptId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement, UnionType};
use sea_orm::{ConnectionTrait, FromQueryResult};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The most earlier receipts that are pointed out at once.
const SAME: u64 = 20;

/// An upload, to be written.
#[derive(Debug, Clone)]
pub struct NewDocument<'a> {
    /// Its id.
    pub id: DocumentId,
    /// SHA-256 of its bytes, hex.
    pub digest: &'a str,
    /// How many bytes.
    pub size: i64,
    /// What sort of paper.
    pub media_type: &'static str,
    /// Its harmless name.
    pub file_name: &'a str,
    /// How many pages, where that can be told.
    pub pages: Option<i32>,
    /// `ok`, `encrypted` or `unreadable`.
    pub preview: &'a str,
    /// When it was uploaded.
    pub uploaded_at: Timestamp,
}

/// An upload, as written.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct DocumentRow {
    /// Its id.
    pub id: Uuid,
    /// SHA-256 of its bytes, hex.
    pub digest: String,
    /// How many bytes.
    pub size: i64,
    /// What sort of paper.
    pub media_type: String,
    /// Its harmless name.
    pub file_name: String,
    /// How many pages, where that can be told.
    pub pages: Option<i32>,
    /// `ok`, `encrypted` or `unreadable`.
    pub preview: String,
    /// When it was uploaded.
    pub uploaded_at: Timestamp,
}

/// An earlier receipt with the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct SameBytes {
    /// The receipt.
    pub receipt_id: Uuid,
    /// Its number.
    pub diary_number: String,
    /// When it was diarised.
    pub diarised_at: Timestamp,
}

/// The bytes of a paper, as their row names them.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct KeptBytes {
    /// The paper's id.
    pub id: Uuid,
    /// SHA-256 of its bytes, hex.
    pub digest: String,
    /// How many bytes.
    pub size: i64,
}

impl<C: ConnectionTrait> Documents<'_, C> {
    /// The bytes of all papers in the order of their ids, after one of them; for whoever audits the office.
    pub async fn all_bytes(&self, after: Option<DocumentId>, limit: u64) -> Result<Vec<KeptBytes>, Error> {
        let select = Query::select()
            .columns(["id", "digest", "size"])
            .from("documents")
            .and_where_option(after.map(|after| Expr::col("id").gt(after.0)))
            .order_by("id", Order::Asc)
            .limit(limit)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok(KeptBytes::from_query_result(row, "")?))
            .collect()
    }
}

impl Documents<'_, sea_orm::DatabaseTransaction> {
    /// Writes an upload.
    pub async fn insert(&self, new: &NewDocument<'_>, by: &Officer) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("documents")
            .columns([
                "id",
                "digest",
                "size",
                "media_type",
                "file_name",
                "pages",
                "preview",
                "uploaded_at",
                "uploaded_by",
                "uploader_id",
            ])
            .values_panic([
                new.id.0.into(),
                new.digest.into(),
                new.size.into(),
                new.media_type.into(),
                new.file_name.into(),
                new.pages.into(),
                new.preview.into(),
                new.uploaded_at.into(),
                by.post.0.into(),
                by.person.0.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}

impl<C: ConnectionTrait> Documents<'_, C> {
    /// A document that was issued. Whether everybody may have it, the caller has asked.
    pub async fn issued(&self, id: DocumentId) -> Result<Option<DocumentRow>, Error> {
        let issued = Query::select()
            .column(("issues", "document_id"))
            .from("issues")
            .to_owned();
        let mut select = select();
        select
            .and_where(Expr::col(("documents", "id")).eq(id.0))
            .and_where(Expr::col(("documents", "id")).in_subquery(issued));
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| DocumentRow::from_query_result(&row, "")).transpose()?)
    }

    /// The classifications of the receipts and files that a document is on, whoever may see them.
    pub async fn classifications(&self, id: DocumentId) -> Result<Vec<Classification>, Error> {
        let mut select = Query::select()
            .column(("receipts", "classification"))
            .from("receipt_documents")
            .inner_join(
                "receipts",
                Expr::col(("receipts", "id")).equals(("receipt_documents", "receipt_id")),
            )
            .and_where(Expr::col(("receipt_documents", "document_id")).eq(id.0))
            .to_owned();
        let files = Query::select()
            .column(("files", "classification"))
            .from("paper_documents")
            .inner_join(
                "papers",
                Expr::col(("papers", "id")).equals(("paper_documents", "paper_id")),
            )
            .inner_join("files", Expr::col(("files", "id")).equals(("papers", "file_id")))
            .and_where(Expr::col(("paper_documents", "document_id")).eq(id.0))
            .to_owned();
        let drafts = Query::select()
            .column(("files", "classification"))
            .from("communication_documents")
            .inner_join(
                "communications",
                Expr::col(("communications", "id")).equals(("communication_documents", "communication_id")),
            )
            .inner_join(
                "files",
                Expr::col(("files", "id")).equals(("communications", "file_id")),
            )
            .and_where(Expr::col(("communication_documents", "document_id")).eq(id.0))
            .to_owned();
        select
            .union(UnionType::Distinct, files)
            .union(UnionType::Distinct, drafts);
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| {
                let word: String = row.try_get_by_index(0)?;
                parse("documents", &word)
            })
            .collect()
    }

    /// A document, if the officer may see it.
    pub async fn get(&self, id: DocumentId, officer: &Officer) -> Result<Option<DocumentRow>, Error> {
        let mut select = select();
        select
            .and_where(Expr::col(("documents", "id")).eq(id.0))
            .and_where(visible_documents(officer));
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| DocumentRow::from_query_result(&row, "")).transpose()?)
    }

    /// A document, whoever may see it: whoever asks has decided that.
    pub async fn kept(&self, id: DocumentId) -> Result<Option<DocumentRow>, Error> {
        let mut select = select();
        select.and_where(Expr::col(("documents", "id")).eq(id.0));
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| DocumentRow::from_query_result(&row, "")).transpose()?)
    }

    /// The documents with these ids that the officer may see, in one query.
    pub async fn by_ids(
        &self,
        ids: impl IntoIterator<Item = DocumentId>,
        officer: &Officer,
    ) -> Result<HashMap<DocumentId, DocumentRow>, Error> {
        let ids: Vec<Uuid> = ids.into_iter().map(Uuid::from).collect();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let mut select = select();
        select
            .and_where(Expr::col(("documents", "id")).is_in(ids))
            .and_where(visible_documents(officer));
        let rows = self.connection.query_all(&select).await?;
        let mut found = HashMap::with_capacity(rows.len());
        for row in &rows {
            let row = DocumentRow::from_query_result(row, "")?;
            found.insert(DocumentId(row.id), row);
        }
        Ok(found)
    }

    /// Which of these digests a document has, whoever uploaded it: for the machine's own housekeeping.
    pub async fn known(&self, digests: impl IntoIterator<Item = String>) -> Result<HashSet<String>, Error> {
        let select = Query::select()
            .distinct()
            .column("digest")
            .from("documents")
            .and_where(Expr::col("digest").is_in(digests))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        Ok(rows
            .iter()
            .map(|row| row.try_get("", "digest"))
            .collect::<Result<_, _>>()?)
    }

    /// The scans of a receipt, in order. Whoever sees the receipt sees them.
    pub async fn of_receipt(&self, receipt: ReceiptId) -> Result<Vec<DocumentRow>, Error> {
        let mut select = select();
        select
            .inner_join(
                "receipt_documents",
                Expr::col(("receipt_documents", "document_id")).equals(("documents", "id")),
            )
            .and_where(Expr::col(("receipt_documents", "receipt_id")).eq(receipt.0))
            .order_by(("receipt_documents", "ordinal"), Order::Asc);
        let rows = self.connection.query_all(&select).await?;
        Ok(rows
            .iter()
            .map(|row| DocumentRow::from_query_result(row, ""))
            .collect::<Result<_, _>>()?)
    }

    /// The latest receipts with any of these bytes, other than `except`, that the officer may see; by digest.
    pub async fn same_bytes(
        &self,
        digests: impl IntoIterator<Item = &str>,
        except: Option<ReceiptId>,
        officer: &Officer,
    ) -> Result<HashMap<String, Vec<SameBytes>>, Error> {
        let digests: Vec<&str> = digests.into_iter().collect();
        if digests.is_empty() {
            return Ok(HashMap::new());
        }
        let mut select = Query::select();
        select
            .distinct()
            .column(("documents", "digest"))
            .expr_as(Expr::col(("receipts", "id")), "receipt_id")
            .columns([("receipts", "diary_number"), ("receipts", "diarised_at")])
            .from("documents")
            .inner_join(
                "receipt_documents",
                Expr::col(("receipt_documents", "document_id")).equals(("documents", "id")),
            )
            .inner_join(
                "receipts",
                Expr::col(("receipts", "id")).equals(("receipt_documents", "receipt_id")),
            )
            .and_where(Expr::col(("documents", "digest")).is_in(digests))
            .and_where(visible_receipts(officer))
            .order_by(("receipts", "diarised_at"), Order::Desc)
            .limit(SAME);
        if let Some(except) = except {
            select.and_where(Expr::col(("receipts", "id")).ne(except.0));
        }
        let mut same: HashMap<String, Vec<SameBytes>> = HashMap::new();
        for row in self.connection.query_all(&select).await? {
            let digest: String = row.try_get("", "digest")?;
            same.entry(digest)
                .or_default()
                .push(SameBytes::from_query_result(&row, "")?);
        }
        Ok(same)
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns(
            [
                "id",
                "digest",
                "size",
                "media_type",
                "file_name",
                "pages",
                "preview",
                "uploaded_at",
            ]
            .map(|column| ("documents", column)),
        )
        .from("documents")
        .to_owned()
}
