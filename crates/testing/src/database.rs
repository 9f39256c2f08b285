use daftar_persistence::{Database, DatabaseSettings};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// Which of the two databases a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file in a temporary folder.
    Sqlite,
    /// A database of its own in the cluster of `DAFTAR_TEST_POSTGRES_URL`.
    Postgres,
}

/// A migrated database that belongs to one test.
#[derive(Debug)]
pub struct TestDatabase {
    /// How to reach it.
    pub settings: DatabaseSettings,
    /// Opened.
    pub database: Database,
    /// A connection beside the office's own, to set up what no use case would.
    pub raw: DatabaseConnection,
    _folder: Option<TempDir>,
}

impl TestDatabase {
    /// Makes one.
    pub async fn create(backend: Backend) -> Self {
        let (url, folder) = match backend {
            Backend::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                (format!("sqlite://{}/daftar.db", folder.path().display()), Some(folder))
            }
            Backend::Postgres => (clone_template().await, None),
        };
        let settings = DatabaseSettings { url, connections: 8 };
        let database = Database::connect(&settings)
            .await
            .expect("the test database can be opened");
        database.migrate().await.expect("the test database can be migrated");
        let raw = sea_orm::Database::connect(quiet(&settings.url)).await.unwrap();
        Self {
            settings,
            database,
            raw,
            _folder: folder,
        }
    }
}

fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1);
    options
}

/// The superuser's address of the test cluster. Missing, the tests fail: they would prove nothing.
fn cluster() -> String {
    std::env::var("DAFTAR_TEST_POSTGRES_URL")
        .expect("DAFTAR_TEST_POSTGRES_URL names a PostgreSQL cluster for tests; `make test` starts one")
}

/// The address of another database in the same cluster.
fn in_cluster(cluster: &str, name: &str) -> String {
    let (base, query) = cluster
        .split_once('?')
        .map_or((cluster, ""), |(base, query)| (base, query));
    let server = base.rsplit_once('/').map_or(base, |(server, _)| server);
    if query.is_empty() {
        format!("{server}/{name}")
    } else {
        format!("{server}/{name}?{query}")
    }
}

/// A new database, cloned from a migrated template that the first test of the run makes.
async fn clone_template() -> String {
    let cluster = cluster();
    let admin = sea_orm::Database::connect(quiet(&cluster))
        .await
        .expect("the PostgreSQL cluster answers");
    let name = format!("test_{}", Uuid::new_v4().simple());
    // Every test is a process of its own, so they queue on a lock of the cluster.
    run(&admin, "SELECT pg_advisory_lock(7236452)").await;
    let template = std::env::var("DAFTAR_TEST_TEMPLATE").unwrap_or_else(|_| "daftar_template".to_owned());
    let found = admin
        .query_one_raw(statement(&format!(
            "SELECT 1 FROM pg_database WHERE datname = '{template}'"
        )))
        .await
        .unwrap();
    if found.is_none() {
        run(&admin, &format!("CREATE DATABASE {template}_making")).await;
        let settings = DatabaseSettings {
            url: in_cluster(&cluster, &format!("{template}_making")),
            connections: 2,
        };
        let database = Database::connect(&settings).await.unwrap();
        database.migrate().await.unwrap();
        database.close().await.unwrap();
        run(
            &admin,
            &format!("ALTER DATABASE {template}_making RENAME TO {template}"),
        )
        .await;
    }
    run(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    run(&admin, "SELECT pg_advisory_unlock(7236452)").await;
    admin.close().await.unwrap();
    in_cluster(&cluster, &name)
}

fn statement(sql: &str) -> sea_orm::Statement {
    sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, sql)
}

async fn run(connection: &DatabaseConnection, sql: &str) {
    connection.execute_raw(statement(sql)).await.expect(sql);
}
