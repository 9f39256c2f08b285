//! The schema, as migrations that go up and down on `SQLite` and `PostgreSQL` alike.
//!
//! Migrations never import entities, so that old ones keep compiling when the entities move on.

pub use sea_orm_migration::prelude::MigratorTrait;
use sea_orm_migration::prelude::*;

mod columns;
mod m0001_organisation;
mod m0002_core;
mod m0003_correspondence;
mod m0004_filing;
mod m0005_desk;
mod m0006_own_cases;
mod m0007_ledger_tree;
mod m0008_factors;
mod m0009_officer_keys;
mod m0010_witnesses;
mod m0011_signatures;
mod m0012_delegations;
mod m0013_verifications;
mod m0014_drafting;
mod m0015_certificates;
mod m0016_issues;
mod m0017_enquiry;
mod m0018_dispatches;
mod m0019_addresses;
mod m0020_exports;
mod m0021_mail;
mod m0022_mailing;
mod m0023_templates;

/// All migrations, in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_organisation::Migration),
            Box::new(m0002_core::Migration),
            Box::new(m0003_correspondence::Migration),
            Box::new(m0004_filing::Migration),
            Box::new(m0005_desk::Migration),
            Box::new(m0006_own_cases::Migration),
            Box::new(m0007_ledger_tree::Migration),
            Box::new(m0008_factors::Migration),
            Box::new(m0009_officer_keys::Migration),
            Box::new(m0010_witnesses::Migration),
            Box::new(m0011_signatures::Migration),
            Box::new(m0012_delegations::Migration),
            Box::new(m0013_verifications::Migration),
            Box::new(m0014_drafting::Migration),
            Box::new(m0015_certificates::Migration),
            Box::new(m0016_issues::Migration),
            Box::new(m0017_enquiry::Migration),
            Box::new(m0019_addresses::Migration),
            Box::new(m0018_dispatches::Migration),
            Box::new(m0020_exports::Migration),
            Box::new(m0021_mail::Migration),
            Box::new(m0022_mailing::Migration),
            Box::new(m0023_templates::Migration),
        ]
    }
}
