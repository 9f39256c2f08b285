//! The lists of words of filing.

use crate::http::words;
use daftar_domain::filing;

words! {
    /// What the receiver of a file is asked for.
    ForwardAction = filing::ForwardAction;
    /// Why a file goes back.
    FileReturnReason = filing::ReturnReason;
    /// One sort of step in a history.
    MovementKind = filing::MovementKind;
    /// What an entry of the note portion is.
    NoteKind = filing::NoteKind;
    /// Where a paper came from.
    PaperDirection = filing::PaperDirection;
    /// The state of a file.
    FileState = filing::FileState;
    /// Something that the acting officer can do with a file now.
    FilePermission = filing::FileAbility;
    /// Why a post is offered as the next.
    ChannelReason = filing::ChannelReason;
}
