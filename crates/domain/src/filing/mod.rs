//! Files: numbering, custody, notes, correspondence, movements.
//!
//! A transition consumes the file and returns it with the step and the act, or a
//! [`FilingRefusal`]. Custody carries its data, so that a parked file without a date or a closed
//! file with a due time cannot be written down.

mod body;
mod channel;
mod custody;
mod export;
mod file;
mod head;
mod lifecycle;
mod movement;
mod note;
mod number;
mod paper;
#[cfg(test)]
mod properties;
mod refusal;
mod sight;
mod standing;
#[cfg(test)]
mod tests;
mod transfer;
mod words;

pub use body::{Direction, MOST_CHARACTERS, MOST_PARAGRAPHS, NoteBody, Paragraph, Reference, ReferenceTarget, Span};
pub use channel::{ChannelReason, Line, usual_channel};
pub use custody::{Custody, Holding};
pub use export::{EXPORT_DAYS, ExportFailure, ExportState, Exported, export_file};
pub use file::{Amendment, File, Moved, OpenFile};
pub use head::{Head, HeadTitles, OpenHead};
pub use lifecycle::{Merger, NextVolume, Opened};
pub use movement::{Movement, held_seconds};
pub use note::{
    Author, Docket, Minute, NOTING_OFFICERS, Note, NoteContent, NoteStamp, SECRETARY_GRADE, Signed,
    many_noting_officers,
};
pub use number::{DEFAULT_TEMPLATE, HeadCode, NumberTemplate, Place, TemplateError, office_year};
pub use paper::{AddPaper, Added, Paper, PaperDocument, PaperReceipt, VOLUME_PAGES};
pub use refusal::FilingRefusal;
pub use sight::{Granted, Onlooker, Reason, Sight, SightCause};
pub use standing::FileAbility;
pub use transfer::{Forward, Target};
pub use words::{FileState, ForwardAction, MovementKind, NoteKind, PaperDirection, ReturnReason};
