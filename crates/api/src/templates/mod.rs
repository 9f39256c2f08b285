//! Templates of the office's own.

mod acts;
mod preview;
mod views;

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of templates.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(views::list_templates)
        .service(acts::create_template)
        .service(views::get_template)
        .service(views::list_template_versions)
        .service(acts::save_template_version)
        .service(views::get_template_version)
        .service(acts::put_template_in_force)
        .service(acts::withdraw_template)
        .service(views::get_built_in_template)
        .service(preview::preview_template);
}
