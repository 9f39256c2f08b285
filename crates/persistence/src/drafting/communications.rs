//! One communication: read with its latest text, written with its version.

use super::Drafting;
use super::rows::{TABLE, TEXTS, kept, read, select};
use crate::database::{Error, to_json};
use daftar_domain::drafting::{Approval, Communication, Issued, Stage, Wording};
use daftar_domain::filing::Author;
use daftar_domain::ledger::audit::KeptCommunication;
use daftar_domain::office::{CommunicationId, DocumentId, FileId};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Order, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// A communication, whoever may see it.
    pub async fn communication(&self, id: CommunicationId) -> Result<Option<Communication>, Error> {
        let select = select().and_where(Expr::col((TABLE, "id")).eq(id.0)).to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| read(&row)).transpose()
    }

    /// The file that a communication travels on, without reading its text.
    pub async fn file_of(&self, id: CommunicationId) -> Result<Option<FileId>, Error> {
        let select = Query::select()
            .column("file_id")
            .from(TABLE)
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| Ok(FileId(row.try_get("", "file_id")?))).transpose()
    }

    /// All communications, by id: for whoever compares them with the ledger.
    pub async fn all_communications(
        &self,
        after: Option<CommunicationId>,
        limit: u64,
    ) -> Result<Vec<KeptCommunication>, Error> {
        let select = Query::select()
            .column(sea_orm::sea_query::Asterisk)
            .from(TABLE)
            .and_where_option(after.map(|after| Expr::col("id").gt(after.0)))
            .order_by("id", Order::Asc)
            .limit(limit)
            .to_owned();
        self.connection.query_all(&select).await?.iter().map(kept).collect()
    }
}

