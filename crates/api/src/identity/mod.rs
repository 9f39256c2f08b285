//! Accounts and sessions.

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of accounts and sessions.
pub(crate) fn configure(_config: &mut ServiceConfig) {}
