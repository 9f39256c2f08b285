//! Commands on receipts.

use super::Receipts;
use super::rows::{Row, TABLE, changing, select};
use super::visibility::visible_receipts;
use crate::database::{Error, Tx};
use crate::organisation::roles_from_column;
use daftar_domain::access::{Officer, Side};
use daftar_domain::correspondence::{CopyTo, DiaryNumber, Receipt, Target};
use daftar_domain::office::{DocumentId, PersonId, PostId, ReceiptId, Timestamp, UnitId, Version};
use sea_orm::sea_query::{Expr, ExprTrait as _, JoinType, LockType, OnConflict, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use std::collections::HashMap;
use uuid::Uuid;

/// Why a post may see a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// It diarised it.
    Diarised,
    /// It was marked to it.
    Marked,
    /// It got a copy.
    Copied,
}

impl Grant {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Diarised => "diarised",
            Self::Marked => "marked",
            Self::Copied => "copied",
        }
    }
}

/// A receipt as it was read for a change, and whether the officer may know of it.
#[derive(Debug, Clone)]
pub struct ForChange {
    /// The receipt.
    pub receipt: Receipt,
    /// Whether the officer may know of it.
    pub visible: bool,
}

impl Tx {
    /// The next number in the diary of a registry. Two registries of one department write in one diary: the number's
    /// prefix is the code of the department, or of the unit itself where it is no registry.
    pub async fn next_diary_number(&self, registry: UnitId, year: i32) -> Result<DiaryNumber, Error> {
        let department = Expr::col(("departments", "id"))
            .equals(("units", "parent_id"))
            .and(Expr::col(("units", "kind")).eq("registry"));
        let prefix = Expr::col(("departments", "code")).if_null(Expr::col(("units", "code")));
        let select = Query::select()
            .expr_as(prefix, "prefix")
            .from("units")
            .join_as(JoinType::LeftJoin, "units", "departments", department)
            .and_where(Expr::col(("units", "id")).eq(registry.0))
            .to_owned();
        let row = self.connection().query_one(&select).await?;
        let row = row.ok_or_else(|| Error::Inconsistent {
            table: "units",
            problem: format!("no unit {registry}"),
        })?;
        let prefix: String = row.try_get("", "prefix")?;
        let serial = self.next_number(&DiaryNumber::series(&prefix, year)).await?;
        let serial = i32::try_from(serial).map_err(|_| Error::Inconsistent {
            table: "counters",
            problem: format!("the diary of {prefix} is full"),
        })?;
        Ok(DiaryNumber { prefix, serial, year })
    }
}

