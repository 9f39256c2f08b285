//! Drafts for approval.

mod approval;
mod drafts;
mod issue;
mod preview;
mod remarks;
mod schema;
mod texts;
mod views;

pub(crate) use preview::printed;
use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of drafts.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(drafts::list_communications)
        .service(drafts::draft_communication)
        .service(drafts::get_communication)
        .service(drafts::revise_communication)
        .service(drafts::withdraw_communication)
        .service(texts::list_communication_texts)
        .service(texts::get_communication_text)
        .service(remarks::list_remarks)
        .service(remarks::remark_on_communication)
        .service(remarks::decide_suggestion)
        .service(approval::approve_communication)
        .service(approval::prepare_approval)
        .service(preview::preview_communication)
        .service(issue::issue_communication)
        .service(issue::prepare_issue)
        .service(issue::get_issue_proof);
}
