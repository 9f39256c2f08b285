//! Accounts and sessions.

mod cookie;
mod keys;
mod me;
mod origin;
mod session;
mod sessions;
mod set_up;

pub(crate) use keys::get_keys;

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of accounts and sessions.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(session::sign_in)
        .service(session::refresh_session)
        .service(session::sign_out)
        .service(sessions::list_sessions)
        .service(sessions::sign_out_everywhere)
        .service(sessions::revoke_session)
        .service(me::get_me)
        .service(me::update_me)
        .service(me::change_password)
        .service(set_up::check_set_up_link)
        .service(set_up::accept_set_up_link);
}
