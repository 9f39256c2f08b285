//! The address book: contacts and groups.

mod contacts;
mod groups;

use daftar_application::Cursor;
use daftar_application::addresses::EntryList;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of the address book.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(contacts::list_contacts)
        .service(contacts::create_contact)
        .service(contacts::get_contact)
        .service(contacts::update_contact)
        .service(contacts::deactivate_contact)
        .service(contacts::reactivate_contact)
        .service(groups::list_address_groups)
        .service(groups::create_address_group)
        .service(groups::get_address_group)
        .service(groups::update_address_group)
        .service(groups::list_address_group_members)
        .service(groups::deactivate_address_group)
        .service(groups::reactivate_address_group);
}

/// Which entries are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct EntryQuery {
    /// Words of name, address or e-mail, in either script; each must be found.
    query: Option<String>,
    /// Deactivated ones too.
    #[serde(default)]
    include_deactivated: bool,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// Rows of a page; 50 when nothing is said.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u64>,
}

impl From<EntryQuery> for EntryList {
    fn from(query: EntryQuery) -> Self {
        Self {
            query: query.query,
            include_deactivated: query.include_deactivated,
            cursor: query.cursor.map(Cursor),
            limit: crate::http::limit(query.limit, 50, 200),
        }
    }
}
