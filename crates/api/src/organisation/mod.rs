//! Units, posts, persons, charges, delegations.

mod charges;
mod delegations;
mod imports;
mod persons;
mod posts;
mod refs;
mod timeline;
mod units;

pub use refs::{PersonRef, PostRef, UnitRef};

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of the organisation.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(units::list_units)
        .service(units::create_unit)
        .service(units::get_unit)
        .service(units::update_unit)
        .service(units::close_unit)
        .service(posts::list_posts)
        .service(posts::create_post)
        .service(posts::get_post)
        .service(posts::update_post)
        .service(posts::abolish_post)
        .service(timeline::get_post_timeline)
        .service(charges::list_charges)
        .service(charges::appoint)
        .service(charges::transfer_charge)
        .service(charges::end_charge)
        .service(delegations::give_delegation)
        .service(delegations::list_delegations)
        .service(delegations::get_delegation)
        .service(delegations::end_delegation)
        .service(persons::list_persons)
        .service(persons::create_person)
        .service(persons::get_person)
        .service(persons::update_person)
        .service(persons::deactivate_person)
        .service(persons::reactivate_person)
        .service(persons::issue_set_up_link)
        .service(imports::import_organisation)
        // Before `/organisation/imports/{id}`, which would take it for an id.
        .service(imports::get_import_template)
        .service(imports::get_import);
}
