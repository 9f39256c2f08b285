//! Who has the file. Exactly one post does, in every state.

use super::{FileState, FilingRefusal, ForwardAction};
use crate::desk;
use crate::office::{FileId, PostId, Priority, Timestamp};

/// A file on a post's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Holding {
    /// The post that has it.
    pub post: PostId,
    /// Since when.
    pub since: Timestamp,
    /// When it should have moved on.
    pub due_at: Timestamp,
    /// When the holder first looked at it; from then on it is not pulled back.
    pub opened_at: Option<Timestamp>,
    /// Who sent it there; `None` on the desk where it was opened.
    pub sender: Option<PostId>,
    /// What the holder was asked for.
    pub action: Option<ForwardAction>,
}

/// Where the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Custody {
    /// Work on a desk.
    WithPost {
        /// The desk.
        holding: Holding,
        /// The desk that it came from, as it was: a pull-back restores it, clock and all, so that
        /// sending a file away and taking it back wins nobody time.
        before: Option<Holding>,
    },
    /// Laid aside by the holder; counts as on the desk again from `until` on.
    Parked {
        /// The desk.
        holding: Holding,
        /// The moment at which it comes back by itself.
        until: Timestamp,
    },
    /// At rest with the post that closed it.
    Closed {
        /// The post that closed it.
        post: PostId,
        /// When.
        at: Timestamp,
    },
    /// A part that went back into its main file.
    Merged {
        /// The main file.
        into: FileId,
        /// The post that merged it.
        post: PostId,
        /// When.
        at: Timestamp,
    },
}

impl Custody {
    /// The one post that has the file.
    pub fn post(&self) -> PostId {
        match self {
            Self::WithPost { holding, .. } | Self::Parked { holding, .. } => holding.post,
            Self::Closed { post, .. } | Self::Merged { post, .. } => *post,
        }
    }

    /// Since when that post has it.
    pub fn since(&self) -> Timestamp {
        match self {
            Self::WithPost { holding, .. } | Self::Parked { holding, .. } => holding.since,
            Self::Closed { at, .. } | Self::Merged { at, .. } => *at,
        }
    }

    /// The holding, while the file is somebody's work.
    pub fn holding(&self) -> Option<&Holding> {
        match self {
            Self::WithPost { holding, .. } | Self::Parked { holding, .. } => Some(holding),
            Self::Closed { .. } | Self::Merged { .. } => None,
        }
    }

    /// Whether the file was sent to a post that has not opened it: until then its sender may take it back, as one that
    /// nobody there has read.
    pub fn waits_unopened_with(&self, post: PostId) -> bool {
        match self {
            Self::WithPost { holding, before } => {
                holding.post == post && before.is_some() && holding.opened_at.is_none()
            }
            _ => false,
        }
    }

    /// The state as lists show it.
    pub fn state(&self) -> FileState {
        match self {
            Self::WithPost { .. } | Self::Parked { .. } => FileState::Open,
            Self::Closed { .. } => FileState::Closed,
            Self::Merged { .. } => FileState::Merged,
        }
    }

    /// The custody as it is at `now`: what was parked until an earlier moment is back on its desk,
    /// with its own due time if that is still to come, else with the time that its priority allows.
    #[must_use]
    pub fn at(self, now: Timestamp, priority: Priority) -> Self {
        match self {
            Self::Parked { holding, until } if until <= now => Self::WithPost {
                holding: resumed(holding, until, priority),
                before: None,
            },
            other => other,
        }
    }

    /// The holding, when `post` may work on it now.
    pub(super) fn on_desk_of(self, post: PostId) -> Result<(Holding, Option<Holding>), FilingRefusal> {
        match self {
            Self::WithPost { holding, before } if holding.post == post => Ok((holding, before)),
            Self::Parked { holding, .. } if holding.post == post => Err(FilingRefusal::Parked),
            Self::WithPost { .. } | Self::Parked { .. } => Err(FilingRefusal::NotWithYou),
            Self::Closed { .. } => Err(FilingRefusal::Closed),
            Self::Merged { .. } => Err(FilingRefusal::Merged),
        }
    }
}

/// A desk's work taken up again at `at` after it was laid aside.
pub(super) fn resumed(holding: Holding, at: Timestamp, priority: Priority) -> Holding {
    let due_at = if holding.due_at > at {
        holding.due_at
    } else {
        desk::due_at(at, None, priority)
    };
    Holding {
        since: at,
        due_at,
        ..holding
    }
}
