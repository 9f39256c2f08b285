//! Every route of the office: registered here, and so documented.

use crate::{correspondence, identity, office};
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

/// Registers every route.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(office::healthz)
        .service(office::readyz)
        .service(office::metrics)
        .service(
            scope("/api/v1")
                .configure(identity::configure)
                .configure(correspondence::configure),
        );
}
