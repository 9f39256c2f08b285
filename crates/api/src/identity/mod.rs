//! Accounts and sessions.

mod approvals;
mod cookie;
mod factors;
mod keys;
mod me;
mod notices;
mod origin;
mod passkeys;
mod second_factor;
mod session;
mod sessions;
mod set_up;
mod webauthn;
mod who;

pub(crate) use keys::get_keys;
pub(crate) use origin::origin;
pub(crate) use webauthn::PasskeyAssertion;

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of accounts and sessions.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(session::sign_in)
        .service(session::refresh_session)
        .service(session::sign_out)
        .service(second_factor::second_factor_options)
        .service(second_factor::finish_sign_in)
        .service(second_factor::factor_options)
        .service(second_factor::prove_factor)
        .service(second_factor::passkey_sign_in_options)
        .service(second_factor::sign_in_with_passkey)
        .service(sessions::list_sessions)
        .service(sessions::sign_out_everywhere)
        .service(sessions::revoke_session)
        .service(me::get_me)
        .service(me::update_me)
        .service(me::change_password)
        .service(factors::get_my_factors)
        .service(factors::offer_totp)
        .service(factors::confirm_totp)
        .service(factors::remove_totp)
        .service(factors::renew_recovery_codes)
        .service(passkeys::passkey_options)
        .service(passkeys::enrol_passkey)
        .service(passkeys::rename_passkey)
        .service(passkeys::revoke_my_passkey)
        .service(notices::list_my_notices)
        .service(notices::acknowledge_notices)
        .service(crate::signing::list_my_signatures)
        .service(approvals::list_passkeys)
        .service(approvals::approve_passkey)
        .service(approvals::revoke_passkey)
        .service(approvals::reset_factors)
        .service(set_up::check_set_up_link)
        .service(set_up::accept_set_up_link);
}
