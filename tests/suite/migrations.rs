//! The schema, up and down.

use daftar_testing::{Backend, TestDatabase};
use rstest::rstest;
use sea_orm::{ConnectionTrait, Statement};

/// Everything that the schema consists of, one text for each table, column, index and constraint.
async fn schema(database: &TestDatabase) -> Vec<String> {
    let backend = database.raw.get_database_backend();
    let queries: &[&str] = match backend {
        sea_orm::DbBackend::Sqlite => {
            &["SELECT coalesce(sql, name) FROM sqlite_master WHERE tbl_name <> 'seaql_migrations'"]
        }
        _ => &[
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, ordinal_position) \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'seaql_migrations'",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'seaql_migrations'",
            "SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint \
             WHERE connamespace = 'public'::regnamespace AND conrelid <> 'seaql_migrations'::regclass",
        ],
    };
    let mut found = Vec::new();
    for query in queries {
        let rows = database
            .raw
            .query_all_raw(Statement::from_string(backend, *query))
            .await
            .unwrap();
        found.extend(rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()));
    }
    found.sort();
    found
}

#[rstest]
#[case::sqlite(Backend::Sqlite)]
#[case::postgres(Backend::Postgres)]
#[tokio::test]
async fn up_down_and_up_again_is_the_same_schema(#[case] backend: Backend) {
    let database = TestDatabase::create(backend).await;
    let first = schema(&database).await;
    assert!(first.iter().any(|part| part.contains("ledger_entries")), "{first:?}");
    database.database.migrate_down().await.unwrap();
    assert_eq!(schema(&database).await, Vec::<String>::new());
    database.database.migrate().await.unwrap();
    assert_eq!(schema(&database).await, first);
}
