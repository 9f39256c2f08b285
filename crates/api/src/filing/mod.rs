//! Files, notes, movements, heads.

mod access;
mod body;
mod drafts;
mod exports;
mod files;
mod heads;
mod lifecycle;
mod movements;
mod notes;
mod papers;
mod timeline;
mod views;

pub(crate) use views::{FileNumberRef, FileRef};

use utoipa_actix_web::service_config::ServiceConfig;

/// Registers the routes of files.
pub(crate) fn configure(config: &mut ServiceConfig) {
    config
        .service(files::list_files)
        .service(files::list_similar_files)
        .service(files::open_file)
        .service(files::get_file)
        .service(files::update_file)
        .service(files::record_opening)
        .service(access::list_file_access)
        .service(notes::list_notes)
        .service(notes::submit_note)
        .service(notes::prepare_note)
        .service(crate::signing::get_note_evidence)
        .service(drafts::get_draft_note)
        .service(drafts::save_draft_note)
        .service(drafts::discard_draft_note)
        .service(drafts::put_up_draft_note)
        .service(drafts::list_put_up_draft_notes)
        .service(papers::list_papers)
        .service(papers::add_paper)
        .service(papers::put_receipt_on_file)
        .service(movements::list_movements)
        .service(timeline::get_file_timeline)
        .service(exports::export_file)
        .service(exports::list_file_exports)
        .service(exports::download_export_book)
        .service(exports::download_export_archive)
        .service(movements::forward_file)
        .service(movements::return_file)
        .service(movements::prepare_return)
        .service(movements::pull_back_file)
        .service(movements::park_file)
        .service(movements::resume_file)
        .service(movements::get_channel)
        .service(lifecycle::close_file)
        .service(lifecycle::prepare_closure)
        .service(lifecycle::reopen_file)
        .service(lifecycle::open_part)
        .service(lifecycle::merge_part)
        .service(lifecycle::open_volume)
        .service(lifecycle::link_file)
        .service(lifecycle::unlink_file)
        .service(heads::list_heads)
        .service(heads::create_head)
        .service(heads::update_head)
        .service(heads::close_head);
}
