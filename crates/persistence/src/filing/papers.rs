//! The correspondence portion.

use super::Filing;
use super::entities::paper;
use crate::database::Error;
use daftar_domain::access::Officer;
use daftar_domain::filing::{Paper, PaperDocument};
use daftar_domain::office::{DocumentId, FileId, PaperId, PostId, ReceiptId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

/// A paper of a file, with the ids of its documents in order.
#[derive(Debug, Clone)]
pub struct PaperRow {
    /// Its id.
    pub id: PaperId,
    /// Its place, from 1.
    pub ordinal: i32,
    /// What it is.
    pub title: String,
    /// Where it came from.
    pub direction: String,
    /// Its first page.
    pub page_first: i32,
    /// Its last page.
    pub page_last: i32,
    /// The paragraph of its docket.
    pub docket_paragraph: i32,
    /// The receipt that it is.
    pub receipt: Option<ReceiptId>,
    /// Its diary number.
    pub diary_number: Option<String>,
    /// Its documents.
    pub documents: Vec<DocumentId>,
    /// When it was added.
    pub added_at: Timestamp,
    /// By which post.
    pub added_by: PostId,
}

impl<C: ConnectionTrait> Filing<'_, C> {
    /// Adds a paper with its documents.
    pub async fn add_paper(&self, paper: &Paper) -> Result<(), Error> {
        let row = paper::ActiveModel {
            id: Set(paper.id.0),
            file_id: Set(paper.file.0),
            ordinal: Set(paper.ordinal),
            title: Set(paper.title.clone()),
            direction: Set(paper.direction.as_str().to_owned()),
            page_first: Set(paper.page_first),
            page_last: Set(paper.page_last),
            docket_paragraph: Set(paper.docket_paragraph),
            receipt_id: Set(paper.receipt.as_ref().map(|receipt| receipt.id.0)),
            diary_number: Set(paper.receipt.as_ref().map(|receipt| receipt.diary_number.clone())),
            added_at: Set(paper.added_at),
            added_by_post_id: Set(paper.added_by.0),
        };
        paper::Entity::insert(row)
            .exec_without_returning(self.connection)
            .await?;
        if paper.documents.is_empty() {
            return Ok(());
        }
        let mut insert = Query::insert();
        insert
            .into_table("paper_documents")
            .columns(["paper_id", "ordinal", "document_id"]);
        for (ordinal, document) in (1_i32..).zip(&paper.documents) {
            insert.values_panic([paper.id.0.into(), ordinal.into(), document.0.into()]);
        }
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// The papers of a file, in their order: two round trips, however many there are.
    pub async fn papers(&self, file: FileId) -> Result<Vec<PaperRow>, Error> {
        let rows = paper::Entity::find()
            .filter(paper::Column::FileId.eq(file.0))
            .order_by_asc(paper::Column::Ordinal)
            .all(self.connection)
            .await?;
        let mut documents = self.documents_of(file).await?;
        Ok(rows
            .into_iter()
            .map(|row| PaperRow {
                id: PaperId(row.id),
                ordinal: row.ordinal,
                title: row.title,
                direction: row.direction,
                page_first: row.page_first,
                page_last: row.page_last,
                docket_paragraph: row.docket_paragraph,
                receipt: row.receipt_id.map(ReceiptId),
                diary_number: row.diary_number,
                documents: documents.remove(&row.id).unwrap_or_default(),
                added_at: row.added_at,
                added_by: PostId(row.added_by_post_id),
            })
            .collect())
    }

    async fn documents_of(&self, file: FileId) -> Result<HashMap<Uuid, Vec<DocumentId>>, Error> {
        let select = Query::select()
            .columns([("paper_documents", "paper_id"), ("paper_documents", "document_id")])
            .from("paper_documents")
            .inner_join(
                "papers",
                Expr::col(("papers", "id")).equals(("paper_documents", "paper_id")),
            )
            .and_where(Expr::col(("papers", "file_id")).eq(file.0))
            .order_by(("paper_documents", "ordinal"), Order::Asc)
            .to_owned();
        let mut documents: HashMap<Uuid, Vec<DocumentId>> = HashMap::new();
        for row in self.connection.query_all(&select).await? {
            let paper: Uuid = row.try_get("", "paper_id")?;
            documents
                .entry(paper)
                .or_default()
                .push(DocumentId(row.try_get("", "document_id")?));
        }
        Ok(documents)
    }

    /// A document that the officer's post uploaded, as the correspondence needs it. Somebody else's upload does not
    /// exist for him: adding it to a file would open it to everyone who sees the file.
    pub async fn own_document(&self, id: DocumentId, officer: &Officer) -> Result<Option<PaperDocument>, Error> {
        let select = Query::select()
            .columns(["digest", "pages"])
            .from("documents")
            .and_where(Expr::col("id").eq(id.0))
            .and_where(Expr::col("uploaded_by").eq(officer.post.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            Ok(PaperDocument {
                id,
                digest: row.try_get("", "digest")?,
                pages: row.try_get("", "pages")?,
            })
        })
        .transpose()
    }

    /// The digests of the documents that lie on these pages of a file.
    pub async fn digests_on_pages(&self, file: FileId, pages: &[i32]) -> Result<Vec<String>, Error> {
        let (Some(first), Some(last)) = (pages.iter().min(), pages.iter().max()) else {
            return Ok(Vec::new());
        };
        let select = Query::select()
            .column(("documents", "digest"))
            .columns([("papers", "page_first"), ("papers", "page_last")])
            .from("papers")
            .inner_join(
                "paper_documents",
                Expr::col(("paper_documents", "paper_id")).equals(("papers", "id")),
            )
            .inner_join(
                "documents",
                Expr::col(("documents", "id")).equals(("paper_documents", "document_id")),
            )
            .and_where(Expr::col(("papers", "file_id")).eq(file.0))
            .and_where(Expr::col(("papers", "page_last")).gte(*first))
            .and_where(Expr::col(("papers", "page_first")).lte(*last))
            .order_by(("papers", "ordinal"), Order::Asc)
            .order_by(("paper_documents", "ordinal"), Order::Asc)
            .to_owned();
        let mut digests = Vec::new();
        for row in self.connection.query_all(&select).await? {
            let paper = row.try_get::<i32>("", "page_first")?..=row.try_get("", "page_last")?;
            if pages.iter().any(|page| paper.contains(page)) {
                digests.push(row.try_get("", "digest")?);
            }
        }
        Ok(digests)
    }
}
