//! What was issued, and how it reaches those to whom it is written.

mod acts;
mod issues;
mod lists;
mod views;

use utoipa_actix_web::service_config::ServiceConfig;
pub(crate) use views::{CameBy, InReplyTo, IssueReply};

/// Registers the routes of dispatch.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(lists::list_dispatches)
        .service(lists::get_dispatch)
        .service(lists::get_dispatch_document)
        .service(lists::list_communication_dispatches)
        .service(acts::dispatch_letter)
        .service(acts::acknowledge_dispatch)
        .service(acts::return_dispatch)
        .service(acts::retry_dispatch)
        .service(issues::export_issues)
        .service(issues::list_issues);
}
