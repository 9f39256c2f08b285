//! A file, and how it is opened, amended and looked at.

use super::custody::Holding;
use super::movement::Movement;
use super::{Custody, FilingRefusal, MovementKind, VOLUME_PAGES};
use crate::access::Officer;
use crate::desk;
use crate::ledger::{Event, EventKind, Module, Numbered, SubjectKind};
use crate::office::{
    Classification, FileId, HeadId, PersonId, PostId, Priority, TextError, Timestamp, UnitId, Version, Warning,
    clean_line, clean_text,
};
use crate::signing::{Purpose, Statement};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// A file: one subject, one number, exactly one post in custody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// Its official number.
    pub number: String,
    /// The section that owns it.
    pub unit: UnitId,
    /// The head, or the sub-head where there is one, under which it is indexed.
    pub head: HeadId,
    /// What it is about.
    pub subject: String,
    /// How closely it is held; only ever raised (rule 17).
    pub classification: Classification,
    /// Its priority label.
    pub priority: Priority,
    /// The day by which the case as a whole is due.
    pub due_on: Option<NaiveDate>,
    /// The person whose own service it is about (rule 6).
    pub concerns: Option<PersonId>,
    /// The main file, for a part.
    pub main_file: Option<FileId>,
    /// The first volume, for a later one.
    pub first_volume: Option<FileId>,
    /// Which volume it is, from 1.
    pub volume: i32,
    /// How many parts were opened so far; numbers the next one.
    pub parts: i32,
    /// The last paragraph of the note portion (rule 2: numbers continue and are never reused).
    pub last_paragraph: i32,
    /// The last page of the correspondence portion.
    pub last_page: i32,
    /// How many entries the note portion has.
    pub notes: i32,
    /// How many papers the correspondence portion has.
    pub papers: i32,
    /// How many steps the history has.
    pub movements: i32,
    /// The digest of the last entry of the note portion; the next one names it.
    pub last_digest: Option<String>,
    /// Posts below the secretary that have noted, at most three: rule 7 asks for no more.
    pub noting_posts: Vec<PostId>,
    /// Where it is.
    pub custody: Custody,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// How often it changed.
    pub version: Version,
}

/// What opening a file takes, after the number was allotted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFile {
    /// The new file's id.
    pub id: FileId,
    /// The number that its series allotted.
    pub number: String,
    /// Its place in that series.
    pub numbered: Numbered,
    /// The owning section.
    pub unit: UnitId,
    /// The head or sub-head.
    pub head: HeadId,
    /// What it is about.
    pub subject: String,
    /// How closely it is held.
    pub classification: Classification,
    /// Its priority label.
    pub priority: Priority,
    /// The day by which the case is due.
    pub due_on: Option<NaiveDate>,
    /// The person whose own service it is about.
    pub concerns: Option<PersonId>,
}

/// What is amended on a file; `None` leaves it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    /// A better subject.
    pub subject: Option<String>,
    /// A higher classification.
    pub classification: Option<Classification>,
    /// Another priority.
    pub priority: Option<Priority>,
    /// Another due date.
    pub due_on: Option<NaiveDate>,
}

/// A step that was taken: the file after it, the step, and the act for the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The file after the step.
    pub file: File,
    /// The step for the history.
    pub movement: Movement,
    /// The act for the ledger.
    pub event: Event,
    /// What the officer should know.
    pub warnings: Vec<Warning>,
}

impl Moved {
    /// What the officer signs when he sends a file back or closes it: the step, its remark, and where the file stood.
    pub fn statement(&self, by: &Officer, nonce: &str, at: Timestamp) -> Statement {
        let step = &self.movement;
        let act = json!({
            "v": 1,
            "nonce": nonce,
            "act": self.event.kind,
            "file": self.file.id,
            "ordinal": step.ordinal,
            "from": step.from,
            "to": step.to,
            "action": step.action,
            "reason": step.reason,
            "remark": step.remark,
            "previous": self.file.last_digest,
            "classification": self.file.classification,
            "post": by.post,
            "person": by.person,
            "charge": by.charge,
            "at": at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        });
        Statement::of(Purpose::Act, &act)
    }
}

