//! Files: opened, noted upon, moved, parked, closed, found again.

mod amend;
mod docket;
mod drafts;
mod export;
mod forward;
mod give_back;
mod heads;
mod lifecycle;
mod links;
mod list;
mod look;
mod notes;
mod office_copy;
mod open;
mod papers;
mod park;
mod parts;
mod pull_back;
mod read;
mod sight;
mod signatures;
mod taken;
mod timeline;

pub use amend::update_file;
pub use daftar_persistence::filing::{ExportRow, FileLine, FileName, FileScope, MovementRow, NoteRow, PaperRow};
pub use docket::{PutOnFile, put_receipt_on_file};
pub use drafts::{Draft, PutUp, discard_draft, get_draft, list_put_up_drafts, put_up_draft, save_draft};
pub(crate) use export::{EXPORT_JOB, give_up as give_up_export, make_export};
pub use export::{ExportContent, ExportPart, export_content, file_exports, forget_exports, request_export};
pub use forward::{ForwardFile, forward_file};
pub use give_back::{ReturnFile, prepare_return, return_file};
pub use heads::{NewHead, close_head, create_head, list_heads, update_head};
pub use lifecycle::{close_file, prepare_closure, reopen_file};
pub use links::{link_file, unlink_file};
pub use list::{FileList, ListedFile, list_files, similar_files};
pub use look::record_opening;
pub use notes::{SubmitNote, prepare_note, submit_note};
pub(crate) use office_copy::{NewCopy, office_copy};
pub use open::{NewFile, open_file};
pub use papers::{NewPaper, add_paper};
pub use park::{park_file, resume_file};
pub use parts::{merge_part, open_part, open_volume};
pub use pull_back::pull_back_file;
pub use read::{
    ChannelPost, FileDetail, MovementDetail, NoteDetail, PaperDetail, channel, file_detail, list_movements, list_notes,
    list_papers,
};
pub(crate) use read::{must_be_opened, readable};
pub use sight::{SightDetail, list_file_access};
pub use signatures::{SignatureView, note_evidence};
pub use taken::On;
pub use timeline::file_timeline;
