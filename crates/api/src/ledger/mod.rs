//! The ledger: entries, proofs and checkpoints for auditors; the latest checkpoint and the tree's hashes for everybody.

mod checkpoints;
mod entries;
mod proofs;
mod tiles;
mod timeline;
mod verifications;

pub(crate) use proofs::{LedgerEvidence, base64};
pub(crate) use tiles::{get_checkpoint, get_entry_bundle, get_tile};
pub(crate) use timeline::{ReadTimeline, TimelinePage};

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of the ledger below `/api/v1`.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(entries::list_ledger_entries)
        .service(proofs::get_ledger_evidence)
        .service(proofs::get_ledger_inclusion)
        .service(entries::get_ledger_entry)
        .service(proofs::get_ledger_consistency)
        .service(checkpoints::list_ledger_checkpoints)
        .service(checkpoints::get_ledger_status)
        .service(verifications::list_ledger_verifications)
        .service(verifications::verify_ledger);
}