impl File {
    /// Opens a file on the desk of the officer.
    pub fn open(command: OpenFile, by: &Officer, now: Timestamp) -> Result<Moved, FilingRefusal> {
        if command.concerns == Some(by.person) {
            return Err(FilingRefusal::OpenerOwnCase);
        }
        let subject = subject(&command.subject)?;
        due_on(command.due_on, now)?;
        let file = Self {
            id: command.id,
            number: command.number,
            unit: command.unit,
            head: command.head,
            subject,
            classification: command.classification,
            priority: command.priority,
            due_on: command.due_on,
            concerns: command.concerns,
            main_file: None,
            first_volume: None,
            volume: 1,
            parts: 0,
            last_paragraph: 0,
            last_page: 0,
            notes: 0,
            papers: 0,
            movements: 0,
            last_digest: None,
            noting_posts: Vec::new(),
            custody: on_own_desk(by.post, command.due_on, command.priority, now),
            opened_at: now,
            version: Version::FIRST,
        };
        Ok(file.opened(Some(&command.numbered), by, now))
    }

    /// The first step of a file that was just made.
    pub(super) fn opened(mut self, numbered: Option<&Numbered>, by: &Officer, now: Timestamp) -> Moved {
        let movement = self.step(MovementKind::Opened, None, Some(by.post), by, now);
        let content = json!({
            "number": self.number,
            "numbered": numbered,
            "unit": self.unit,
            "head": self.head,
            "classification": self.classification,
            "priority": self.priority,
            "main_file": self.main_file,
            "first_volume": self.first_volume,
            "volume": self.volume,
            "movement": movement.facts(),
        });
        let event = self
            .event(EventKind::FileOpened, content)
            .saying(json!({"subject": self.subject}));
        Moved {
            file: self,
            movement,
            event,
            warnings: Vec::new(),
        }
    }

    /// The holder looked at the file: from now on its sender cannot pull it back. Looking again is no act.
    pub fn record_opening(self, by: &Officer, now: Timestamp) -> Result<Option<(Self, Event)>, FilingRefusal> {
        let mut file = self.at(now);
        let (holding, _) = file.custody.on_desk_of(by.post)?;
        if holding.opened_at.is_some() {
            return Ok(None);
        }
        file.custody = Custody::WithPost {
            holding: looked_at(holding, now),
            before: None,
        };
        file.version = file.version.next();
        let event = file.event(EventKind::FileLookedAt, json!({"post": by.post}));
        Ok(Some((file, event)))
    }

    /// Amends subject, classification (only upward), priority and due date.
    pub fn amend(self, amendment: Amendment, by: &Officer, now: Timestamp) -> Result<(Self, Event), FilingRefusal> {
        let mut file = self.at(now);
        let (mut holding, _) = file.custody.on_desk_of(by.post)?;
        if let Some(text) = amendment.subject {
            file.subject = subject(&text)?;
        }
        if let Some(classification) = amendment.classification {
            if classification < file.classification {
                return Err(FilingRefusal::ClassificationLowered);
            }
            file.classification = classification;
        }
        let clock_changes = amendment.priority.is_some() || amendment.due_on.is_some();
        file.priority = amendment.priority.unwrap_or(file.priority);
        if amendment.due_on.is_some() {
            due_on(amendment.due_on, now)?;
            file.due_on = amendment.due_on;
        }
        if clock_changes {
            holding.due_at = desk::due_at(holding.since, file.due_on, file.priority);
        }
        file.custody = Custody::WithPost {
            holding: looked_at(holding, now),
            before: None,
        };
        file.version = file.version.next();
        let content = json!({
            "classification": file.classification,
            "priority": file.priority,
            "due_on": file.due_on,
        });
        let event = file
            .event(EventKind::FileAmended, content)
            .saying(json!({"subject": file.subject}));
        Ok((file, event))
    }

