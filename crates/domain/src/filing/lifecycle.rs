//! The life of a file as a whole: close, reopen, parts, volumes, links.

use super::file::{on_own_desk, remark, subject};
use super::note::{Docket, NoteContent, NoteStamp};
use super::{Custody, File, FilingRefusal, Moved, MovementKind, Note};
use crate::access::Officer;
use crate::ledger::{Event, EventKind};
use crate::office::{FileId, TextError, Timestamp, Version, clean_text};
use serde_json::json;

/// What comes of opening a part or a volume: the file that it belongs to, the new one, their acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The main file or the earlier volume, changed.
    pub origin: File,
    /// What happened to it.
    pub origin_event: Event,
    /// The new file's first step.
    pub opened: Moved,
}

/// What comes of opening a volume: the earlier volume is closed by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextVolume {
    /// The earlier volume, closed.
    pub earlier: Moved,
    /// The new volume.
    pub opened: Moved,
}

/// What comes of merging a part: both files, the docket that the main file keeps of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merger {
    /// The part, at rest.
    pub part: Moved,
    /// The main file.
    pub main: File,
    /// The docket on the main file, with its own paragraph.
    pub docket: Note,
    /// The main file's act.
    pub main_event: Event,
}

impl File {
    /// Closes the file. `open_parts` counts its parts that are still on their way.
    pub fn close(
        self,
        open_parts: u64,
        text: Option<&str>,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Moved, FilingRefusal> {
        self.come_to_rest(EventKind::FileClosed, open_parts, text, by, now)
    }

    /// Brings the file to rest, by what the ledger is told as `kind`.
    fn come_to_rest(
        self,
        kind: EventKind,
        open_parts: u64,
        text: Option<&str>,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Moved, FilingRefusal> {
        let mut file = self.at(now);
        file.custody.clone().on_desk_of(by.post)?;
        if open_parts > 0 {
            return Err(FilingRefusal::PartsOpen);
        }
        let remark = remark(text)?;
        file.custody = Custody::Closed { post: by.post, at: now };
        let mut movement = file.step(MovementKind::Closed, Some(by.post), None, by, now);
        movement.remark = remark;
        Ok(file.moved(kind, movement))
    }

    /// Reopens a closed file on the desk of the officer, for a reason that the history keeps.
    pub fn reopen(self, reason: &str, by: &Officer, now: Timestamp) -> Result<Moved, FilingRefusal> {
        let Custody::Closed { post, .. } = self.custody else {
            return Err(FilingRefusal::NotClosed);
        };
        let reason = clean_text(reason, 1000).map_err(|error| match error {
            TextError::Empty => FilingRefusal::ReasonEmpty,
            TextError::TooLong => FilingRefusal::ReasonTooLong,
            TextError::Forbidden => FilingRefusal::ReasonForbidden,
        })?;
        if self.concerns == Some(by.person) {
            return Err(FilingRefusal::OwnCase);
        }
        let mut file = self;
        // A case that was closed has met or missed its due date; reopened work gets its priority's time.
        file.due_on = None;
        file.custody = on_own_desk(by.post, None, file.priority, now);
        let mut movement = file.step(MovementKind::Reopened, Some(post), Some(by.post), by, now);
        movement.remark = Some(reason);
        Ok(file.moved(EventKind::FileReopened, movement))
    }

    /// Opens a part that moves on its own while the main file is away. It starts on the desk of
    /// the officer, under the main file's number, with its own paragraphs and pages.
    pub fn open_part(
        self,
        id: FileId,
        part_subject: Option<&str>,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Opened, FilingRefusal> {
        let mut main = self;
        main.is_open()?;
        if main.main_file.is_some() {
            return Err(FilingRefusal::PartOfPart);
        }
        main.parts += 1;
        main.version = main.version.next();
        let part = Self {
            id,
            number: format!("{}/Part-{}", main.number, main.parts),
            subject: part_subject.map_or_else(|| Ok(main.subject.clone()), subject)?,
            main_file: Some(main.id),
            custody: on_own_desk(by.post, None, main.priority, now),
            due_on: None,
            ..main.blank(now)
        };
        let origin_event = main.event(
            EventKind::PartOpened,
            json!({"part": id, "number": part.number, "post": by.post}),
        );
        Ok(Opened {
            origin: main,
            origin_event,
            opened: part.opened(None, by, now),
        })
    }

    /// Merges this part into its main file. Both must be on the officer's desk. The part keeps its
    /// notes and papers under their own numbers (rule 2); the main file dockets that they are there.
    pub fn merge_part(
        self,
        main: Self,
        docket: NoteStamp,
        by: &Officer,
        now: Timestamp,
    ) -> Result<Merger, FilingRefusal> {
        if self.main_file != Some(main.id) {
            return Err(FilingRefusal::NotAPart);
        }
        let mut part = self.at(now);
        part.custody.clone().on_desk_of(by.post)?;
        let main = main.at(now);
        main.custody
            .clone()
            .on_desk_of(by.post)
            .map_err(|_| FilingRefusal::MainFileAway)?;
        part.custody = Custody::Merged {
            into: main.id,
            post: by.post,
            at: now,
        };
        let entry = Docket {
            receipt: None,
            paper: None,
            diary_number: None,
            subject: part.number.clone(),
            page_first: None,
            page_last: None,
            remark: None,
        };
        let attachments = part.last_digest.clone().into_iter().collect();
        let mut main = main;
        main.classification = main.classification.max(part.classification);
        main.concerns = main.concerning(part.concerns)?;
        let (main, note) = main.minute(docket, NoteContent::Docket(entry), 1, attachments, by, now)?;
        let main_event = main.event(EventKind::PartMerged, json!({"part": part.id, "note": note.facts()}));
        let movement = part.step(MovementKind::Merged, Some(by.post), None, by, now);
        Ok(Merger {
            part: part.moved(EventKind::FileMerged, movement),
            main,
            docket: note,
            main_event,
        })
    }

    /// Opens the next volume on the officer's desk and closes this one. `later` says whether there is one already.
    pub fn open_volume(
        self,
        id: FileId,
        later: bool,
        open_parts: u64,
        by: &Officer,
        now: Timestamp,
    ) -> Result<NextVolume, FilingRefusal> {
        if later {
            return Err(FilingRefusal::LaterVolume);
        }
        if self.main_file.is_some() {
            return Err(FilingRefusal::PartOfPart);
        }
        let volume = self.volume + 1;
        let base = self
            .number
            .strip_suffix(&format!("/Vol-{}", self.volume))
            .unwrap_or(&self.number);
        let next = Self {
            id,
            number: format!("{base}/Vol-{volume}"),
            volume,
            first_volume: Some(self.first_volume.unwrap_or(self.id)),
            custody: on_own_desk(by.post, self.due_on, self.priority, now),
            ..self.blank(now)
        };
        // Nothing is decided with it, so that it is no closing, which somebody would sign.
        let earlier = self.come_to_rest(EventKind::FileContinued, open_parts, None, by, now)?;
        Ok(NextVolume {
            earlier,
            opened: next.opened(None, by, now),
        })
    }

    /// Links another file that the officer sees. Links go both ways.
    pub fn link(self, other: FileId, by: &Officer, now: Timestamp) -> Result<(Self, Event), FilingRefusal> {
        if other == self.id {
            return Err(FilingRefusal::LinkToSelf);
        }
        let mut file = self.at(now);
        file.custody.clone().on_desk_of(by.post)?;
        file.version = file.version.next();
        let event = file.event(EventKind::FileLinked, json!({"other": other}));
        Ok((file, event))
    }

    /// Takes a link away again.
    pub fn unlink(self, other: FileId, by: &Officer, now: Timestamp) -> Result<(Self, Event), FilingRefusal> {
        let mut file = self.at(now);
        file.custody.clone().on_desk_of(by.post)?;
        file.version = file.version.next();
        let event = file.event(EventKind::FileUnlinked, json!({"other": other}));
        Ok((file, event))
    }

    /// Refuses what is at rest.
    fn is_open(&self) -> Result<(), FilingRefusal> {
        match self.custody {
            Custody::WithPost { .. } | Custody::Parked { .. } => Ok(()),
            Custody::Closed { .. } => Err(FilingRefusal::Closed),
            Custody::Merged { .. } => Err(FilingRefusal::Merged),
        }
    }

    /// A file like this one with nothing in it yet.
    fn blank(&self, now: Timestamp) -> Self {
        Self {
            parts: 0,
            last_paragraph: 0,
            last_page: 0,
            notes: 0,
            papers: 0,
            movements: 0,
            last_digest: None,
            noting_posts: Vec::new(),
            opened_at: now,
            version: Version::FIRST,
            ..self.clone()
        }
    }
}
