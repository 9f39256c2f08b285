//! Runs of the import.

use super::Organisation;
use crate::database::Error;
use daftar_domain::ledger::Actor;
use daftar_domain::office::{ChargeId, ImportId, PersonId, PostId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, UpdateStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};
use uuid::Uuid;

/// An import to be run.
#[derive(Debug, Clone)]
pub struct NewImport<'a> {
    /// Its id.
    pub id: ImportId,
    /// Whether it only checks.
    pub dry_run: bool,
    /// The sheets, as JSON.
    pub input: &'a str,
    /// Who asked for it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A run of the import.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct ImportRow {
    /// Its id.
    pub id: Uuid,
    /// Whether it only checks.
    pub dry_run: bool,
    /// How far it is.
    pub state: String,
    /// Rows done.
    pub done: i32,
    /// Rows in all.
    pub total: i32,
    /// Rows that added something.
    pub created: i32,
    /// Rows that changed something.
    pub updated: i32,
    /// Rows that said what was so already.
    pub unchanged: i32,
    /// The sheets, as JSON.
    pub input: String,
    /// What was wrong, as JSON.
    pub errors: Option<String>,
    requested_by: Option<Uuid>,
    requested_for_post: Option<Uuid>,
    requested_under_charge: Option<Uuid>,
}

impl ImportRow {
    /// Who asked for it.
    pub fn actor(&self) -> Actor {
        Actor {
            person: self.requested_by.map(PersonId),
            post: self.requested_for_post.map(PostId),
            charge: self.requested_under_charge.map(ChargeId),
        }
    }
}

impl<C: ConnectionTrait> Organisation<'_, C> {
    /// A run of the import.
    pub async fn import(&self, id: ImportId) -> Result<Option<ImportRow>, Error> {
        let select = Query::select()
            .columns([
                "id",
                "dry_run",
                "state",
                "done",
                "total",
                "created",
                "updated",
                "unchanged",
                "input",
                "errors",
                "requested_by",
                "requested_for_post",
                "requested_under_charge",
            ])
            .from("imports")
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| ImportRow::from_query_result(&row, "")).transpose()?)
    }
}

impl Organisation<'_, DatabaseTransaction> {
    /// Writes an import that waits for a worker.
    pub async fn insert_import(&self, import: &NewImport<'_>) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("imports")
            .columns([
                "id",
                "dry_run",
                "state",
                "done",
                "total",
                "created",
                "updated",
                "unchanged",
                "input",
                "requested_by",
                "requested_for_post",
                "requested_under_charge",
                "requested_at",
            ])
            .values_panic([
                import.id.0.into(),
                import.dry_run.into(),
                "queued".into(),
                0_i32.into(),
                0_i32.into(),
                0_i32.into(),
                0_i32.into(),
                0_i32.into(),
                import.input.into(),
                import.by.person.map(Uuid::from).into(),
                import.by.post.map(Uuid::from).into(),
                import.by.charge.map(Uuid::from).into(),
                import.at.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Says how far an import is.
    pub async fn import_progress(&self, id: ImportId, state: &str, done: i32, total: i32) -> Result<(), Error> {
        self.update_import(id, |update| {
            update.value("state", state).value("done", done).value("total", total);
        })
        .await
    }

    /// Ends an import that was refused; `errors` is JSON.
    pub async fn import_refused(&self, id: ImportId, errors: &str) -> Result<(), Error> {
        self.update_import(id, |update| {
            update.value("state", "refused").value("errors", errors);
        })
        .await
    }

    /// Ends an import that went through; its sheets are no longer needed.
    pub async fn import_done(&self, id: ImportId, created: i32, updated: i32, unchanged: i32) -> Result<(), Error> {
        self.update_import(id, |update| {
            update
                .value("state", "done")
                .value("done", Expr::col("total"))
                .value("created", created)
                .value("updated", updated)
                .value("unchanged", unchanged)
                .value("input", "{}");
        })
        .await
    }

    async fn update_import(&self, id: ImportId, change: impl FnOnce(&mut UpdateStatement)) -> Result<(), Error> {
        let mut update = Query::update();
        update.table("imports").and_where(Expr::col("id").eq(id.0));
        change(&mut update);
        self.connection.execute(&update).await?;
        Ok(())
    }
}