    /// The file as it is at `now`: a parked file whose date has come is back on its desk.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        Self {
            custody: self.custody.at(now, self.priority),
            ..self
        }
    }

    /// The step that the date took, when a parked file has come back by itself and nobody has
    /// written it down yet. The next act on the file records it first.
    pub fn bring_forward(&self, now: Timestamp) -> Option<(Self, Movement)> {
        let (post, at) = match &self.custody {
            Custody::Parked { holding, until } if *until <= now => (holding.post, *until),
            _ => return None,
        };
        let mut file = self.clone().at(now);
        file.movements += 1;
        let movement = Movement {
            file: file.id,
            ordinal: file.movements,
            kind: MovementKind::Resumed,
            from: Some(post),
            to: Some(post),
            by: None,
            action: None,
            reason: None,
            remark: None,
            due_at: file.custody.holding().map(|holding| holding.due_at),
            at,
        };
        Some((file, movement))
    }

    /// What an officer should know about the file.
    pub fn warnings(&self) -> Vec<Warning> {
        let many = super::many_noting_officers(&self.noting_posts).then_some(Warning::ManyNotingOfficers);
        let full = (self.last_page > VOLUME_PAGES).then_some(Warning::VolumeFull);
        many.into_iter().chain(full).collect()
    }

    /// Counts a step and returns it, bare.
    pub(super) fn step(
        &mut self,
        kind: MovementKind,
        from: Option<PostId>,
        to: Option<PostId>,
        by: &Officer,
        now: Timestamp,
    ) -> Movement {
        self.movements += 1;
        Movement {
            file: self.id,
            ordinal: self.movements,
            kind,
            from,
            to,
            by: Some(by.person),
            action: None,
            reason: None,
            remark: None,
            due_at: to.and(self.custody.holding().map(|holding| holding.due_at)),
            at: now,
        }
    }

    /// An act of filing on this file.
    pub(super) fn event(&self, kind: EventKind, content: Value) -> Event {
        Event::new(Module::Filing, kind, SubjectKind::File, self.id.0, content)
    }
}

/// Custody on the desk of the post that opens or reopens the file.
pub(super) fn on_own_desk(post: PostId, due_on: Option<NaiveDate>, priority: Priority, now: Timestamp) -> Custody {
    Custody::WithPost {
        holding: Holding {
            post,
            since: now,
            due_at: desk::due_at(now, due_on, priority),
            opened_at: Some(now),
            sender: None,
            action: None,
        },
        before: None,
    }
}

/// The holding after its holder worked on the file: it counts as looked at.
pub(super) fn looked_at(holding: Holding, now: Timestamp) -> Holding {
    Holding {
        opened_at: holding.opened_at.or(Some(now)),
        ..holding
    }
}

pub(super) fn subject(text: &str) -> Result<String, FilingRefusal> {
    clean_line(text, 500).map_err(|error| match error {
        TextError::Empty => FilingRefusal::SubjectEmpty,
        TextError::TooLong => FilingRefusal::SubjectTooLong,
        TextError::Forbidden => FilingRefusal::SubjectForbidden,
    })
}

/// A remark may be left out; an empty one counts as left out.
pub(super) fn remark(text: Option<&str>) -> Result<Option<String>, FilingRefusal> {
    match text.map(|text| clean_text(text, 1000)) {
        None | Some(Err(TextError::Empty)) => Ok(None),
        Some(Ok(remark)) => Ok(Some(remark)),
        Some(Err(TextError::TooLong)) => Err(FilingRefusal::RemarkTooLong),
        Some(Err(TextError::Forbidden)) => Err(FilingRefusal::RemarkForbidden),
    }
}

/// A due date lies between today and ten years from now.
pub(super) fn due_on(day: Option<NaiveDate>, now: Timestamp) -> Result<(), FilingRefusal> {
    let Some(day) = day else { return Ok(()) };
    let today = desk::office_day(now);
    if day < today {
        return Err(FilingRefusal::DueDatePast);
    }
    match today.checked_add_days(Days::new(3653)) {
        Some(last) if day > last => Err(FilingRefusal::DueDateFar),
        _ => Ok(()),
    }
}