impl Drafting<'_, DatabaseTransaction> {
    /// Writes a new communication with its first text.
    pub async fn insert(&self, new: &Communication) -> Result<(), Error> {
        let mut columns = vec!["id", "file_id", "unit_id", "opened_at"];
        let mut values: Vec<Expr> = vec![
            new.id.0.into(),
            new.file.0.into(),
            new.unit.0.into(),
            new.opened_at.into(),
        ];
        let opened_by = by(
            ["opened_by_person_id", "opened_by_post_id", "opened_by_charge_id"],
            &new.opened_by,
        );
        for (column, value) in opened_by.into_iter().chain(changing(new)) {
            columns.push(column);
            values.push(value);
        }
        let insert = Query::insert()
            .into_table(TABLE)
            .columns(columns)
            .values_panic(values)
            .to_owned();
        self.connection.execute(&insert).await?;
        self.add_text(new.id, &new.wording).await?;
        self.keep_documents(new).await
    }

    /// Writes a communication that was at version `expected` when it was read, with its latest text.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody was faster.
    pub async fn save(&self, after: &Communication, before: &Communication) -> Result<(), Error> {
        let update = Query::update()
            .table(TABLE)
            .values(changing(after))
            .and_where(Expr::col("id").eq(after.id.0))
            .and_where(Expr::col("version").eq(before.version.0))
            .to_owned();
        if self.connection.execute(&update).await?.rows_affected() != 1 {
            return Err(Error::Stale);
        }
        if after.wording.number == before.wording.number {
            if after.wording != before.wording {
                self.rewrite_text(after.id, &after.wording).await?;
            }
        } else {
            if !before.wording.sealed {
                self.seal_text(before.id, before.wording.number).await?;
            }
            self.add_text(after.id, &after.wording).await?;
        }
        self.keep_documents(after).await
    }

    async fn add_text(&self, of: CommunicationId, wording: &Wording) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table(TEXTS)
            .columns([
                "communication_id",
                "number",
                "content",
                "nonce",
                "author_person_id",
                "author_post_id",
                "author_charge_id",
                "written_at",
                "sealed",
            ])
            .values_panic([
                of.0.into(),
                wording.number.into(),
                to_json(TEXTS, &wording.content)?.into(),
                wording.nonce.as_str().into(),
                wording.author.person.0.into(),
                wording.author.post.0.into(),
                wording.author.charge.0.into(),
                wording.written_at.into(),
                wording.sealed.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    async fn rewrite_text(&self, of: CommunicationId, wording: &Wording) -> Result<(), Error> {
        let update = Query::update()
            .table(TEXTS)
            .value("content", to_json(TEXTS, &wording.content)?)
            .value("written_at", wording.written_at)
            .value("sealed", wording.sealed)
            .and_where(Expr::col("communication_id").eq(of.0))
            .and_where(Expr::col("number").eq(wording.number))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    async fn seal_text(&self, of: CommunicationId, number: i32) -> Result<(), Error> {
        let update = Query::update()
            .table(TEXTS)
            .value("sealed", true)
            .and_where(Expr::col("communication_id").eq(of.0))
            .and_where(Expr::col("number").eq(number))
            .to_owned();
        self.connection.execute(&update).await?;
        Ok(())
    }

    /// What any text of it encloses: whoever sees the file sees it from then on.
    async fn keep_documents(&self, of: &Communication) -> Result<(), Error> {
        let mut enclosed: Vec<DocumentId> = of.wording.content.enclosures.iter().map(|one| one.document).collect();
        enclosed.sort_unstable();
        enclosed.dedup();
        if enclosed.is_empty() {
            return Ok(());
        }
        let mut insert = Query::insert();
        insert
            .into_table("communication_documents")
            .columns(["communication_id", "document_id"])
            .on_conflict(
                OnConflict::columns(["communication_id", "document_id"])
                    .do_nothing()
                    .to_owned(),
            );
        for document in enclosed {
            insert.values_panic([of.id.0.into(), document.0.into()]);
        }
        self.connection.execute(&insert).await?;
        Ok(())
    }
}

/// The columns that change, with their values. Whoever approved stays named until the next approval.
fn changing(of: &Communication) -> Vec<(&'static str, SimpleExpr)> {
    let mut columns: Vec<(&'static str, SimpleExpr)> = vec![
        ("version", of.version.0.into()),
        ("state", of.stage.state().as_str().into()),
        ("text_number", of.wording.number.into()),
        ("acts", of.acts.into()),
    ];
    match &of.stage {
        Stage::Draft { voided: None } => {}
        Stage::Draft { voided: Some(approval) } | Stage::Approved(approval) => columns.extend(approved(approval)),
        Stage::Issued(issued) => columns.extend(issue(issued)),
        Stage::Withdrawn { by: author, at } => {
            columns.extend(by(
                [
                    "withdrawn_by_person_id",
                    "withdrawn_by_post_id",
                    "withdrawn_by_charge_id",
                ],
                author,
            ));
            columns.push(("withdrawn_at", (*at).into()));
        }
    }
    columns
}

fn approved(approval: &Approval) -> Vec<(&'static str, SimpleExpr)> {
    let mut columns: Vec<(&'static str, SimpleExpr)> = vec![
        ("approved_text", approval.text.into()),
        ("approved_digest", approval.digest.as_str().into()),
        ("approved_at", approval.at.into()),
    ];
    columns.extend(by(
        ["approved_by_person_id", "approved_by_post_id", "approved_by_charge_id"],
        &approval.by,
    ));
    columns
}

fn issue(issued: &Issued) -> Vec<(&'static str, SimpleExpr)> {
    let mut columns: Vec<(&'static str, SimpleExpr)> = vec![
        ("issue_id", issued.issue.0.into()),
        ("issue_number", issued.number.as_str().into()),
        ("issued_at", issued.at.into()),
    ];
    columns.extend(by(
        ["issued_by_person_id", "issued_by_post_id", "issued_by_charge_id"],
        &issued.by,
    ));
    columns
}

/// Who did something, as the three columns that say so.
fn by(names: [&'static str; 3], author: &Author) -> Vec<(&'static str, SimpleExpr)> {
    let ids = [author.person.0, author.post.0, author.charge.0];
    names.into_iter().zip(ids).map(|(name, id)| (name, id.into())).collect()
}
