//! Shorthands that keep the migrations readable.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{uuid, uuid_null};
use sea_orm_migration::sea_orm::{DbBackend, Statement};

/// `column` refers to `table.id`; rows that are referred to are never deleted.
pub(crate) fn references(from: &'static str, column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(from, column)
        .to(table, "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}

/// A required id.
pub(crate) fn id(name: &'static str) -> ColumnDef {
    uuid(name)
}

/// An optional id.
pub(crate) fn id_null(name: &'static str) -> ColumnDef {
    uuid_null(name)
}

/// The primary key of most tables: a `UUIDv7`.
pub(crate) fn key() -> ColumnDef {
    uuid("id").primary_key().take()
}

/// An index over some columns of a table, named after both.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// A unique index over some columns of a table.
pub(crate) fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = index(table, columns);
    index.name(format!("ux_{table}_{}", columns.join("_"))).unique();
    index
}

/// Drops tables in the order given.
pub(crate) async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(*table).to_owned()).await?;
    }
    Ok(())
}

/// Lets the database refuse to change or delete rows of a table (rule 1), also by a mistake of ours.
pub(crate) async fn forbid_changes(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    forbid_changes_where(manager, table, "true").await
}

/// As [`forbid_changes`], for the rows that `condition` holds of; it speaks of `OLD`.
pub(crate) async fn forbid_changes_where(
    manager: &SchemaManager<'_>,
    table: &str,
    condition: &str,
) -> Result<(), DbErr> {
    let backend = manager.get_database_backend();
    let statements = if backend == DbBackend::Postgres {
        vec![
            "CREATE OR REPLACE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME; END $$"
                .to_owned(),
            format!(
                "CREATE TRIGGER {table}_stay BEFORE UPDATE OR DELETE ON {table} \
                 FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION forbid_change()"
            ),
        ]
    } else {
        ["UPDATE", "DELETE"]
            .map(|verb| {
                format!(
                    "CREATE TRIGGER {table}_stay_{} BEFORE {verb} ON {table} WHEN {condition} \
                     BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END",
                    verb.to_lowercase()
                )
            })
            .to_vec()
    };
    for sql in statements {
        manager
            .get_connection()
            .execute_raw(Statement::from_string(backend, sql))
            .await?;
    }
    Ok(())
}
