//! E-mail that came in for a registry.

mod bytes;
mod deal;
mod mails;

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of mail.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(mails::list_mails)
        .service(mails::get_mail)
        .service(bytes::download_mail)
        .service(bytes::download_mail_paper)
        .service(deal::set_mail_aside)
        .service(deal::bring_mail_back);
}
