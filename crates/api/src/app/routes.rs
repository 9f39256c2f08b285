//! Every route of the office: registered here, and so documented.

use crate::{
    addresses, certificates, correspondence, desk, dispatch, drafting, enquiry, filing, identity, ledger, mail, office,
    organisation, templates,
};
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

/// Registers every route.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(office::healthz)
        .service(office::readyz)
        .service(office::metrics)
        .service(identity::get_keys)
        .service(ledger::get_checkpoint)
        // Before the tiles, whose address has a place for any word.
        .service(ledger::get_entry_bundle)
        .service(ledger::get_tile)
        .service(
            scope("/api/v1")
                .configure(identity::configure)
                .configure(organisation::configure)
                .configure(correspondence::configure)
                .configure(mail::configure)
                .configure(filing::configure)
                .configure(drafting::configure)
                .configure(dispatch::configure)
                .configure(addresses::configure)
                .configure(templates::configure)
                .configure(desk::configure)
                .configure(ledger::configure)
                .configure(certificates::configure)
                .configure(enquiry::configure),
        );
}
