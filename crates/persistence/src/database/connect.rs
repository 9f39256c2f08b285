//! Opening the database: one writer and several readers on `SQLite`, one pool on `PostgreSQL`.

use super::error::Error;
use super::tx::Tx;
use daftar_migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
};
use std::time::Duration;

/// How to reach the database.
#[derive(Debug, Clone)]
pub struct DatabaseSettings {
    /// `sqlite://path/to/daftar.db` or `postgres://user:password@host/database`.
    pub url: String,
    /// Connections of a pool, at most.
    pub connections: u32,
}

/// The database of the office.
#[derive(Debug, Clone)]
pub struct Database {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
}

/// Any number that all nodes agree on: the advisory lock under which migrations run on `PostgreSQL`.
const MIGRATION_LOCK: i64 = 0x0064_6166_7461_7231;

impl Database {
    /// Connects. On `SQLite` the file is made when missing, with WAL, full synchronisation and foreign keys on.
    pub async fn connect(settings: &DatabaseSettings) -> Result<Self, Error> {
        if settings.url.starts_with("sqlite:") {
            let writer = sea_orm::Database::connect(sqlite_options(settings, 1)).await?;
            let reader = sea_orm::Database::connect(sqlite_options(settings, settings.connections)).await?;
            return Ok(Self { writer, reader });
        }
        let pool = sea_orm::Database::connect(postgres_options(settings)).await?;
        Ok(Self {
            writer: pool.clone(),
            reader: pool,
        })
    }

    /// Brings the schema up to date. Several nodes may start at once: on `PostgreSQL` they queue for a lock.
    pub async fn migrate(&self) -> Result<(), Error> {
        if self.writer.get_database_backend() != DbBackend::Postgres {
            return Ok(Migrator::up(&self.writer, None).await?);
        }
        // The advisory lock belongs to the transaction's connection and is released with it.
        let guard = self.writer.begin().await?;
        guard
            .execute_raw(Statement::from_string(
                DbBackend::Postgres,
                format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"),
            ))
            .await?;
        let done = Migrator::up(&self.writer, None).await;
        guard.commit().await?;
        Ok(done?)
    }

    /// Takes the schema down again, for tests of the migrations.
    pub async fn migrate_down(&self) -> Result<(), Error> {
        Ok(Migrator::down(&self.writer, None).await?)
    }

    /// Begins a transaction that may write. On `SQLite` it takes the one writer's place at once: a transaction
    /// that reads first and asks for the lock later would fail as busy under load.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Tx::new(self.writer.begin_with_options(options).await?))
    }

    /// Begins a transaction that sees the office as it is now, whatever happens meanwhile; for long reads.
    pub async fn snapshot(&self) -> Result<Tx, Error> {
        let options = TransactionOptions {
            isolation_level: (self.reader.get_database_backend() == DbBackend::Postgres)
                .then_some(IsolationLevel::RepeatableRead),
            ..TransactionOptions::default()
        };
        Ok(Tx::new(self.reader.begin_with_options(options).await?))
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), Error> {
        Ok(self.reader.ping().await?)
    }

    /// The connection for reads outside a transaction.
    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Closes all connections.
    pub async fn close(&self) -> Result<(), DbErr> {
        self.reader.clone().close().await?;
        self.writer.clone().close().await
    }
}

fn common(settings: &DatabaseSettings, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(settings.url.clone());
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .test_before_acquire_if_idle_for(Duration::from_secs(30))
        .sqlx_logging(false);
    options
}

fn sqlite_options(settings: &DatabaseSettings, connections: u32) -> ConnectOptions {
    use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
    let mut options = common(settings, connections);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10))
    });
    options
}

fn postgres_options(settings: &DatabaseSettings) -> ConnectOptions {
    let mut options = common(settings, settings.connections);
    options.set_application_name("daftar");
    options.map_sqlx_postgres_opts(|postgres| {
        postgres.options([("jit", "off"), ("plan_cache_mode", "force_generic_plan")])
    });
    options
}
