//! Documents and receipts.

mod correct;
mod diarise;
mod document;
mod download;
mod handle;
mod mark;
mod movements;
mod page_image;
mod receipt;
mod register;
mod timeline;
mod upload;

pub(crate) use document::Document;
use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of documents and receipts.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(upload::upload_document)
        .service(document::get_document)
        .service(download::download_document)
        .service(page_image::get_page_image)
        .service(diarise::diarise_receipt)
        .service(register::list_receipts)
        // Before `/receipts/{id}`, which would take it for an id.
        .service(register::export_diary)
        .service(receipt::get_receipt)
        .service(correct::correct_receipt)
        .service(movements::list_receipt_movements)
        .service(timeline::get_receipt_timeline)
        .service(mark::mark_receipt)
        .service(handle::accept_receipt)
        .service(handle::return_receipt)
        .service(handle::dispose_receipt)
        .service(handle::reopen_receipt);
}