impl Receipts<'_, DatabaseTransaction> {
    /// Reads a receipt for a change: its row is locked until the transaction ends.
    pub async fn get(&self, id: ReceiptId, officer: &Officer) -> Result<Option<ForChange>, Error> {
        let mut select: SelectStatement = select();
        select
            .expr_as(visible_receipts(officer), "visible")
            .and_where(Expr::col((TABLE, "id")).eq(id.0));
        if self.connection.get_database_backend() == sea_orm::DbBackend::Postgres {
            select.lock_with_tables(LockType::Update, [TABLE]);
        }
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let visible: bool = row.try_get("", "visible")?;
        let documents = self.document_ids(id).await?;
        let receipt = Row::from_query_result(&row, "")?.into_receipt(documents)?;
        Ok(Some(ForChange { receipt, visible }))
    }

    /// Reads a receipt whoever may see it, and keeps its row until the transaction ends: for what the office itself does.
    pub async fn held(&self, id: ReceiptId) -> Result<Option<Receipt>, Error> {
        let mut select: SelectStatement = select();
        select.and_where(Expr::col((TABLE, "id")).eq(id.0));
        if self.connection.get_database_backend() == sea_orm::DbBackend::Postgres {
            select.lock_with_tables(LockType::Update, [TABLE]);
        }
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let documents = self.document_ids(id).await?;
        Ok(Some(Row::from_query_result(&row, "")?.into_receipt(documents)?))
    }

    /// Writes a new receipt with its scans. Who may see it is granted beside.
    pub async fn insert(&self, receipt: &Receipt) -> Result<(), Error> {
        let mut columns = vec![
            "id",
            "diary_number",
            "diary_prefix",
            "diary_year",
            "diary_serial",
            "registry_id",
            "diarised_by",
            "diarised_at",
            "concerns_person_id",
            "tracking_code",
        ];
        let mut values: Vec<Expr> = vec![
            receipt.id.0.into(),
            receipt.number.to_string().into(),
            receipt.number.prefix.as_str().into(),
            receipt.number.year.into(),
            receipt.number.serial.into(),
            receipt.registry.0.into(),
            receipt.diarised_by.0.into(),
            receipt.diarised_at.into(),
            receipt.concerns.map(Uuid::from).into(),
            receipt.tracking.map(|code| code.to_string()).into(),
        ];
        for (column, value) in changing(receipt, None) {
            columns.push(column);
            values.push(value);
        }
        let insert = Query::insert()
            .into_table(TABLE)
            .columns(columns)
            .values_panic(values)
            .to_owned();
        self.connection.execute(&insert).await?;
        self.add_documents(receipt.id, &receipt.documents).await
    }

    /// Keeps which issue of this office a receipt answers: whichever has that number, whoever may see it. Nobody is told
    /// whether there is one.
    pub async fn link_reply(&self, receipt: ReceiptId, number: Option<&str>) -> Result<(), Error> {
        let issue: Option<Uuid> = match number {
            Some(number) => {
                let select = Query::select()
                    .column("id")
                    .from("issues")
                    .and_where(Expr::col("number").eq(number))
                    .to_owned();
                let row = self.connection.query_one(&select).await?;
                row.map(|row| row.try_get_by_index(0)).transpose()?
            }
            None => None,
        };
        let update = Query::update()
            .table(TABLE)
            .value("in_reply_to_issue_id", issue)
            .and_where(Expr::col("id").eq(receipt.0))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// Writes a changed receipt, if nobody changed it since it was at the version before. `file_number` is the number
    /// of the file that it is on.
    pub async fn save(&self, receipt: &Receipt, file_number: Option<&str>) -> Result<(), Error> {
        let before = Version(receipt.version.0 - 1);
        let update = Query::update()
            .table(TABLE)
            .values(changing(receipt, file_number))
            .and_where(Expr::col("id").eq(receipt.id.0))
            .and_where(Expr::col("version").eq(before.0))
            .to_owned();
        if self.connection.execute(&update).await?.rows_affected() == 1 {
            Ok(())
        } else {
            Err(Error::Stale)
        }
    }

    /// Adds scans after those that are there.
    pub async fn add_documents(&self, receipt: ReceiptId, documents: &[DocumentId]) -> Result<(), Error> {
        if documents.is_empty() {
            return Ok(());
        }
        let count = i32::try_from(self.document_ids(receipt).await?.len()).unwrap_or(i32::MAX);
        let mut insert = Query::insert();
        insert
            .into_table("receipt_documents")
            .columns(["receipt_id", "document_id", "ordinal"]);
        for (ordinal, document) in (count + 1..).zip(documents) {
            insert.values_panic([receipt.0.into(), document.0.into(), ordinal.into()]);
        }
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Lets a post see a receipt, and says why.
    pub async fn grant(&self, receipt: ReceiptId, post: PostId, cause: Grant, at: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("receipt_grants")
            .columns(["receipt_id", "post_id", "cause", "granted_at"])
            .values_panic([receipt.0.into(), post.0.into(), cause.as_str().into(), at.into()])
            .on_conflict(
                OnConflict::columns(["receipt_id", "post_id", "cause"])
                    .do_nothing()
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Writes a copy; whoever has one already keeps the newer action.
    pub async fn copy(&self, receipt: ReceiptId, copy: &CopyTo, at: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("receipt_copies")
            .columns(["receipt_id", "post_id", "action", "copied_at", "seen_at"])
            .values_panic([
                receipt.0.into(),
                copy.to.post.0.into(),
                copy.action.as_str().into(),
                at.into(),
                None::<Timestamp>.into(),
            ])
            .on_conflict(
                OnConflict::columns(["receipt_id", "post_id"])
                    .update_columns(["action", "copied_at", "seen_at"])
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        self.grant(receipt, copy.to.post, Grant::Copied, at).await
    }

    /// Writes that a post was done with its copy; false where it has none that it was not done with before.
    pub async fn copy_seen(&self, receipt: ReceiptId, post: PostId, at: Timestamp) -> Result<bool, Error> {
        let update = Query::update()
            .table("receipt_copies")
            .value("seen_at", at)
            .and_where(Expr::col("receipt_id").eq(receipt.0))
            .and_where(Expr::col("post_id").eq(post.0))
            .and_where(Expr::col("seen_at").is_null())
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }
}

impl<C: ConnectionTrait> Receipts<'_, C> {
    /// The posts among these that work can go to, with who holds them; abolished and unknown ones are left out.
    pub async fn receivers(&self, posts: impl IntoIterator<Item = PostId>) -> Result<HashMap<PostId, Target>, Error> {
        let ids: Vec<Uuid> = posts.into_iter().map(Uuid::from).collect();
        let holds = Expr::col(("charges", "post_id"))
            .equals(("posts", "id"))
            .and(Expr::col(("charges", "to_at")).is_null());
        let select = Query::select()
            .column(("posts", "id"))
            .column(("charges", "person_id"))
            .column(("posts", "roles"))
            .from("posts")
            .left_join("charges", holds)
            .and_where(Expr::col(("posts", "id")).is_in(ids))
            .and_where(Expr::col(("posts", "abolished_at")).is_null())
            // In one order, so that two markings do not wait for each other.
            .order_by(("posts", "id"), Order::Asc)
            // Until the act is done no post is abolished or handed over.
            .lock_with_tables(LockType::Share, ["posts"])
            .to_owned();
        let mut targets = HashMap::new();
        for row in self.connection.query_all(&select).await? {
            let post = PostId(row.try_get_by_index(0)?);
            let holder: Option<Uuid> = row.try_get_by_index(1)?;
            let holder = holder.map(PersonId);
            let roles: String = row.try_get_by_index(2)?;
            let handles_papers = roles_from_column(&roles)?.side() == Side::Business;
            let target = Target {
                post,
                holder,
                handles_papers,
            };
            targets.insert(post, target);
        }
        Ok(targets)
    }

    /// Whether there is such a person.
    pub async fn person_exists(&self, person: PersonId) -> Result<bool, Error> {
        let select = Query::select()
            .column("id")
            .from("persons")
            .and_where(Expr::col("id").eq(person.0))
            .to_owned();
        Ok(self.connection.query_one(&select).await?.is_some())
    }

    /// The scans of a receipt, in order.
    pub(super) async fn document_ids(&self, receipt: ReceiptId) -> Result<Vec<DocumentId>, Error> {
        let select = Query::select()
            .column("document_id")
            .from("receipt_documents")
            .and_where(Expr::col("receipt_id").eq(receipt.0))
            .order_by("ordinal", Order::Asc)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok(DocumentId(row.try_get_by_index::<Uuid>(0)?)))
            .collect()
    }
}
