//! Words that every capability shares: ids, classification, priority, time, text, refusals.

mod act;
mod code;
mod ids;
mod refusal;
mod text;
mod time;
mod vocabulary;

pub use act::{Act, Warning};
pub use code::PrintedCode;
pub use ids::{
    AuthorityId, CertificateId, ChargeId, CommunicationId, ContactId, DelegationId, DispatchId, DocumentId, DraftId,
    EncryptionKeyId, EntryId, ExportId, FileId, GroupId, HeadId, ImportId, IssueId, MailId, MovementId, NoteId,
    PaperId, PasskeyId, PersonId, PostId, PreparationId, ReceiptId, RemarkId, SessionId, SigningKeyId, TemplateId,
    TemplateVersionId, UnitId, Version,
};
pub(crate) use refusal::refusals;
pub use refusal::{Refusal, RefusalKind};
pub use text::{Line, TextError, clean_line, clean_span, clean_text, fold};
pub use time::{Timestamp, end_of_day, truncate};
pub(crate) use vocabulary::vocabulary;
pub use vocabulary::{Classification, Language, Priority, UnknownWord};
